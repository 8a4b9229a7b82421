// Several cells selected at once: a rectangle from the cell where it began to the cell where it ends.

import { type Node, type ResolvedPos, Fragment, Slice } from "prosemirror-model";
import { Selection, type SelectionBookmark, SelectionRange, TextSelection } from "prosemirror-state";
import type { Mappable } from "prosemirror-transform";

import { nodeType } from "../commands/types";
import { type Area, areaAround, cellsIn, type Grid, gridOf } from "./model";

export class CellSelection extends Selection {
  /** Where the two cells begin. */
  constructor(
    readonly $anchorCell: ResolvedPos,
    readonly $headCell: ResolvedPos,
  ) {
    const { doc } = $anchorCell;
    const { start, grid, area } = rectangle($anchorCell, $headCell);
    // The range that comes first is where the selection is said to be: the cell where it ends.
    const cells = cellsIn(grid, area).sort((a) => (a.pos + start === $headCell.pos ? -1 : 0));
    const ranges = cells.map(({ pos, node }) => {
      const from = start + pos + 1;
      return new SelectionRange(doc.resolve(from), doc.resolve(from + node.content.size));
    });
    const [first] = ranges;
    if (!first) throw new RangeError("a selection of cells without cells");
    super(first.$from, first.$to, ranges);
  }

  /** The selection between two cells of a document, if they are cells of one table. */
  static between(doc: Node, anchor: number, head: number): CellSelection | null {
    const [$anchor, $head] = [doc.resolve(anchor), doc.resolve(head)];
    const isOne =
      isCell($anchor) && isCell($head) && $anchor.node(-1) === $head.node(-1) && $anchor.start(-1) === $head.start(-1);
    return isOne ? new CellSelection($anchor, $head) : null;
  }

  /** The rectangle, and the table that it lies in. */
  get rectangle(): { start: number; grid: Grid; area: Area } {
    return rectangle(this.$anchorCell, this.$headCell);
  }

  override map(doc: Node, mapping: Mappable): Selection {
    const [anchor, head] = [mapping.map(this.$anchorCell.pos), mapping.map(this.$headCell.pos)];
    return CellSelection.between(doc, anchor, head) ?? TextSelection.near(doc.resolve(head));
  }

  /** The cells as a table of their own. */
  override content(): Slice {
    const { grid, area } = this.rectangle;
    const rows = Array.from({ length: area.bottom - area.top }, (_, index) => {
      const row = area.top + index;
      const cells = cellsIn(grid, area).filter((cell) => cell.row === row);
      return nodeType("table_row").create(
        null,
        cells.map(({ node }) => node),
      );
    });
    return new Slice(Fragment.from(nodeType("table").create(null, rows)), 0, 0);
  }

  override eq(other: unknown): boolean {
    return (
      other instanceof CellSelection &&
      other.$anchorCell.pos === this.$anchorCell.pos &&
      other.$headCell.pos === this.$headCell.pos
    );
  }

  override toJSON(): object {
    return { type: "cell", anchor: this.$anchorCell.pos, head: this.$headCell.pos };
  }

  static override fromJSON(doc: Node, { anchor, head }: { anchor: number; head: number }): Selection {
    return CellSelection.between(doc, anchor, head) ?? TextSelection.near(doc.resolve(head));
  }

  override getBookmark(): SelectionBookmark {
    return new CellBookmark(this.$anchorCell.pos, this.$headCell.pos);
  }
}

CellSelection.prototype.visible = false;
Selection.jsonID("cell", CellSelection);

class CellBookmark implements SelectionBookmark {
  constructor(
    private readonly anchor: number,
    private readonly head: number,
  ) {}

  map(mapping: Mappable): CellBookmark {
    return new CellBookmark(mapping.map(this.anchor), mapping.map(this.head));
  }

  resolve(doc: Node): Selection {
    return CellSelection.between(doc, this.anchor, this.head) ?? TextSelection.near(doc.resolve(this.head));
  }
}

/** Whether a cell begins at a place. */
export function isCell({ nodeAfter, parent }: ResolvedPos): boolean {
  return parent.type.name === "table_row" && nodeAfter !== null;
}

/** Where the cell around a place begins; nothing where there is none. */
export function cellAround($pos: ResolvedPos): ResolvedPos | null {
  for (let { depth } = $pos; depth > 0; depth -= 1) {
    if ($pos.node(depth - 1).type.name === "table_row") return $pos.doc.resolve($pos.before(depth));
  }
  return isCell($pos) ? $pos : null;
}

function rectangle($anchor: ResolvedPos, $head: ResolvedPos): { start: number; grid: Grid; area: Area } {
  const grid = gridOf($anchor.node(-1));
  const start = $anchor.start(-1);
  const cellAt = ($cell: ResolvedPos): Grid["cells"][number] => {
    const cell = grid.cells.find(({ pos }) => pos + start === $cell.pos);
    if (!cell) throw new RangeError("no cell begins there");
    return cell;
  };
  return { start, grid, area: areaAround(grid, cellAt($anchor), cellAt($head)) };
}
