// The marks, in the order in which they are stored: the outermost first.

import type { MarkSpec } from "prosemirror-model";

import { safeUrl } from "../url";

export const marks: Record<string, MarkSpec> = {
  link: {
    attrs: { href: { validate: "string" } },
    inclusive: false,
    parseDOM: [{ tag: "a[href]", getAttrs: (node) => linkOf(node.getAttribute("href") ?? "") }],
    toDOM(mark) {
      const href: string = mark.attrs.href;
      return ["a", href.startsWith("http") ? { href, rel: "noopener" } : { href }, 0];
    },
  },
  strong: {
    parseDOM: [
      { tag: "strong" },
      // Google Docs wraps all that it copies into a <b> that is not bold.
      { tag: "b", getAttrs: (node) => (node.style.fontWeight === "normal" ? false : null) },
      { style: "font-weight=400", clearMark: (mark) => mark.type.name === "strong" },
      { style: "font-weight", getAttrs: (weight) => (/^(bold(er)?|[6-9]\d\d)$/.test(weight) ? null : false) },
    ],
    toDOM: () => ["strong", 0],
  },
  em: {
    parseDOM: [
      { tag: "em" },
      { tag: "i", getAttrs: (node) => (node.style.fontStyle === "normal" ? false : null) },
      { style: "font-style=italic" },
      { style: "font-style=normal", clearMark: (mark) => mark.type.name === "em" },
    ],
    toDOM: () => ["em", 0],
  },
  code: {
    code: true,
    parseDOM: [{ tag: "code" }, { tag: "tt" }, { tag: "kbd" }],
    toDOM: () => ["code", 0],
  },
  strike: {
    parseDOM: [{ tag: "s" }, { tag: "del" }, { tag: "strike" }, { style: "text-decoration=line-through" }],
    toDOM: () => ["s", 0],
  },
  subscript: {
    parseDOM: [{ tag: "sub" }, { style: "vertical-align=sub" }],
    toDOM: () => ["sub", 0],
  },
  superscript: {
    parseDOM: [{ tag: "sup" }, { style: "vertical-align=super" }],
    toDOM: () => ["sup", 0],
  },
};

/** The attributes of a link, or nothing where a reader should not be sent there. */
function linkOf(text: string): { href: string } | false {
  const href = safeUrl(text);
  return href === null ? false : { href };
}
