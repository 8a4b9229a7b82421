// To the beginning and the end. Browsers take the large first letter of the text for a line of its own, and the list of
// footnotes for the end of the text.

import { type Command, type EditorState, Selection, TextSelection, type Transaction } from "prosemirror-state";

/** To the beginning of the line, where it is the first line of the text. */
export function lineStart(isExtending: boolean): Command {
  return (state, dispatch, view) => {
    const { $head } = state.selection;
    if ($head.depth !== 1 || $head.index(0) !== 0 || !view?.endOfTextblock("up")) return false;
    dispatch?.(to(state, $head.start(), isExtending));
    return true;
  };
}

/** To the beginning of the text, or with 1 to its end. */
export function textEnd(side: -1 | 1, isExtending: boolean): Command {
  return (state, dispatch) => {
    const { doc } = state;
    const selection = side < 0 ? Selection.atStart(doc) : Selection.atEnd(doc);
    if (!isExtending) dispatch?.(state.tr.setSelection(selection).scrollIntoView());
    else dispatch?.(to(state, side < 0 ? selection.from : selection.to, true));
    return true;
  };
}

function to(state: EditorState, pos: number, isExtending: boolean): Transaction {
  const $pos = state.doc.resolve(pos);
  const $anchor = isExtending ? state.selection.$anchor : $pos;
  return state.tr.setSelection(TextSelection.between($anchor, $pos)).scrollIntoView();
}
