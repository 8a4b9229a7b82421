// Pictures side by side.

import type { Node } from "prosemirror-model";
import { type Command, NodeSelection } from "prosemirror-state";

import { around } from "../commands/ancestors";
import { nodeType } from "../commands/types";

/** Makes a gallery of the picture at the selection and those that follow each other around it; in one, takes it apart. */
export const gallery: Command = (state, dispatch) => {
  const whole = around(state, "gallery");
  if (whole) {
    dispatch?.(state.tr.replaceWith(whole.pos, whole.pos + whole.node.nodeSize, whole.node.content));
    return true;
  }
  const figure = around(state, "figure");
  if (!figure) return false;
  const $figure = state.doc.resolve(figure.pos);
  const { parent } = $figure;
  const isFigure = (index: number): boolean => parent.maybeChild(index)?.type.name === "figure";
  let first = $figure.index();
  let last = first;
  while (isFigure(first - 1)) first -= 1;
  while (isFigure(last + 1)) last += 1;
  if (!parent.canReplaceWith(first, last + 1, nodeType("gallery"))) return false;
  const figures: Node[] = parent.content.content.slice(first, last + 1);
  const from = $figure.posAtIndex(first);
  const to = $figure.posAtIndex(last + 1);
  const transaction = state.tr.replaceWith(from, to, nodeType("gallery").create(null, figures));
  dispatch?.(transaction.setSelection(NodeSelection.create(transaction.doc, from)).scrollIntoView());
  return true;
};
