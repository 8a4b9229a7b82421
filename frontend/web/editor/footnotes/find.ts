// Where the footnotes are.

import type { Node } from "prosemirror-model";

import { eachBlock } from "../each-block";

/** A footnote and where it begins. */
export interface Note {
  node: Node;
  pos: number;
}

const inBlocks = eachBlock((block) => {
  const notes: Note[] = [];
  block.descendants((node, pos) => {
    if (node.type.name === "footnote") notes.push({ node, pos: pos + 1 });
    return node.type.name !== "footnote";
  });
  return notes;
});

/** All footnotes in the order of the text. */
export function footnotesIn(doc: Node): Note[] {
  return inBlocks(doc).flatMap(({ pos, value }) => value.map((note) => ({ node: note.node, pos: note.pos + pos })));
}
