// Addresses, with the cases of crates/document/src/url.rs and embed.rs.

import assert from "node:assert/strict";
import { test } from "node:test";

import { embedOf, embedPage, type Provider } from "../embeds";
import { safeUrl, typedUrl } from "../url";

test("addresses of the web, the mail and the telephone pass, and relative ones", () => {
  const cases: [string, string][] = [
    ["https://example.org/a?b=c#d", "https://example.org/a?b=c#d"],
    [" \u0001HTTPS://Example.org/ ", "https://Example.org/"],
    ["https:///example.org", "https://example.org"],
    ["http://example.org:8080", "http://example.org:8080"],
    ["MailTo:redazione@example.org", "mailto:redazione@example.org"],
    ["tel:+39 06 123", "tel:+39%2006%20123"],
    ['https://example.org/a b"c', "https://example.org/a%20b%22c"],
    ["https://example.org/?q=a\\b", "https://example.org/?q=a\\b"],
    ...["/2024/05/titolo", "cronaca/roma", "?page=2", "#note-1", "./a:b", "../a", "/a:b//c"].map(
      (address): [string, string] => [address, address],
    ),
  ];
  for (const [text, expected] of cases) assert.equal(safeUrl(text), expected, text);
});

test("addresses that run code or leave in disguise are refused", () => {
  const refused = [
    "",
    " \n ",
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "java\nscript:alert(1)",
    "\u0001javascript:alert(1)",
    " javascript:alert(1)",
    "java script:alert(1)",
    "vbscript:x",
    "data:text/html,x",
    "file:///etc/passwd",
    "ftp://a",
    "//example.org",
    "/\\example.org",
    "\\\\example.org",
    "\t//example.org",
    "/\t/example.org",
    "https:example.org",
    "https://",
    "mailto:",
    "tel:",
    ":x",
    "blob:https://a",
    "view-source:https://a",
    `/${"a".repeat(4096)}`,
  ];
  for (const text of refused) assert.equal(safeUrl(text), null, text);
});

test("what somebody types without a scheme gets the one that is meant", () => {
  assert.equal(typedUrl("example.org/a"), "https://example.org/a");
  assert.equal(typedUrl("a@example.org"), "mailto:a@example.org");
  assert.equal(typedUrl("/cronaca/"), "/cronaca/");
  assert.equal(typedUrl("javascript:alert(1)"), null);
});

test("pages and players of known providers are recognised", () => {
  const cases: [string, Provider, string][] = [
    ["https://www.youtube.com/watch?v=dQw4w9WgXcQ", "youtube", "dQw4w9WgXcQ"],
    ["https://www.youtube.com/watch?t=3&v=dQw4w9WgXcQ#x", "youtube", "dQw4w9WgXcQ"],
    ["//www.youtube.com/embed/dQw4w9WgXcQ?rel=0", "youtube", "dQw4w9WgXcQ"],
    ["https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ", "youtube", "dQw4w9WgXcQ"],
    ["HTTPS://M.YouTube.com/shorts/dQw4w9WgXcQ", "youtube", "dQw4w9WgXcQ"],
    ["https://youtu.be/dQw4w9WgXcQ?si=abc", "youtube", "dQw4w9WgXcQ"],
    ["https://player.vimeo.com/video/76979871?h=1", "vimeo", "76979871"],
    ["https://vimeo.com/channels/staffpicks/76979871", "vimeo", "76979871"],
    [
      "https://open.spotify.com/embed/episode/4rOoJ6Egrf8K2IrywzwOMk?utm=1",
      "spotify",
      "episode/4rOoJ6Egrf8K2IrywzwOMk",
    ],
    ["https://open.spotify.com/intl-it/episode/4rOoJ6Egrf8K2IrywzwOMk", "spotify", "episode/4rOoJ6Egrf8K2IrywzwOMk"],
    ["https://www.openstreetmap.org/#map=15/41.8902/12.4922", "openstreetmap", "15/41.8902/12.4922"],
    [
      "https://www.openstreetmap.org/export/embed.html?bbox=12.47573%2C41.88329%2C12.50869%2C41.89711&layer=mapnik",
      "openstreetmap",
      "15/41.89020/12.49221",
    ],
  ];
  for (const [url, provider, id] of cases) {
    assert.deepEqual(embedOf(url), { provider, id, title: "" }, url);
    assert.equal(embedOf(embedPage(provider, id))?.id, id);
  }
});

test("other hosts and other shapes are not", () => {
  const refused = [
    "",
    "https://example.org/embed/dQw4w9WgXcQ",
    "https://youtube.com@example.org/watch?v=dQw4w9WgXcQ",
    "https://youtube.com.example.org/watch?v=dQw4w9WgXcQ",
    "javascript://youtube.com/watch?v=dQw4w9WgXcQ",
    'https://www.youtube.com/watch?v=dQw4w9WgXc"',
    "https://www.youtube.com/channel/x",
    "https://vimeo.com/about",
    "https://open.spotify.com/user/4rOoJ6Egrf8K2IrywzwOMk",
    "https://www.openstreetmap.org/#map=99/41/12",
    "https://www.openstreetmap.org/#map=9/91/12",
    "https://www.openstreetmap.org/#map=9/1/2/3",
  ];
  for (const url of refused) assert.equal(embedOf(url), null, url);
});
