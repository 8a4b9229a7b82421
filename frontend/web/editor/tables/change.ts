// What can be done to a table, as arithmetic on its cells.

import { type Node, Fragment } from "prosemirror-model";

import { nodeType } from "../commands/types";
import { type Area, areaOf, type Cell, cellAt, cellsIn, emptyCell, type Grid } from "./model";

/** One of the two directions of a table: rows, or columns. */
interface Direction {
  at: "row" | "column";
  span: "rowspan" | "colspan";
  across: "row" | "column";
  length: "height" | "width";
  breadth: "height" | "width";
}

const ROWS: Direction = { at: "row", span: "rowspan", across: "column", length: "height", breadth: "width" };
const COLUMNS: Direction = { at: "column", span: "colspan", across: "row", length: "width", breadth: "height" };

/** A new row before the row `at`. */
export const insertRow = (grid: Grid, at: number): Grid => insert(grid, ROWS, at);
/** A new column before the column `at`. */
export const insertColumn = (grid: Grid, at: number): Grid => insert(grid, COLUMNS, at);
/** Without the rows from `from` to before `to`. */
export const deleteRows = (grid: Grid, from: number, to: number): Grid => remove(grid, ROWS, from, to);
/** Without the columns from `from` to before `to`. */
export const deleteColumns = (grid: Grid, from: number, to: number): Grid => remove(grid, COLUMNS, from, to);

/** One cell in the place of all that an area holds. */
export function merge(grid: Grid, area: Area): Grid {
  const [first, ...others] = cellsIn(grid, area);
  if (!first || others.length === 0) return grid;
  const lines = [first, ...others].map(({ node }) => node.content).filter((content) => content.size > 0);
  const content = lines.reduce(
    (all, line, index) => (index === 0 ? line : all.addToEnd(nodeType("hard_break").create()).append(line)),
    Fragment.empty,
  );
  const merged: Cell = {
    ...first,
    row: area.top,
    column: area.left,
    rowspan: area.bottom - area.top,
    colspan: area.right - area.left,
    node: first.node.copy(content),
  };
  return {
    ...grid,
    cells: grid.cells.map((cell) => (cell === first ? merged : cell)).filter((cell) => !others.includes(cell)),
  };
}

/** A cell that covers several slots becomes one cell for each. */
export function split(grid: Grid, cell: Cell): Grid {
  const { top, left, bottom, right } = areaOf(cell);
  const parts: Cell[] = [];
  for (let row = top; row < bottom; row += 1) {
    for (let column = left; column < right; column += 1) {
      parts.push(
        row === top && column === left ? { ...cell, rowspan: 1, colspan: 1 } : emptyCell(row, column, cell.header),
      );
    }
  }
  return { ...grid, cells: grid.cells.flatMap((other) => (other === cell ? parts : [other])) };
}

/** All cells of an area become headers; where they all are, plain cells again. */
export function toggleHeader(grid: Grid, area: Area): Grid {
  const chosen = cellsIn(grid, area);
  const header = !chosen.every((cell) => cell.header);
  return { ...grid, cells: grid.cells.map((cell) => (chosen.includes(cell) ? { ...cell, header } : cell)) };
}

/** With a caption that it does not have, or without the one it has. */
export function toggleCaption(grid: Grid, caption: () => Node): Grid {
  return { ...grid, caption: grid.caption ? null : caption() };
}

function insert(grid: Grid, direction: Direction, at: number): Grid {
  const { at: place, span, across, length, breadth } = direction;
  const crossing = (cell: Cell): boolean => cell[place] < at && cell[place] + cell[span] > at;
  const moved = grid.cells.map((cell) => {
    if (crossing(cell)) return { ...cell, [span]: cell[span] + 1 };
    return cell[place] >= at ? { ...cell, [place]: cell[place] + 1 } : cell;
  });
  const covered = new Set(
    grid.cells.filter(crossing).flatMap((cell) => {
      const reach = across === "row" ? cell.rowspan : cell.colspan;
      return Array.from({ length: reach }, (_, offset) => cell[across] + offset);
    }),
  );
  const made: Cell[] = [];
  for (let other = 0; other < grid[breadth]; other += 1) {
    if (covered.has(other)) continue;
    const [row, column] = place === "row" ? [at, other] : [other, at];
    made.push(emptyCell(row, column, isHeaderLine(grid, direction, other)));
  }
  return { ...grid, cells: [...moved, ...made], [length]: grid[length] + 1 };
}

/** Whether what is inserted crosses a line of headers: in a column of headers, the new row has one too. */
function isHeaderLine(grid: Grid, direction: Direction, other: number): boolean {
  const line = Array.from({ length: grid[direction.length] }, (_, index) =>
    direction.at === "row" ? cellAt(grid, index, other) : cellAt(grid, other, index),
  );
  return line.length > 1 && line.every((cell) => cell?.header);
}

function remove(grid: Grid, direction: Direction, from: number, to: number): Grid {
  const { at: place, span, length } = direction;
  const count = to - from;
  const cells = grid.cells.flatMap((cell) => {
    const start = cell[place];
    const end = start + cell[span];
    const lost = Math.max(0, Math.min(end, to) - Math.max(start, from));
    if (lost === cell[span]) return [];
    const now = start < from ? start : Math.max(from, start - count);
    return now === start && lost === 0 ? [cell] : [{ ...cell, [place]: now, [span]: cell[span] - lost }];
  });
  return { ...grid, cells, [length]: grid[length] - count };
}
