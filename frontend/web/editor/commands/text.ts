// Text in the place of what is selected, and nothing in its place. From one quote into another, ProseMirror finds no
// way to join what is left and throws: then each block keeps what was not selected of it.

import { type Command, type EditorState, Plugin, TextSelection, type Transaction } from "prosemirror-state";

/** Writes text over a range. */
export function writeOver(state: EditorState, text: string, from: number, to: number): Transaction {
  try {
    return state.tr.insertText(text, from, to);
  } catch {
    return clear(state, from, to).insertText(text);
  }
}

/** Deletes what is selected. */
export const deleteSelected: Command = (state, dispatch) => {
  const { selection } = state;
  if (selection.empty) return false;
  let transaction: Transaction;
  try {
    transaction = state.tr.deleteSelection();
  } catch {
    transaction = clear(state, selection.from, selection.to);
  }
  dispatch?.(transaction.scrollIntoView());
  return true;
};

/** The plugin that lets typing over a selection succeed everywhere. */
export function overwriting(): Plugin {
  return new Plugin({
    props: {
      handleTextInput(view, from, to, text) {
        const { doc } = view.state;
        if (from === to || doc.resolve(from).sameParent(doc.resolve(to))) return false;
        view.dispatch(writeOver(view.state, text, from, to).scrollIntoView());
        return true;
      },
    },
  });
}

/** Takes the text out of every block of a range, and the blocks that lie in it whole; the caret is where it began. */
function clear(state: EditorState, from: number, to: number): Transaction {
  const ranges: [number, number][] = [];
  state.doc.nodesBetween(from, to, (node, pos, parent, index) => {
    const end = pos + node.nodeSize;
    const isWhole = pos >= from && end <= to && parent?.canReplace(index, index + 1);
    if (isWhole) ranges.push([pos, end]);
    else if (node.inlineContent) ranges.push([Math.max(from, pos + 1), Math.min(to, end - 1)]);
    return !isWhole && !node.inlineContent;
  });
  const { tr: transaction } = state;
  for (const [start, end] of ranges.reverse()) if (end > start) transaction.delete(start, end);
  return transaction.setSelection(TextSelection.near(transaction.doc.resolve(transaction.mapping.map(from, -1))));
}
