// Selecting cells with the pointer and the keyboard, and showing which they are.

import { keydownHandler } from "prosemirror-keymap";
import { type Command, Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";

import { cellAt, cellsIn } from "./model";
import { nextCell } from "./commands";
import { cellAround, CellSelection } from "./selection";

/** The plugin of the tables. */
export function tables(): Plugin {
  return new Plugin({
    key: new PluginKey("tables"),
    props: {
      decorations({ doc, selection }) {
        if (!(selection instanceof CellSelection)) return null;
        const { start, grid, area } = selection.rectangle;
        const chosen = cellsIn(grid, area).map(({ pos, node }) =>
          Decoration.node(start + pos, start + pos + node.nodeSize, { class: "editor-table__cell--selected" }),
        );
        return DecorationSet.create(doc, chosen);
      },
      handleDOMEvents: { mousedown: press },
      handleKeyDown: keydownHandler({
        Tab: nextCell(1),
        "Shift-Tab": nextCell(-1),
        "Shift-ArrowLeft": extend(0, -1),
        "Shift-ArrowRight": extend(0, 1),
        "Shift-ArrowUp": extend(-1, 0),
        "Shift-ArrowDown": extend(1, 0),
        Escape: (state, dispatch) => {
          const { selection } = state;
          if (!(selection instanceof CellSelection)) return false;
          dispatch?.(state.tr.setSelection(CellSelection.near(selection.$headCell)));
          return true;
        },
      }),
    },
  });
}

/** A press in one cell and a move into another select all cells between them; Shift goes on from where it began. */
function press(view: EditorView, event: MouseEvent): boolean {
  if (event.button !== 0) return false;
  const began = cellUnder(view, event);
  if (began === null) return false;
  const { selection } = view.state;
  const anchor = selection instanceof CellSelection ? selection.$anchorCell.pos : cellAround(selection.$anchor)?.pos;
  if (event.shiftKey && anchor !== undefined && anchor !== began && select(view, anchor, began)) {
    event.preventDefault();
    return true;
  }
  const ending = new AbortController();
  const move = (event: MouseEvent): void => {
    const here = cellUnder(view, event);
    const isSelecting = view.state.selection instanceof CellSelection;
    if (here === null || (here === began && !isSelecting)) return;
    if (select(view, began, here)) event.preventDefault();
  };
  view.dom.ownerDocument.addEventListener("mousemove", move, { signal: ending.signal });
  view.dom.ownerDocument.addEventListener("mouseup", () => ending.abort(), { signal: ending.signal });
  return false;
}

function select(view: EditorView, anchor: number, head: number): boolean {
  const selection = CellSelection.between(view.state.doc, anchor, head);
  if (!selection) return false;
  if (!selection.eq(view.state.selection)) view.dispatch(view.state.tr.setSelection(selection));
  return true;
}

function cellUnder(view: EditorView, event: MouseEvent): number | null {
  const found = view.posAtCoords({ left: event.clientX, top: event.clientY });
  return found ? (cellAround(view.state.doc.resolve(found.pos))?.pos ?? null) : null;
}

/** One cell more in a direction; from within a cell only where the caret cannot go on in it. */
function extend(rows: number, columns: number): Command {
  return (state, dispatch, view) => {
    const { selection } = state;
    const isCells = selection instanceof CellSelection;
    const $anchor = isCells ? selection.$anchorCell : cellAround(selection.$anchor);
    const $head = isCells ? selection.$headCell : $anchor;
    if (!$anchor || !$head) return false;
    const side = rows < 0 ? "up" : rows > 0 ? "down" : columns < 0 ? "left" : "right";
    if (!isCells && !view?.endOfTextblock(side)) return false;
    const { grid, start } = new CellSelection($anchor, $head).rectangle;
    const cell = grid.cells.find(({ pos }) => pos + start === $head.pos);
    if (!cell) return false;
    const row = rows > 0 ? cell.row + cell.rowspan : cell.row + rows;
    const column = columns > 0 ? cell.column + cell.colspan : cell.column + columns;
    const target = cellAt(grid, row, column);
    if (!target) return isCells;
    dispatch?.(state.tr.setSelection(new CellSelection($anchor, state.doc.resolve(start + target.pos))));
    return true;
  };
}
