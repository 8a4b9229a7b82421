// Work on the whole text that costs no more than the block that changed: blocks that stay the same are the very same
// objects, so what was found in one is remembered with it.

import type { Node } from "prosemirror-model";

/** A top-level block and what was found in it. */
export interface Found<T> {
  block: Node;
  /** Where the block begins. */
  pos: number;
  value: T;
}

/** Remembers what `look` answers for each block of the document. */
export function eachBlock<T>(look: (block: Node) => T): (doc: Node) => Found<T>[] {
  const known = new WeakMap<Node, { value: T }>();
  return (doc) => {
    const found: Found<T>[] = [];
    doc.forEach((block, pos) => {
      let entry = known.get(block);
      if (!entry) known.set(block, (entry = { value: look(block) }));
      found.push({ block, pos, value: entry.value });
    });
    return found;
  };
}
