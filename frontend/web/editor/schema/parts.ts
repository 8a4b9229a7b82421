// What stands inside a block: lines with a role of their own, the parts of a table, and what runs with the text.

import type { NodeSpec } from "prosemirror-model";

const quote_source: NodeSpec = {
  content: "inline*",
  isolating: true,
  parseDOM: [{ tag: "figcaption", context: "blockquote/|pull_quote/" }],
  toDOM: () => ["figcaption", { class: "prose__source" }, 0],
};

const pull_quote_text: NodeSpec = {
  content: "inline*",
  parseDOM: [
    {
      tag: "blockquote",
      context: "pull_quote/",
      priority: 60,
      contentElement: (node) => (node as HTMLElement).querySelector("p") ?? (node as HTMLElement),
    },
  ],
  toDOM: () => ["blockquote", ["p", 0]],
};

const box_title: NodeSpec = {
  content: "inline*",
  isolating: true,
  parseDOM: [{ tag: "h2.box__title", context: "box/", priority: 60 }],
  toDOM: () => ["h2", { class: "box__title" }, 0],
};

const table: NodeSpec = {
  content: "table_caption? table_row+",
  group: "block",
  isolating: true,
  parseDOM: [{ tag: "table" }],
  toDOM: () => ["div", { class: "prose__table" }, ["table", { class: "editor-table" }, 0]],
};

const table_caption: NodeSpec = {
  content: "inline*",
  isolating: true,
  parseDOM: [{ tag: "caption" }],
  toDOM: () => ["caption", 0],
};

const table_row: NodeSpec = {
  content: "(table_cell | table_header)*",
  parseDOM: [{ tag: "tr" }],
  toDOM: () => ["tr", 0],
};

const cellAttributes = {
  colspan: { default: 1, validate: "number" },
  rowspan: { default: 1, validate: "number" },
};

const table_cell: NodeSpec = {
  content: "inline*",
  attrs: cellAttributes,
  isolating: true,
  parseDOM: [{ tag: "td", getAttrs: spansOf }],
  toDOM: (node) => ["td", spanAttributes(node.attrs as Spans), 0],
};

const table_header: NodeSpec = {
  content: "inline*",
  attrs: cellAttributes,
  isolating: true,
  parseDOM: [{ tag: "th", getAttrs: spansOf }],
  toDOM: (node) => ["th", spanAttributes(node.attrs as Spans), 0],
};

const hard_break: NodeSpec = {
  inline: true,
  group: "inline",
  selectable: false,
  linebreakReplacement: true,
  leafText: () => "\n",
  parseDOM: [{ tag: "br" }],
  toDOM: () => ["br"],
};

const footnote: NodeSpec = {
  content: "(text | hard_break)*",
  inline: true,
  group: "inline",
  atom: true,
  draggable: true,
  parseDOM: [{ tag: "sup[data-footnote]", priority: 70 }],
  toDOM: () => ["sup", { "data-footnote": "" }, 0],
};

export const parts = {
  table,
  table_row,
  table_cell,
  table_header,
  quote_source,
  pull_quote_text,
  table_caption,
  box_title,
  hard_break,
  footnote,
};

interface Spans {
  colspan: number;
  rowspan: number;
}

function spansOf(cell: HTMLElement): Spans {
  return { colspan: spanOf(cell.getAttribute("colspan")), rowspan: spanOf(cell.getAttribute("rowspan")) };
}

/** A span that a page can be asked to show; anything else is 1. */
function spanOf(text: string | null): number {
  const span = Number(text ?? 1);
  return Number.isInteger(span) && span >= 1 && span <= 100 ? span : 1;
}

function spanAttributes({ colspan, rowspan }: Spans): Record<string, string> {
  return {
    ...(colspan === 1 ? {} : { colspan: String(colspan) }),
    ...(rowspan === 1 ? {} : { rowspan: String(rowspan) }),
  };
}
