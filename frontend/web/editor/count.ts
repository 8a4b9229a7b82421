// How many words the text has and how long it takes to read: the same rule as crates/document/src/text.rs.

import type { Node } from "prosemirror-model";
import { Plugin } from "prosemirror-state";

import { eachBlock } from "./each-block";
import type { Tell } from "./types";

/** How many words a reader reads in a minute. */
const WORDS_A_MINUTE = 220;
/** The text is counted when nobody has written for this long. Milliseconds. */
const PAUSE = 250;

/** Words, characters without what separates lines, and minutes: at least 1. */
export interface Count {
  words: number;
  characters: number;
  minutes: number;
}

/** Counts a document. */
export function countOf(doc: Node): Count {
  let words = 0;
  let characters = 0;
  for (const { value } of countBlocks(doc)) {
    words += value.words;
    characters += value.characters;
  }
  return { words, characters, minutes: Math.max(1, Math.ceil(words / WORDS_A_MINUTE)) };
}

/** The plugin that tells the count whenever it has changed. */
export function counting(tell: Tell): Plugin {
  return new Plugin({
    view(view) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let told = "";
      const count = (): void => {
        const now = countOf(view.state.doc);
        const said = JSON.stringify(now);
        if (said !== told) tell({ type: "count", ...now });
        told = said;
      };
      count();
      return {
        update(_, before) {
          if (before.doc === view.state.doc) return;
          clearTimeout(timer);
          timer = setTimeout(count, PAUSE);
        },
        destroy: () => clearTimeout(timer),
      };
    },
  });
}

const countBlocks = eachBlock((block) => {
  let words = 0;
  let characters = 0;
  const add = (text: string): void => {
    words += text.split(/\p{White_Space}+/u).filter((word) => /[\p{Alphabetic}\p{N}]/u.test(word)).length;
    characters += [...text].length;
  };
  const visit = (node: Node): void => {
    if (node.type.name === "embed") return add(String(node.attrs.title));
    if (!node.inlineContent) return node.forEach(visit);
    const texts: string[] = [];
    node.forEach((child) => {
      if (child.type.name === "footnote") visit(child);
      else texts.push(child.isText ? (child.text ?? "") : "\n");
    });
    add(texts.join(""));
  };
  visit(block);
  return { words, characters };
});
