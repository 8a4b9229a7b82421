// Commands on the whole document, or on a place of it that is named from outside.

import { Fragment, Node, Slice } from "prosemirror-model";
import { TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

import { smallest } from "../binding/small-steps";
import { dispatchAsOneStep } from "../one-step";
import { schema } from "../schema";
import { around } from "./ancestors";

/** Writes another document in the place of this one, as one step to take back. Nothing happens where it is no document. */
export function replaceDocument(view: EditorView, json: unknown): boolean {
  let doc: Node;
  try {
    doc = Node.fromJSON(schema, json);
    doc.check();
  } catch {
    return false;
  }
  const change = smallest(view.state.doc, doc);
  if (!change) return false;
  const slice = new Slice(Fragment.from(change.content), 0, 0);
  dispatchAsOneStep(view, view.state.tr.replace(change.from, change.to, slice));
  return true;
}

/** Selects a place and brings it into view. */
export function goTo(view: EditorView, from: number, to: number): boolean {
  const { doc } = view.state;
  if (from < 0 || to < from || to > doc.content.size) return false;
  const selection = TextSelection.between(doc.resolve(from), doc.resolve(to));
  view.dispatch(view.state.tr.setSelection(selection).scrollIntoView());
  view.focus();
  return true;
}

/** Sets what is said about the picture at the selection. What is left out stays. */
export function setFigure(view: EditorView, said: { alt?: string; credit?: string | null; caption?: string }): boolean {
  const found = around(view.state, "figure");
  if (!found) return false;
  const { alt = found.node.attrs.alt, credit = found.node.attrs.credit, caption } = said;
  const transaction = view.state.tr.setNodeMarkup(found.pos, null, {
    ...found.node.attrs,
    alt,
    credit: credit || null,
  });
  if (caption !== undefined) {
    const content = caption ? schema.text(caption) : Fragment.empty;
    transaction.replaceWith(found.pos + 1, found.pos + 1 + found.node.content.size, content);
  }
  view.dispatch(transaction);
  return true;
}
