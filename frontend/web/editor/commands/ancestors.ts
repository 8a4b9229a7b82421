// Which block the selection stands in.

import type { Node, ResolvedPos } from "prosemirror-model";
import { type EditorState, NodeSelection } from "prosemirror-state";

/** A block around the selection, and where it begins. */
export interface Around {
  node: Node;
  pos: number;
  depth: number;
}

/** The innermost block of one of these types around the selection, or the selected block itself. */
export function around(state: EditorState, ...names: string[]): Around | null {
  const { selection } = state;
  if (selection instanceof NodeSelection && names.includes(selection.node.type.name)) {
    return { node: selection.node, pos: selection.from, depth: selection.$from.depth + 1 };
  }
  return aroundPlace(selection.$from, ...names);
}

/** The innermost block of one of these types around a place. */
export function aroundPlace($pos: ResolvedPos, ...names: string[]): Around | null {
  for (let { depth } = $pos; depth > 0; depth -= 1) {
    const node = $pos.node(depth);
    if (names.includes(node.type.name)) return { node, pos: $pos.before(depth), depth };
  }
  return null;
}
