// Italian: what typing makes of signs, and what is found in a text.

import "./support/dom";

import assert from "node:assert/strict";
import { test } from "node:test";

import type { EditorView } from "prosemirror-view";

import { rules } from "../rules";
import { formsIn } from "../typography/hints";
import { fixHints } from "../typography/plugin";
import { short } from "./support/short";
import { viewOf } from "./support/view";

/** Types as a keyboard does: each letter is offered to the plugins first. */
function type(view: EditorView, text: string): string {
  for (const letter of text) {
    const { from, to } = view.state.selection;
    const insert = (): ReturnType<typeof view.state.tr.insertText> => view.state.tr.insertText(letter, from, to);
    const isTaken = view.someProp("handleTextInput", (handle) => handle(view, from, to, letter, insert));
    if (!isTaken) view.dispatch(insert());
  }
  return short(view.state.doc);
}

const typed = (text: string, italian = true): string => type(viewOf(undefined, [rules(() => italian)]), text);

test("signs become those of a printer while they are typed", () => {
  const cases: [string, string][] = [
    ["l'albero", "l’albero"],
    ["E' vero", "È vero"],
    ["c'e' e perche'", "c’è e perché"],
    ["un po' di liberta'", "un po’ di libertà"],
    ["perchè no", "perché no"],
    ["caffè, cioè", "caffè, cioè"],
    ['disse: "sì"', "disse: «sì»"],
    ['l\'"altro" ("x")', "l’«altro» («x»)"],
    ["CITTA' PERCHE'", "CITTÀ PERCHÉ"],
  ];
  for (const [text, expected] of cases) assert.equal(typed(text), `p(${expected})`, text);
});

test("in another language nothing of it happens", () => {
  assert.equal(typed("it's \"E'\"", false), "p(it's \"E'\")");
});

test("signs of Markdown become blocks and marks", () => {
  const cases: [string, string][] = [
    ["## Titolo", "h2(Titolo)"],
    ["#### Titolo", "h4(Titolo)"],
    ["- uno", "ul(li(p(uno)))"],
    ["3. tre", "ol3(li(p(tre)))"],
    ["> detto", "quote(p(detto))"],
    ["---", "hr\np()"],
    ["```x", "code(x)"],
    ["un **forte** e *lieve*, `a`", "p(un b[forte] e i[lieve], code[a])"],
    ["2*3*4 e **", "p(2*3*4 e **)"],
  ];
  for (const [text, expected] of cases) assert.equal(typed(text), expected, text);
});

test("wrong forms are found, with what stands for them", () => {
  const check = (line: string, ...expected: string[]): void =>
    assert.deepEqual(
      formsIn(line).map(({ text, instead }) => `${text}→${instead}`),
      expected,
      line,
    );
  check("Perchè poichè affinchè benchè", "Perchè→Perché", "poichè→poiché", "affinchè→affinché", "benchè→benché");
  check("un pò, sè stesso, nè quì nè quà", "pò→po’", "sè→sé", "nè→né", "quì→qui", "nè→né", "quà→qua");
  check("qual'è, Qual’è, un'altro e un'altra", "qual'è→qual è", "Qual’è→Qual è", "un'altro→un altro");
  check("E' così che dò, fà e stà", "E'→È", "dò→do", "fà→fa", "stà→sta");
  check("due  spazi , e uno,no", "  → ", " ,→,", ",→, ");
  check('disse "ciao"', '"ciao"→«ciao»');
  check("citta' e liberta'", "citta'→città", "liberta'→libertà");
});

test("right forms are left alone", () => {
  const right = [
    "Perché no? C’è un po’ di caffè, cioè tè.",
    "È lì, là, già, più giù; sé stesso, né più né meno.",
    "un’altra, un’amica, l’altro, dell’anno, qual è",
    "Costa 1,50 euro… e 3.000 lire: «così» disse.",
    "la ‘salita’ e la vita’",
  ];
  for (const line of right) assert.deepEqual(formsIn(line), [], line);
});

test("all forms are put right at once", () => {
  const text = (text: string): object => ({ type: "paragraph", content: [{ type: "text", text }] });
  const view = viewOf(
    { type: "doc", content: [text("Un pò perchè"), { type: "blockquote", content: [text("qual'è  lì")] }] },
    [],
  );
  assert.equal(fixHints(view.state, view.dispatch.bind(view), 0), true);
  assert.equal(short(view.state.doc), "p(Un po’ perchè)\nquote(p(qual'è  lì))");
  fixHints(view.state, view.dispatch.bind(view));
  assert.equal(short(view.state.doc), "p(Un po’ perché)\nquote(p(qual è lì))");
  assert.equal(fixHints(view.state, view.dispatch.bind(view)), false);
});
