// The commands of a table. Each takes the table apart, changes it, and replaces no more than what differs.

import { type Node, Fragment, Slice } from "prosemirror-model";
import { type Command, type EditorState, Selection, TextSelection } from "prosemirror-state";

import { smallest } from "../binding/small-steps";
import { around, aroundPlace } from "../commands/ancestors";
import { insertBlock } from "../commands/blocks";
import { nodeType } from "../commands/types";
import * as change from "./change";
import { type Area, areaOf, type Cell, cellAt, emptyCell, type Grid, gridOf, tableOf } from "./model";
import { cellAround, CellSelection } from "./selection";

/** Where the selection is in a table. */
interface Spot {
  table: Node;
  /** Where the table begins. */
  pos: number;
  grid: Grid;
  area: Area;
  cell: Cell;
}

/** A new table, with a first row of headers. */
export function insertTable(rows: number, columns: number): Command {
  const [height, width] = [limited(rows), limited(columns)];
  const cells = Array.from({ length: width }, (_, column) => emptyCell(0, column, true));
  return insertBlock(tableOf({ caption: null, cells, height, width }), "into");
}

export const rowBefore = changed(
  ({ grid, area }) => change.insertRow(grid, area.top),
  ({ area }) => [area.top, area.left],
);
export const rowAfter = changed(
  ({ grid, area }) => change.insertRow(grid, area.bottom),
  ({ area }) => [area.bottom, area.left],
);
export const columnBefore = changed(
  ({ grid, area }) => change.insertColumn(grid, area.left),
  ({ area }) => [area.top, area.left],
);
export const columnAfter = changed(
  ({ grid, area }) => change.insertColumn(grid, area.right),
  ({ area }) => [area.top, area.right],
);
export const deleteRow = changed(({ grid, area }) => change.deleteRows(grid, area.top, area.bottom));
export const deleteColumn = changed(({ grid, area }) => change.deleteColumns(grid, area.left, area.right));
export const mergeCells = changed(
  ({ grid, area }) => change.merge(grid, area),
  ({ area }) => [area.top, area.left],
);
export const splitCell = changed(({ grid, cell }) =>
  cell.rowspan * cell.colspan === 1 ? grid : change.split(grid, cell),
);
export const headerRow = changed(({ grid, area }) =>
  change.toggleHeader(grid, { ...area, left: 0, right: grid.width }),
);
export const headerColumn = changed(({ grid, area }) =>
  change.toggleHeader(grid, { ...area, top: 0, bottom: grid.height }),
);
export const headerCell = changed(({ grid, area }) => change.toggleHeader(grid, area));

/** A line over the table: goes there, and makes it where it is not. */
export const tableCaption: Command = (state, dispatch) => {
  const found = around(state, "table");
  if (!found) return false;
  if (!dispatch) return true;
  const { tr: transaction } = state;
  if (!gridOf(found.node).caption) transaction.insert(found.pos + 1, nodeType("table_caption").create());
  dispatch(transaction.setSelection(TextSelection.near(transaction.doc.resolve(found.pos + 2))).scrollIntoView());
  return true;
};

export const deleteTable: Command = (state, dispatch) => {
  const found = around(state, "table");
  if (!found) return false;
  const transaction = state.tr.delete(found.pos, found.pos + found.node.nodeSize);
  dispatch?.(transaction.setSelection(Selection.near(transaction.doc.resolve(found.pos))).scrollIntoView());
  return true;
};

/** To the next cell in reading order, or with -1 to the one before; behind the last one a row comes. */
export function nextCell(step: 1 | -1): Command {
  return (state, dispatch, view) => {
    const $cell = cellAround(state.selection.$head);
    const found = $cell && aroundPlace($cell, "table");
    if (!found) return false;
    const { cells } = gridOf(found.node);
    const index = cells.findIndex(({ pos }) => pos + found.pos + 1 === $cell.pos) + step;
    const target = cells[index];
    if (!target) return step === 1 ? rowAfter(state, dispatch, view) : true;
    const inside = state.doc.resolve(found.pos + 1 + target.pos + 1);
    dispatch?.(state.tr.setSelection(TextSelection.between(inside, state.doc.resolve(inside.end()))).scrollIntoView());
    return true;
  };
}

/** Whether the selection is in a table. */
export function inTable(state: EditorState): boolean {
  return around(state, "table") !== null;
}

function changed(make: (spot: Spot) => Grid, caret?: (spot: Spot) => [number, number]): Command {
  return (state, dispatch) => {
    const spot = spotOf(state);
    if (!spot) return false;
    const grid = make(spot);
    if (grid === spot.grid) return false;
    if (!dispatch) return true;
    if (grid.height === 0 || grid.width === 0) return deleteTable(state, dispatch);
    const table = tableOf(grid);
    const difference = smallest(spot.table, table, spot.pos + 1);
    const { tr: transaction } = state;
    if (difference)
      transaction.replace(difference.from, difference.to, new Slice(Fragment.from(difference.content), 0, 0));
    const [row, column] = caret?.(spot) ?? [spot.area.top, spot.area.left];
    const cell = cellAt(gridOf(table), Math.min(row, grid.height - 1), Math.min(column, grid.width - 1));
    if (cell) transaction.setSelection(TextSelection.near(transaction.doc.resolve(spot.pos + 1 + cell.pos + 1)));
    dispatch(transaction.scrollIntoView());
    return true;
  };
}

function spotOf(state: EditorState): Spot | null {
  const { selection } = state;
  const $cell = selection instanceof CellSelection ? selection.$anchorCell : cellAround(selection.$from);
  const found = $cell && aroundPlace($cell, "table");
  if (!found) return null;
  const grid = gridOf(found.node);
  const cell = grid.cells.find(({ pos }) => pos + found.pos + 1 === $cell.pos);
  if (!cell) return null;
  const area = selection instanceof CellSelection ? selection.rectangle.area : areaOf(cell);
  return { table: found.node, pos: found.pos, grid, area, cell };
}

function limited(count: number): number {
  return Math.min(50, Math.max(1, Math.floor(count) || 1));
}
