// What others put on the clipboard, and what becomes of it.

import "./support/dom";

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { TextSelection } from "prosemirror-state";

import { placeholders } from "../media/placeholder";
import { cleanPage, withoutStyle } from "../paste/html";
import { pasting } from "../paste/plugin";
import { short } from "./support/short";
import { until } from "./support/until";
import { context, paste, viewOf } from "./support/view";

const fixture = (name: string): string => readFileSync(`frontend/web/editor/tests/fixtures/paste/${name}.html`, "utf8");

function pasted(html: string, text = ""): string {
  const view = viewOf();
  paste(view, html, text);
  return short(view.state.doc);
}

test("Word: lists that are paragraphs, footnotes, tables, and nothing of Word", () => {
  assert.equal(
    pasted(fixture("word")),
    [
      "h2(Il piano del verde)",
      "p(Il Comune ha b[approvato] il i[piano]note(Delibera del i[4 settembre].) del verde, con un link:https://example.org/atto[atto] e un trucco.)",
      "h3(Che cosa cambia)",
      "ul(li(p(Più alberi)ul(li(p(nei viali))))li(p(Meno asfalto)))",
      "p(Le tappe:)",
      "ol(li(p(maggio))li(p(giugno)))",
      "table(tr(td(b[Anno])td(Alberi))tr(tdx2(2023brmille)))",
    ].join("\n"),
  );
});

test("Google Docs: bold that is none, lists beside their entries, links by a detour", () => {
  assert.equal(
    pasted(fixture("google-docs")),
    [
      "h2(Un titolo)",
      "p(Testo con b[grassetto], i[corsivo], COsubscript[2] e un link:https://example.org/b[collegamento].)",
      "ul(li(p(Uno)ul(li(p(Dentro))))li(p(strike[Due])))",
      "p(link:https://lh7-rt.googleusercontent.com/docsz/abc[Una piazza])",
      "hr",
      "p(Fine.)",
    ].join("\n"),
  );
});

test("LibreOffice: headings begin at the second level, footnotes are found", () => {
  assert.equal(
    pasted(fixture("libreoffice")),
    [
      "h2(Primo livello)",
      "h3(Secondo livello)",
      "p(Un paragrafo con b[grassetto], i[corsivo] e una notanote(Testo della nota.).)",
      "ol(li(p(primo))li(p(secondo)ul(li(p(sotto)))))",
      "p(b[Tutto grassetto]brb[e a capo])",
    ].join("\n"),
  );
});

test("Gmail: lines that are boxes, empty ones, what follows the reader, tables that only place things", () => {
  assert.equal(
    pasted(fixture("gmail")),
    [
      "p(Ciao,)",
      "p(ecco il comunicato: link:https://example.org/c[qui].brGrazie.)",
      "p(Il giorno lun 4 set 2023 Ada ha scritto:)",
      "quote(p(Prima riga.)p(b[Seconda] riga.))",
      "p(Ada Rossi)",
      "p(Ufficio stampa)",
    ].join("\n"),
  );
});

test("a web page: its structure, without scripts, buttons and links into itself", () => {
  assert.equal(
    pasted(fixture("web-page")),
    [
      "h2(Titolo della pagina)",
      "p(Attacco b[forte] con link:/relativo[relativo] e àncora.)",
      "h3(Sezione)",
      "p(Prima riga)",
      "p(seconda riganote(Fonte, 2023))",
      "p(link:https://cdn.example.org/foto.jpg?w=800[Una folla])",
      "p(La folla)",
      "quote(p(Parole grandi)source(Chi parla))",
      "embeddQw4w9WgXcQ",
      "table(table_caption(Dati)tr(th(A)th(B))tr(tdy2(1)td(2))tr(td(3)))",
      "code(a < b\n  c)",
      "hr",
      "ul(li(p(uno))li(p(due)p(tre)))",
    ].join("\n"),
  );
});

test("nothing of styles, classes, names and scripts is left", () => {
  for (const name of ["word", "google-docs", "libreoffice", "gmail", "web-page"]) {
    const view = viewOf();
    paste(view, fixture(name));
    assert.doesNotMatch(JSON.stringify(view.state.doc.toJSON()), /style|class|mso|javascript|docs-internal|onclick/i);
    const { body } = new DOMParser().parseFromString(withoutStyle(fixture(name)), "text/html");
    cleanPage(body);
    assert.equal(body.querySelectorAll("[style], [data-style], script, style, button, svg").length, 0);
  }
});

test("the reading view comes back as what it was made of", () => {
  const html = `<div class="article__body prose"><p>Testo<sup><a class="footnotes__ref" id="ref-1" href="#note-1" aria-label="Nota 1">1</a></sup></p>
    <figure class="prose__figure"><blockquote class="prose__quote"><p>Detto</p></blockquote><figcaption class="prose__source">Chi</figcaption></figure>
    <figure class="pull-quote"><blockquote><p>Grande</p></blockquote><figcaption>Lei</figcaption></figure>
    <div class="box" role="note"><h2 class="box__title" id="box-1">Fatti</h2><p>Uno</p></div>
    <section class="footnotes" aria-labelledby="footnotes"><h2 id="footnotes">Note</h2><ol><li id="note-1">la nota <a class="footnotes__back" href="#ref-1">↩</a></li></ol></section></div>`;
  assert.equal(
    pasted(html),
    "p(Testonote(la nota))\nquote(p(Detto)source(Chi))\npull_quote(pull_quote_text(Grande)source(Lei))\nbox(box_title(Fatti)p(Uno))",
  );
});

test("plain text that is written like Markdown is read like it", () => {
  const text =
    "# Titolo\n\nUn **testo** con [link](https://a.example/x) e https://b.example.\n\n- a\n- b\n\n2. due\n3. tre\n\n> detto\n\n```js\nlet a\n```\n\n---\nfine";
  assert.equal(
    pasted("", text),
    [
      "h2(Titolo)",
      "p(Un b[testo] con link:https://a.example/x[link] e link:https://b.example[https://b.example].)",
      "ul(li(p(a))li(p(b)))",
      "ol2(li(p(due))li(p(tre)))",
      "quote(p(detto))",
      "code(let a)",
      "hr",
      "p(fine)",
    ].join("\n"),
  );
});

test("plain lines are paragraphs; where blank lines part them, short lines keep their breaks", () => {
  assert.equal(pasted("", "uno\ndue"), "p(uno)\np(due)");
  assert.equal(pasted("", "Via Roma 1\nTorino\n\nfine"), "p(Via Roma 1brTorino)\np(fine)");
});

test("an address on a selection is its link; on an empty line, a known provider's is what it leads to", () => {
  const view = viewOf({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "parola" }] }] });
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, 1, 7)));
  paste(view, "", "https://example.org/x");
  assert.equal(short(view.state.doc), "p(link:https://example.org/x[parola])");
  assert.match(pasted("", "https://youtu.be/dQw4w9WgXcQ"), /^embeddQw4w9WgXcQ/);
});

test("what is pasted into a caption or a cell becomes one line", () => {
  const caption = {
    type: "figure",
    attrs: { picture: "a", alt: "", credit: null },
    content: [{ type: "text", text: "x" }],
  };
  const view = viewOf({ type: "doc", content: [caption] });
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, 2)));
  paste(view, "<h1>Uno</h1><p>due <b>tre</b></p><ul><li>quattro</li></ul>");
  assert.equal(short(view.state.doc), "figurea(xUnobrdue b[tre]brquattro)");
});

test("pictures that come with the text are stored and stand where they stood", async () => {
  const view = viewOf(undefined, [placeholders(), pasting(context)]);
  const picture = `<img src="data:image/png;base64,${Buffer.from("x").toString("base64")}">`;
  paste(view, `<p>uno</p><p>${picture}</p><p>due ${picture} tre</p><p>fine</p>`);
  assert.doesNotMatch(view.state.doc.textContent, /[\ue000\ue001]/);
  await until("both are stored", () => short(view.state.doc).split("figurestored").length === 3);
  assert.equal(short(view.state.doc), "p(uno)\nfigurestored()\np(due tre)\nfigurestored()\np(fine)");
});
