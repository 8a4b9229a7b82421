// Documents as short strings, to be compared at a glance.

import type { Node } from "prosemirror-model";

const NAMES: Record<string, string> = {
  paragraph: "p",
  bullet_list: "ul",
  ordered_list: "ol",
  list_item: "li",
  blockquote: "quote",
  quote_source: "source",
  hard_break: "br",
  table_row: "tr",
  table_cell: "td",
  table_header: "th",
  horizontal_rule: "hr",
  footnote: "note",
  code_block: "code",
  strong: "b",
  em: "i",
};

/** A node as `p(text b[bold])`; a document as its blocks, one a line. */
export function short(node: Node): string {
  const children = node.content.content.map(short);
  if (node.isText) {
    return node.marks.reduceRight((text, { type, attrs }) => {
      const href = attrs.href ? `:${String(attrs.href)}` : "";
      return `${NAMES[type.name] ?? type.name}${href}[${text}]`;
    }, node.text ?? "");
  }
  if (node.type.name === "doc") return children.join("\n");
  const { level, order, colspan, rowspan, picture, id } = node.attrs as Record<string, number | string | undefined>;
  const said = [level, order === 1 ? "" : order, picture, id, span("x", colspan), span("y", rowspan)]
    .filter(Boolean)
    .join(" ");
  const name = node.type.name === "heading" ? "h" : (NAMES[node.type.name] ?? node.type.name);
  return `${name}${said}${node.isLeaf ? "" : `(${children.join("")})`}`;
}

function span(sign: string, size: number | string | undefined): string {
  return Number(size ?? 1) > 1 ? `${sign}${size}` : "";
}
