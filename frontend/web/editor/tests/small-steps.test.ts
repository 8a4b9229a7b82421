// Two bodies on one shared document: what one writes reaches the other as small steps.

import "./support/dom";

import assert from "node:assert/strict";
import { test } from "node:test";

import { EditorState, Plugin, TextSelection, type Transaction } from "prosemirror-state";
import { Decoration, DecorationSet, EditorView } from "prosemirror-view";
import { prosemirrorJSONToYXmlFragment, redo, undo, ySyncPlugin, yUndoPlugin } from "y-prosemirror";
import * as Y from "yjs";

import { takeSmallSteps } from "../binding/small-steps";
import { replaceDocument } from "../commands/document";
import { find, finding, replaceAll } from "../find";
import { schema } from "../schema";
import { CellSelection } from "../tables/selection";
import { short } from "./support/short";

const TEXT = {
  type: "doc",
  content: ["uno due", "tre quattro", "cinque"].map((text) => ({
    type: "paragraph",
    content: [{ type: "text", text }],
  })),
};

function bodyOn(doc: Y.Doc, seen: Transaction[] = []): EditorView {
  const marks = new Plugin<DecorationSet>({
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, set) {
        seen.push(transaction);
        const add = transaction.getMeta("decorate") as Decoration | undefined;
        const mapped = set.map(transaction.mapping, transaction.doc);
        return add ? mapped.add(transaction.doc, [add]) : mapped;
      },
    },
  });
  const state = EditorState.create({
    schema,
    plugins: [ySyncPlugin(doc.getXmlFragment("body")), yUndoPlugin(), marks, finding(() => undefined)],
  });
  takeSmallSteps(state);
  return new EditorView({ mount: document.body.appendChild(document.createElement("div")) }, { state });
}

function two(json: object = TEXT): { ada: EditorView; bruno: EditorView; seen: Transaction[] } {
  const [one, other] = [new Y.Doc(), new Y.Doc()];
  prosemirrorJSONToYXmlFragment(schema, json, one.getXmlFragment("body"));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
  one.on("update", (update, origin) => origin !== other && Y.applyUpdate(other, update, one));
  other.on("update", (update, origin) => origin !== one && Y.applyUpdate(one, update, other));
  const seen: Transaction[] = [];
  return { ada: bodyOn(one), bruno: bodyOn(other, seen), seen };
}

test("a letter reaches the other as a letter", () => {
  const { ada, bruno, seen } = two();
  seen.length = 0;
  ada.dispatch(ada.state.tr.insertText("X", 4));
  assert.equal(short(bruno.state.doc), "p(unoX due)\np(tre quattro)\np(cinque)");
  const steps = seen.flatMap(({ steps }) => steps.map((step) => step.toJSON() as { from: number; to: number }));
  assert.deepEqual(
    steps.map(({ from, to }) => [from, to]),
    [[4, 4]],
  );
});

test("caret and decorations stay where they are in the text", () => {
  const { ada, bruno } = two();
  bruno.dispatch(bruno.state.tr.setSelection(TextSelection.create(bruno.state.doc, 14)));
  bruno.dispatch(bruno.state.tr.setMeta("decorate", Decoration.inline(10, 13, { class: "x" })));
  ada.dispatch(ada.state.tr.insertText("lungo ", 1));
  ada.dispatch(ada.state.tr.split(4));
  assert.equal(bruno.state.selection.from, 14 + 6 + 2);
  const [, , marks] = bruno.state.plugins;
  const [found] = (marks?.getState(bruno.state) as DecorationSet).find();
  assert.equal(bruno.state.doc.textBetween(found?.from ?? 0, found?.to ?? 0), "tre");
});

test("a selected block that somebody else deletes takes nothing else with it", () => {
  const figure = { type: "figure", attrs: { picture: "a", alt: "", credit: null } };
  const { ada, bruno } = two({ type: "doc", content: [...TEXT.content, figure] });
  const pos = bruno.state.doc.content.size - 2;
  bruno.dispatch(bruno.state.tr.setSelection(TextSelection.create(bruno.state.doc, pos + 1)));
  ada.dispatch(ada.state.tr.delete(pos, pos + 2));
  assert.equal(short(bruno.state.doc), short(ada.state.doc));
  assert.equal(bruno.state.doc.childCount, 3);
});

test("chosen cells stay chosen while somebody else writes", () => {
  const cell = (text: string): object => ({
    type: "table_cell",
    attrs: { colspan: 1, rowspan: 1 },
    content: [{ type: "text", text }],
  });
  const json = {
    type: "doc",
    content: [...TEXT.content, { type: "table", content: [{ type: "table_row", content: [cell("a"), cell("b")] }] }],
  };
  const { ada, bruno } = two(json);
  const start = bruno.state.doc.content.size - 8;
  const selection = CellSelection.between(bruno.state.doc, start, start + 3);
  assert.ok(selection);
  bruno.dispatch(bruno.state.tr.setSelection(selection));
  ada.dispatch(ada.state.tr.insertText("prima ", 1));
  assert.ok(bruno.state.selection instanceof CellSelection);
});

test("each takes back only what was their own", () => {
  const { ada, bruno } = two();
  ada.dispatch(ada.state.tr.insertText("A", 1));
  bruno.dispatch(bruno.state.tr.insertText("B", 9));
  undo(ada.state);
  assert.equal(short(ada.state.doc), short(bruno.state.doc));
  assert.match(short(ada.state.doc), /^p\(uno due.*B/s);
  redo(ada.state);
  assert.match(short(bruno.state.doc), /^p\(Auno due/);
});

test("a document in the place of another is one step to take back", () => {
  const { ada, bruno } = two();
  ada.dispatch(ada.state.tr.insertText("prima ", 1));
  const other = {
    type: "doc",
    content: [{ type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "Altro" }] }],
  };
  assert.equal(replaceDocument(ada, other), true);
  assert.equal(short(bruno.state.doc), "h2(Altro)");
  undo(ada.state);
  assert.equal(short(bruno.state.doc), "p(prima uno due)\np(tre quattro)\np(cinque)");
  assert.equal(replaceDocument(ada, { type: "doc", content: [{ type: "marquee" }] }), false);
  assert.equal(replaceDocument(ada, null), false);
});

test("what was found and replaced is taken back by itself, however soon it came after the typing", () => {
  const { ada, bruno } = two();
  ada.dispatch(ada.state.tr.insertText("uno, ", 1));
  find(ada, { query: "uno" });
  assert.equal(replaceAll(ada, "sei"), true);
  ada.dispatch(ada.state.tr.insertText("E ", 1));
  assert.match(short(bruno.state.doc), /^p\(E sei, sei due\)/);
  undo(ada.state);
  assert.match(short(bruno.state.doc), /^p\(sei, sei due\)/);
  undo(ada.state);
  assert.match(short(bruno.state.doc), /^p\(uno, uno due\)/);
});
