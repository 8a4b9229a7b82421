import { kinds, statuses, unlisted } from "../support/kinds";
import { expect, test } from "../support/test";

test.use({ tolerated: /status of 404/ });

for (const [kind, open] of Object.entries({ ...kinds, ...unlisted })) {
  test(`the markup of a page of the kind "${kind}" is sound`, async ({ page, paper }) => {
    const answer = await open(page);
    const headers = answer?.headers() ?? {};
    const status = statuses[kind] ?? 200;
    expect(answer?.status()).toBe(status);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(headers["content-security-policy"]).toContain("default-src 'self'");
    expect(headers["content-security-policy"]).not.toMatch(/unsafe-inline|'unsafe-eval'|nonce-/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["set-cookie"]).toBeUndefined();

    const html = (await answer?.text()) ?? "";
    expect(html).toMatch(/^<!DOCTYPE html>/i);
    expect(html).not.toMatch(/<style[\s>]/i);
    expect(html).not.toMatch(/<[a-z][^>]*\sstyle=/i);
    expect(html).not.toMatch(/<[a-z][^>]*\son[a-z]+=/i);
    expect(html.match(/<script(?![^>]*(?:\ssrc=|application\/ld\+json))/gi) ?? []).toEqual([]);

    await expect(page.locator("html")).toHaveAttribute("lang", "it");
    await expect(page.locator("h1")).toHaveCount(1);
    await expect(page.locator("main")).toHaveCount(1);
    await expect(page.locator("main")).toHaveAttribute("id", "content");
    await expect(page.locator("body a[href]").first()).toHaveAttribute("href", "#content");
    await expect(page).toHaveTitle(/Il Meridiano/);
    const ids = await page.locator("[id]").evaluateAll((elements) => elements.map((element) => element.id));
    expect(ids).toEqual([...new Set(ids)]);

    if (status !== 200) return;
    if (kind in unlisted) {
      const robots = headers["x-robots-tag"] ?? (await page.locator("meta[name=robots]").getAttribute("content"));
      expect(robots).toContain("noindex");
      return;
    }
    const path = new URL(page.url()).pathname;
    await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", paper.url + path);
    await expect(page.locator("meta[name=description]")).toHaveAttribute("content", /\S/);
    for (const property of ["og:title", "og:type", "og:url", "og:site_name"]) {
      await expect(page.locator(`meta[property='${property}']`), property).toHaveAttribute("content", /\S/);
    }
  });
}

test("what is not a page is there too", async ({ request }) => {
  expect((await request.get("/healthz")).status()).toBe(200);
  expect((await request.get("/readyz")).status()).toBe(200);
  const robots = await request.get("/robots.txt");
  expect(robots.headers()["content-type"]).toContain("text/plain");
  expect(await robots.text()).toMatch(/User-agent: \*/i);
});

test("a page that has not changed is not sent again", async ({ request }) => {
  const first = await request.get("/about/");
  const etag = first.headers().etag;
  expect(etag).toBeDefined();
  const again = await request.get("/about/", { headers: { "if-none-match": etag ?? "" } });
  expect(again.status()).toBe(304);
});
