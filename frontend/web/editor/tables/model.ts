// A table as cells with coordinates. Rows and columns come and go by arithmetic; only the end makes nodes of it.

import type { Node } from "prosemirror-model";

import { nodeType } from "../commands/types";
import { schema } from "../schema";

/** A cell and the slots that it covers. */
export interface Cell {
  row: number;
  column: number;
  rowspan: number;
  colspan: number;
  header: boolean;
  node: Node;
  /** Where it begins, counted from the beginning of the table's content. -1: it is new. */
  pos: number;
}

/** A table taken apart. */
export interface Grid {
  caption: Node | null;
  cells: Cell[];
  height: number;
  width: number;
}

/** A rectangle of slots; `bottom` and `right` are outside of it. */
export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

const known = new WeakMap<Node, Grid>();

/** Takes a table apart. Spans that overlap or stick out are cut to what there is room for. */
export function gridOf(table: Node): Grid {
  const before = known.get(table);
  if (before) return before;
  const first = table.firstChild;
  const caption = first?.type.name === "table_caption" ? first : null;
  const height = table.childCount - (caption ? 1 : 0);
  const cells: Cell[] = [];
  const taken = new Set<string>();
  let width = 0;
  let row = 0;
  table.forEach((line, start) => {
    if (line === caption) return;
    let column = 0;
    line.forEach((node, offset) => {
      while (taken.has(`${row} ${column}`)) column += 1;
      const rowspan = Math.min(node.attrs.rowspan, height - row);
      let colspan = 1;
      while (colspan < node.attrs.colspan && !taken.has(`${row} ${column + colspan}`)) colspan += 1;
      const cell = {
        row,
        column,
        rowspan,
        colspan,
        header: node.type.name === "table_header",
        node,
        pos: start + 1 + offset,
      };
      for (const slot of slotsOf(cell)) taken.add(slot);
      cells.push(cell);
      column += colspan;
      width = Math.max(width, column);
    });
    row += 1;
  });
  const grid = { caption, cells, height, width };
  known.set(table, grid);
  return grid;
}

/** Puts a table together; slots that no cell covers get an empty one. */
export function tableOf({ caption, cells, height, width }: Grid): Node {
  const taken = new Set(cells.flatMap(slotsOf));
  const all = [...cells];
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      if (!taken.has(`${row} ${column}`)) all.push(emptyCell(row, column, false));
    }
  }
  const rows = Array.from({ length: height }, (_, row) => {
    const line = all.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column);
    return nodeType("table_row").create(null, line.map(nodeOf));
  });
  return nodeType("table").create(null, [...(caption ? [caption] : []), ...rows]);
}

/** An empty cell that is not yet in a table. */
export function emptyCell(row: number, column: number, header: boolean): Cell {
  const node = nodeType(header ? "table_header" : "table_cell").create();
  return { row, column, rowspan: 1, colspan: 1, header, node, pos: -1 };
}

/** The cell that covers a slot. */
export function cellAt({ cells }: Grid, row: number, column: number): Cell | undefined {
  return cells.find((cell) => covers(cell, { top: row, left: column, bottom: row + 1, right: column + 1 }));
}

/** The cells that reach into an area. */
export function cellsIn({ cells }: Grid, area: Area): Cell[] {
  return cells.filter((cell) => covers(cell, area));
}

/** The smallest area that holds two cells, and every cell that reaches into it. */
export function areaAround(grid: Grid, one: Cell, other: Cell): Area {
  let area = union(areaOf(one), areaOf(other));
  for (;;) {
    const wider = cellsIn(grid, area).map(areaOf).reduce(union, area);
    if (Object.values(wider).join() === Object.values(area).join()) return area;
    area = wider;
  }
}

export function areaOf({ row, column, rowspan, colspan }: Cell): Area {
  return { top: row, left: column, bottom: row + rowspan, right: column + colspan };
}

function union(a: Area, b: Area): Area {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

function covers(cell: Cell, { top, left, bottom, right }: Area): boolean {
  const { row, column, rowspan, colspan } = cell;
  return row < bottom && row + rowspan > top && column < right && column + colspan > left;
}

function slotsOf({ row, column, rowspan, colspan }: Cell): string[] {
  return Array.from(
    { length: rowspan * colspan },
    (_, slot) => `${row + Math.floor(slot / colspan)} ${column + (slot % colspan)}`,
  );
}

/** The node of a cell; one that has not changed stays the very same. */
function nodeOf({ node, header, colspan, rowspan }: Cell): Node {
  const type = schema.nodes[header ? "table_header" : "table_cell"];
  const isSame = node.type === type && node.attrs.colspan === colspan && node.attrs.rowspan === rowspan;
  return isSame || !type ? node : type.create({ colspan, rowspan }, node.content);
}
