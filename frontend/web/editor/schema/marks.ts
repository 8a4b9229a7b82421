// The marks, in the order in which they are stored: the outermost first. None is read from a style: what is pasted says
// everything with elements by then.

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
    parseDOM: [{ tag: "strong" }, { tag: "b" }],
    toDOM: () => ["strong", 0],
  },
  em: {
    parseDOM: [{ tag: "em" }, { tag: "i" }],
    toDOM: () => ["em", 0],
  },
  code: {
    code: true,
    parseDOM: [{ tag: "code" }, { tag: "tt" }, { tag: "kbd" }],
    toDOM: () => ["code", 0],
  },
  strike: {
    parseDOM: [{ tag: "s" }, { tag: "del" }, { tag: "strike" }],
    toDOM: () => ["s", 0],
  },
  subscript: {
    parseDOM: [{ tag: "sub" }],
    toDOM: () => ["sub", 0],
  },
  superscript: {
    parseDOM: [{ tag: "sup" }],
    toDOM: () => ["sup", 0],
  },
};

/** The attributes of a link, or nothing where a reader should not be sent there. */
function linkOf(text: string): { href: string } | false {
  const href = safeUrl(text);
  return href === null ? false : { href };
}
