// Tables: cells with coordinates, and what is done to them.

import "./support/dom";

import assert from "node:assert/strict";
import { test } from "node:test";

import { type Command, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

import * as table from "../tables/commands";
import { CellSelection } from "../tables/selection";
import { short } from "./support/short";
import { viewOf } from "./support/view";

/** A table of rows such as `a b+2 c/2`: `+` columns, `/` rows; a capital is a header. */
function view(rows: string[], caption = ""): EditorView {
  const cell = (text: string): object => {
    const [, letter = "", colspan = "1", rowspan = "1"] = /^(\w)(?:\+(\d))?(?:\/(\d))?$/.exec(text) ?? [];
    const type = letter === letter.toUpperCase() ? "table_header" : "table_cell";
    return {
      type,
      attrs: { colspan: Number(colspan), rowspan: Number(rowspan) },
      content: [{ type: "text", text: letter }],
    };
  };
  const lines = rows.map((row) => ({ type: "table_row", content: row === "" ? [] : row.split(" ").map(cell) }));
  const head = caption ? [{ type: "table_caption", content: [{ type: "text", text: caption }] }] : [];
  return viewOf({ type: "doc", content: [{ type: "table", content: [...head, ...lines] }] }, []);
}

function placeOf(view: EditorView, letter: string): number {
  let place = 0;
  view.state.doc.descendants((node, pos) => {
    if (node.isText && node.text === letter) place = pos;
  });
  return place;
}

function at(view: EditorView, letter: string): EditorView {
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, placeOf(view, letter))));
  return view;
}

function cells(view: EditorView, one: string, other: string): EditorView {
  const selection = CellSelection.between(view.state.doc, placeOf(view, one) - 1, placeOf(view, other) - 1);
  assert.ok(selection);
  view.dispatch(view.state.tr.setSelection(selection));
  return view;
}

function check(view: EditorView, command: Command, expected: string): void {
  assert.equal(command(view.state, view.dispatch.bind(view), view), true);
  view.state.doc.check();
  assert.equal(short(view.state.doc), `table(${expected})`);
}

test("rows come and go, with a caption too, and spans give way", () => {
  check(at(view(["a b", "c d"]), "a"), table.rowAfter, "tr(td(a)td(b))tr(td()td())tr(td(c)td(d))");
  check(
    at(view(["a b", "c d"], "t"), "c"),
    table.rowBefore,
    "table_caption(t)tr(td(a)td(b))tr(td()td())tr(td(c)td(d))",
  );
  check(at(view(["a/2 b", "c"]), "b"), table.rowAfter, "tr(tdy3(a)td(b))tr(td())tr(td(c))");
  check(at(view(["a/2 b", "c"]), "b"), table.deleteRow, "tr(td(a)td(c))");
  check(at(view(["a b", "c d"], "t"), "d"), table.deleteRow, "table_caption(t)tr(td(a)td(b))");
});

test("columns come and go, and a column of headers goes on in a new row", () => {
  check(at(view(["a b", "c d"]), "a"), table.columnAfter, "tr(td(a)td()td(b))tr(td(c)td()td(d))");
  check(at(view(["a+2", "b c"]), "b"), table.columnAfter, "tr(tdx3(a))tr(td(b)td()td(c))");
  check(at(view(["a+2", "b c"]), "b"), table.deleteColumn, "tr(td(a))tr(td(c))");
  check(at(view(["A b", "C d"]), "d"), table.rowAfter, "tr(th(A)td(b))tr(th(C)td(d))tr(th()td())");
});

test("cells merge with what they say, and split again", () => {
  const merged = cells(view(["a b c", "d e f"]), "a", "e");
  check(merged, table.mergeCells, "tr(tdx2 y2(abrbbrdbre)td(c))tr(td(f))");
  check(merged, table.splitCell, "tr(td(abrbbrdbre)td()td(c))tr(td()td()td(f))");
});

test("a rectangle takes in every cell that reaches into it", () => {
  check(cells(view(["a b+2", "c d e"]), "a", "d"), table.mergeCells, "tr(tdx3 y2(abrbbrcbrdbre))tr()");
});

test("headers are rows, columns and cells", () => {
  check(at(view(["a b", "c d"]), "a"), table.headerRow, "tr(th(a)th(b))tr(td(c)td(d))");
  check(at(view(["a b", "c d"]), "a"), table.headerColumn, "tr(th(a)td(b))tr(th(c)td(d))");
  check(at(view(["A B", "c d"]), "A"), table.headerRow, "tr(td(A)td(B))tr(td(c)td(d))");
});

test("Tab goes from cell to cell, and makes a row behind the last one", () => {
  const tabbed = at(view(["a b"]), "a");
  table.nextCell(1)(tabbed.state, tabbed.dispatch.bind(tabbed));
  assert.equal(tabbed.state.selection.$from.parent.textContent, "b");
  check(tabbed, table.nextCell(1), "tr(td(a)td(b))tr(td()td())");
});

test("the last row or column takes the table with it", () => {
  const gone = at(view(["a b"]), "a");
  table.deleteRow(gone.state, gone.dispatch.bind(gone));
  assert.equal(short(gone.state.doc), "p()");
});

test("what is deleted in chosen cells leaves the cells", () => {
  const chosen = cells(view(["a b", "c d"]), "a", "c");
  chosen.dispatch(chosen.state.tr.deleteSelection());
  assert.equal(short(chosen.state.doc), "table(tr(td()td(b))tr(td()td(d)))");
});

test("a selection of cells lives through what others change around it", () => {
  const chosen = cells(view(["a b", "c d"]), "b", "d");
  chosen.dispatch(chosen.state.tr.insertText("xx", 3, 3));
  assert.ok(chosen.state.selection instanceof CellSelection);
  check(chosen, table.mergeCells, "tr(td(xxa)tdy2(bbrd))tr(td(c))");
});

test("rows that lack cells are read as they are", () => {
  check(at(view(["a b c", "d"]), "d"), table.rowAfter, "tr(td(a)td(b)td(c))tr(td(d)td()td())tr(td()td()td())");
});
