// Blocks: what a paragraph can become, and what can be put between two of them.

import { setBlockType, wrapIn } from "prosemirror-commands";
import type { Node, NodeType } from "prosemirror-model";
import {
  type Command,
  type EditorState,
  NodeSelection,
  Selection,
  TextSelection,
  type Transaction,
} from "prosemirror-state";
import { liftListItem, sinkListItem, wrapInList } from "prosemirror-schema-list";

import { around } from "./ancestors";
import { nodeType } from "./types";

export const paragraph: Command = (state, dispatch) => setBlockType(nodeType("paragraph"))(state, dispatch);

/** A heading of a level from 2 to 4; one that is already of this level becomes a paragraph again. */
export function heading(level: number): Command {
  return (state, dispatch) => {
    if (![2, 3, 4].includes(level)) return false;
    const { parent } = state.selection.$from;
    const isThat = parent.type.name === "heading" && parent.attrs.level === level;
    return isThat ? paragraph(state, dispatch) : setBlockType(nodeType("heading"), { level })(state, dispatch);
  };
}

export const codeBlock: Command = (state, dispatch) => {
  if (state.selection.$from.parent.type.spec.code) return paragraph(state, dispatch);
  return setBlockType(nodeType("code_block"))(state, dispatch);
};

/** A list of the paragraphs; in such a list, paragraphs again; in the other kind of list, this kind. */
export function list(ordered: boolean): Command {
  return (state, dispatch) => {
    const type = nodeType(ordered ? "ordered_list" : "bullet_list");
    const found = around(state, "bullet_list", "ordered_list");
    if (found?.node.type === type) return liftListItem(nodeType("list_item"))(state, dispatch);
    if (found) {
      dispatch?.(state.tr.setNodeMarkup(found.pos, type));
      return true;
    }
    return wrapInList(type)(state, dispatch);
  };
}

export const indent: Command = (state, dispatch) => sinkListItem(nodeType("list_item"))(state, dispatch);
export const outdent: Command = (state, dispatch) => liftListItem(nodeType("list_item"))(state, dispatch);

/** A quote around the blocks; in a quote, out of it. */
export const quote: Command = (state, dispatch) => {
  const found = around(state, "blockquote");
  if (!found) return wrapIn(nodeType("blockquote"))(state, dispatch);
  return unwrap(found.pos)(state, dispatch);
};

/** The line under a quote that says whose words they are: goes there, and makes it where it is not. */
export const quoteSource: Command = (state, dispatch) => {
  const found = around(state, "blockquote", "pull_quote");
  if (!found) return false;
  if (!dispatch) return true;
  const end = found.pos + found.node.nodeSize - 1;
  const { tr: transaction } = state;
  if (found.node.lastChild?.type.name !== "quote_source") transaction.insert(end, nodeType("quote_source").create());
  const $end = transaction.doc.resolve(transaction.doc.resolve(found.pos + 1).end() - 1);
  dispatch(transaction.setSelection(TextSelection.near($end, -1)).scrollIntoView());
  return true;
};

/** A line of the text, large: of the paragraph at the caret, which becomes it. */
export const pullQuote: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const found = around(state, "pull_quote");
  if (found)
    return replaceBlock(state, found.pos, nodeType("paragraph").create(null, found.node.firstChild?.content), dispatch);
  if ($from.parent.type.name !== "paragraph") return false;
  const text = nodeType("pull_quote_text").create(null, $from.parent.content);
  return replaceBlock(state, $from.before(), nodeType("pull_quote").create(null, text), dispatch);
};

/** A box around the blocks, with a title to fill; in a box, out of it. */
export const box: Command = (state, dispatch) => {
  const found = around(state, "box");
  if (found) return unwrap(found.pos)(state, dispatch);
  const { $from, $to } = state.selection;
  const range = $from.blockRange($to);
  if (!range) return false;
  const { parent, startIndex, endIndex, start, end } = range;
  const blocks = parent.content.content.slice(startIndex, endIndex);
  const made = nodeType("box").create(null, [nodeType("box_title").create(), ...blocks]);
  // The source of a quote cannot go into a box without its quote.
  const isWhole = made.type.validContent(made.content);
  if (!isWhole || !parent.canReplaceWith(startIndex, endIndex, made.type)) return false;
  if (!dispatch) return true;
  const transaction = state.tr.replaceWith(start, end, made);
  dispatch(transaction.setSelection(TextSelection.near(transaction.doc.resolve(start + 2))).scrollIntoView());
  return true;
};

/** The title of the box: goes there, and makes it where it is not. */
export const boxTitle: Command = (state, dispatch) => {
  const found = around(state, "box");
  if (!found) return false;
  if (!dispatch) return true;
  const { tr: transaction } = state;
  if (found.node.firstChild?.type.name !== "box_title")
    transaction.insert(found.pos + 1, nodeType("box_title").create());
  dispatch(transaction.setSelection(TextSelection.near(transaction.doc.resolve(found.pos + 2))).scrollIntoView());
  return true;
};

export const rule: Command = (state, dispatch) => insertBlock(nodeType("horizontal_rule").create())(state, dispatch);

/** Puts a block at the caret: in the place of an empty paragraph, else behind the block that the caret is in. */
export function insertBlock(node: Node, select: "into" | "node" | "behind" = "behind"): Command {
  return (state, dispatch) => {
    const place = placeFor(state, node.type);
    if (!place) return false;
    if (!dispatch) return true;
    const transaction = state.tr.replaceWith(place.from, place.to, node);
    const at = place.from;
    if (select === "node") transaction.setSelection(NodeSelection.create(transaction.doc, at));
    else if (select === "into") transaction.setSelection(Selection.near(transaction.doc.resolve(at + 1)));
    else behind(transaction, at + node.nodeSize);
    dispatch(transaction.scrollIntoView());
    return true;
  };
}

/** The caret behind a block; where nothing is there, a paragraph comes. */
export function behind(transaction: Transaction, pos: number): Transaction {
  const $pos = transaction.doc.resolve(pos);
  if (!$pos.nodeAfter && $pos.parent.canReplaceWith($pos.index(), $pos.index(), nodeType("paragraph"))) {
    transaction.insert(pos, nodeType("paragraph").create());
  }
  return transaction.setSelection(Selection.near(transaction.doc.resolve(pos), 1));
}

/** Where a block of this type can stand, nearest to the caret. */
export function placeFor(state: EditorState, type: NodeType): { from: number; to: number } | null {
  const { selection } = state;
  const { $from, $to } = selection;
  if (selection instanceof NodeSelection && !selection.node.isInline) {
    const index = $to.index();
    if ($to.parent.canReplaceWith(index, index, type)) return { from: selection.to, to: selection.to };
  }
  for (let { depth } = $from; depth > 0; depth -= 1) {
    const parent = $from.node(depth - 1);
    const index = $from.index(depth - 1);
    const isEmpty = depth === $from.depth && $from.parent.type.name === "paragraph" && $from.parent.content.size === 0;
    if (isEmpty && parent.canReplaceWith(index, index + 1, type))
      return { from: $from.before(depth), to: $from.after(depth) };
    if (parent.canReplaceWith(index + 1, index + 1, type)) return { from: $from.after(depth), to: $from.after(depth) };
  }
  const at = $from.depth === 0 ? $from.pos : null;
  return at === null ? null : { from: at, to: at };
}

function replaceBlock(
  state: EditorState,
  pos: number,
  node: Node,
  dispatch?: (transaction: Transaction) => void,
): boolean {
  const $pos = state.doc.resolve(pos);
  const old = $pos.nodeAfter;
  if (!old || !$pos.parent.canReplaceWith($pos.index(), $pos.index() + 1, node.type)) return false;
  if (!dispatch) return true;
  const transaction = state.tr.replaceWith(pos, pos + old.nodeSize, node);
  dispatch(transaction.setSelection(Selection.near(transaction.doc.resolve(pos + 1))).scrollIntoView());
  return true;
}

/** Takes a quote or a box away from around its blocks; its title or source becomes a paragraph, if it says something. */
function unwrap(pos: number): Command {
  return (state, dispatch) => {
    const found = state.doc.nodeAt(pos);
    if (!found) return false;
    const blocks: Node[] = [];
    found.forEach((child) => {
      if (!child.type.isInGroup("block")) {
        if (child.content.size > 0) blocks.push(nodeType("paragraph").create(null, child.content));
      } else blocks.push(child);
    });
    const { $from } = state.selection;
    const offset = Math.max(0, $from.pos - 1);
    const transaction = state.tr.replaceWith(pos, pos + found.nodeSize, blocks);
    dispatch?.(
      transaction.setSelection(Selection.near(transaction.doc.resolve(Math.min(offset, transaction.doc.content.size)))),
    );
    return true;
  };
}
