// Words in empty lines: in the body before anything is written, in a title or a source while the caret is there.

import { Plugin } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

import type { Words } from "./words";

const LINES = {
  quote_source: "editor-quote-source",
  box_title: "editor-box-title",
  table_caption: "editor-table-caption",
} as const;

/** The plugin that shows them. */
export function emptyLines(words: Words): Plugin {
  return new Plugin({
    props: {
      decorations({ doc, selection }) {
        const shown = (from: number, size: number, text: string): DecorationSet =>
          DecorationSet.create(doc, [
            Decoration.node(from, from + size, { class: "editor__empty", "data-placeholder": text }),
          ]);
        const { firstChild } = doc;
        const isNothing =
          doc.childCount === 1 && firstChild?.type.name === "paragraph" && firstChild.content.size === 0;
        if (isNothing) return shown(0, 2, words("editor-placeholder"));
        const { $from } = selection;
        const line = LINES[$from.parent.type.name as keyof typeof LINES];
        if (!line || $from.parent.content.size > 0) return null;
        return shown($from.before(), 2, words(line));
      },
    },
  });
}
