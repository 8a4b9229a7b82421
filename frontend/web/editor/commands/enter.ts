// Enter and Backspace where a line has a role: a caption is not split in two pictures, a source ends its quote.

import { chainCommands, liftEmptyBlock, newlineInCode, splitBlockAs } from "prosemirror-commands";
import { AllSelection, type Command, NodeSelection, Selection, TextSelection } from "prosemirror-state";
import { liftListItem, splitListItem } from "prosemirror-schema-list";

import { around } from "./ancestors";
import { behind, paragraph } from "./blocks";
import { nodeType } from "./types";

/** From a line with a role to what comes next: into the box, the table, or behind the block. */
const leaveLine: Command = (state, dispatch) => {
  const { $from, $to } = state.selection;
  if (state.selection instanceof NodeSelection || $from.parent !== $to.parent) return false;
  const line = $from.parent.type.name;
  if (!["quote_source", "pull_quote_text", "figure", "box_title", "table_caption"].includes(line)) return false;
  if (!dispatch) return true;
  const isInside = line === "box_title" || line === "table_caption";
  const isGallery = line === "figure" && $from.node(-1).type.name === "gallery";
  const after = $from.after(isInside || line === "figure" ? $from.depth : $from.depth - 1);
  const $after = state.doc.resolve(after);
  if (isInside || (isGallery && $after.nodeAfter)) {
    dispatch(state.tr.setSelection(Selection.near($after, 1)).scrollIntoView());
    return true;
  }
  const place = isGallery ? $from.after(-1) : after;
  const next = state.doc.resolve(place).nodeAfter;
  // A line that follows is gone to; else a new one comes.
  const { tr: transaction } = state;
  if (next?.type.name !== "paragraph" || next.content.size > 0) {
    transaction.insert(place, nodeType("paragraph").create());
  }
  dispatch(behind(transaction, place).scrollIntoView());
  return true;
};

/** An empty paragraph at the end of a quote or a box ends it, also where a source stands below. */
const leaveBlock: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const isEmpty = empty && $from.parent.type.name === "paragraph" && $from.parent.content.size === 0;
  if (!isEmpty || $from.depth < 2) return false;
  const container = $from.node(-1);
  const index = $from.index(-1);
  const next = container.maybeChild(index + 1);
  const isLast = !next || next.type.name === "quote_source";
  if (!["blockquote", "box"].includes(container.type.name) || !isLast) return false;
  const isOnly = index === 0 || container.child(index - 1).type.name === "box_title";
  if (isOnly) return false;
  const end = $from.after(-1);
  const transaction = state.tr.insert(end, nodeType("paragraph").create());
  transaction.delete($from.before(), $from.after());
  const place = transaction.mapping.map(end, -1);
  dispatch?.(transaction.setSelection(TextSelection.near(transaction.doc.resolve(place + 1))).scrollIntoView());
  return true;
};

/** A line break within the block. */
export const hardBreak: Command = (state, dispatch) => {
  const { parent } = state.selection.$from;
  if (!parent.inlineContent || parent.type.spec.code) return false;
  dispatch?.(state.tr.replaceSelectionWith(nodeType("hard_break").create(), true).scrollIntoView());
  return true;
};

const breakInCell: Command = (state, dispatch) =>
  around(state, "table_cell", "table_header") ? hardBreak(state, dispatch) : false;

/** At the beginning of an entry: out of the list. Of a heading or code: a paragraph. */
const plainAgain: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0) return false;
  const { name } = $from.parent.type;
  if (name === "heading" || (name === "code_block" && $from.parent.content.size === 0))
    return paragraph(state, dispatch);
  const isEntry = $from.depth >= 2 && $from.node(-1).type.name === "list_item" && $from.index(-1) === 0;
  return isEntry && liftListItem(nodeType("list_item"))(state, dispatch);
};

/** An empty line with a role goes; an empty caption leads to its picture. */
const dropLine: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0) return false;
  const { name } = $from.parent.type;
  if (name === "figure") {
    dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, $from.before())));
    return true;
  }
  if (!["quote_source", "box_title", "table_caption"].includes(name) || $from.parent.content.size > 0) return false;
  const transaction = state.tr.delete($from.before(), $from.after());
  dispatch?.(
    transaction.setSelection(Selection.near(transaction.doc.resolve($from.before()), name === "quote_source" ? -1 : 1)),
  );
  return true;
};

/** Behind a block that is selected, or at a place between blocks: a paragraph. */
const paragraphNear: Command = (state, dispatch) => {
  const { selection } = state;
  const { $from, $to } = selection;
  if (selection instanceof AllSelection || $from.parent.inlineContent || $to.parent.inlineContent) return false;
  const index = $to.indexAfter();
  if (!$to.parent.canReplaceWith(index, index, nodeType("paragraph"))) return false;
  const transaction = state.tr.insert($to.pos, nodeType("paragraph").create());
  dispatch?.(transaction.setSelection(TextSelection.create(transaction.doc, $to.pos + 1)).scrollIntoView());
  return true;
};

/** A block in two. What comes behind a whole block is a paragraph: ProseMirror would make the source of a quote. */
const split = splitBlockAs((_, isAtEnd) => (isAtEnd ? { type: nodeType("paragraph") } : null));

export const enter: Command = chainCommands(
  leaveLine,
  breakInCell,
  leaveBlock,
  splitListItem(nodeType("list_item")),
  newlineInCode,
  paragraphNear,
  liftEmptyBlock,
  split,
);

/** From a selected picture into its caption. */
export const intoCaption: Command = (state, dispatch) => {
  const { selection } = state;
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== "figure") return false;
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, selection.from + 1)).scrollIntoView());
  return true;
};

export const backspace: Command = chainCommands(dropLine, plainAgain);
