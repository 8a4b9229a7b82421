// The blocks of a body. Where a block looks different from what is written here, it has a view of its own in ../views.

import type { DOMOutputSpec, NodeSpec } from "prosemirror-model";

import { embedOf, embedPage, isEmbedId, PROVIDERS, type Provider } from "../embeds";

const paragraph: NodeSpec = {
  content: "inline*",
  group: "block",
  parseDOM: [{ tag: "p" }],
  toDOM: () => ["p", 0],
};

const heading: NodeSpec = {
  content: "inline*",
  group: "block",
  attrs: { level: { validate: "number" } },
  defining: true,
  // The page has one h1, and it is the headline.
  parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({
    tag: `h${level}`,
    attrs: { level: Math.min(4, Math.max(2, level)) },
  })),
  toDOM: (node) => [`h${node.attrs.level}`, 0],
};

const bullet_list: NodeSpec = {
  content: "list_item+",
  group: "block",
  parseDOM: [{ tag: "ul" }],
  toDOM: () => ["ul", 0],
};

const ordered_list: NodeSpec = {
  content: "list_item+",
  group: "block",
  attrs: { order: { default: 1, validate: "number" } },
  parseDOM: [{ tag: "ol", getAttrs: (list) => ({ order: wholeNumber(list.getAttribute("start")) }) }],
  toDOM: (node) => ["ol", node.attrs.order === 1 ? {} : { start: node.attrs.order }, 0],
};

const list_item: NodeSpec = {
  content: "block+",
  defining: true,
  parseDOM: [{ tag: "li" }],
  toDOM: () => ["li", 0],
};

const blockquote: NodeSpec = {
  content: "block+ quote_source?",
  group: "block",
  defining: true,
  parseDOM: [{ tag: "blockquote" }],
  toDOM: () => ["figure", { class: "prose__figure" }, ["blockquote", { class: "prose__quote editor-quote" }, 0]],
};

const pull_quote: NodeSpec = {
  content: "pull_quote_text quote_source?",
  group: "block",
  isolating: true,
  parseDOM: [{ tag: "figure.pull-quote", priority: 60 }],
  toDOM: () => ["figure", { class: "pull-quote editor-pull-quote" }, 0],
};

const figure: NodeSpec = {
  content: "inline*",
  group: "block",
  attrs: {
    // An empty one is shown to nobody: ProseMirror makes one where a gallery would be left without any.
    picture: { default: "", validate: "string" },
    alt: { default: "", validate: "string" },
    credit: { default: null, validate: "string|null" },
  },
  draggable: true,
  isolating: true,
  parseDOM: [
    { tag: "figure[data-picture]", getAttrs: figureOf, contentElement: captionIn },
    { tag: "img[src]", getAttrs: (picture) => storedPicture(picture as HTMLImageElement) },
  ],
  toDOM(node): DOMOutputSpec {
    const { picture, alt, credit } = node.attrs as { picture: string; alt: string; credit: string | null };
    const image = ["img", { src: `/media/${picture}-640.jpg`, alt }];
    return ["figure", { "data-picture": picture, "data-credit": credit }, image, ["figcaption", 0]];
  },
};

const gallery: NodeSpec = {
  content: "figure+",
  group: "block",
  isolating: true,
  allowGapCursor: false,
  parseDOM: [{ tag: "figure.gallery", priority: 60 }],
  toDOM: () => ["figure", { class: "gallery" }, ["div", { class: "gallery__pictures editor-gallery" }, 0]],
};

const code_block: NodeSpec = {
  content: "text*",
  group: "block",
  marks: "",
  code: true,
  defining: true,
  attrs: { language: { default: null, validate: "string|null" } },
  parseDOM: [
    { tag: "pre", preserveWhitespace: "full", getAttrs: (pre) => ({ language: pre.getAttribute("data-language") }) },
  ],
  toDOM: (node) => [
    "pre",
    { class: "prose__code", "data-language": node.attrs.language, spellcheck: "false" },
    ["code", 0],
  ],
};

const box: NodeSpec = {
  content: "box_title? block+",
  group: "block",
  defining: true,
  isolating: true,
  parseDOM: [{ tag: "div.box" }, { tag: "aside" }],
  toDOM: () => ["div", { class: "box", role: "note" }, 0],
};

const embed: NodeSpec = {
  group: "block",
  attrs: {
    provider: { validate: "string" },
    id: { validate: "string" },
    title: { default: "", validate: "string" },
  },
  atom: true,
  draggable: true,
  parseDOM: [
    { tag: "figure[data-embed]", getAttrs: (found) => embedIn(found.querySelector("a")) },
    { tag: "figure.embed", getAttrs: (found) => embedIn(found.querySelector("a")), priority: 60 },
    { tag: "iframe[src]", getAttrs: (frame) => embedOf(frame.getAttribute("src") ?? "") ?? false },
  ],
  toDOM(node) {
    const { provider, id, title } = node.attrs as { provider: Provider; id: string; title: string };
    const href = embedPage(provider, id);
    return ["figure", { "data-embed": provider }, ["a", { href, "data-embed-title": title }, title || href]];
  },
};

const horizontal_rule: NodeSpec = {
  group: "block",
  parseDOM: [{ tag: "hr" }],
  toDOM: () => ["hr"],
};

/** The blocks in the order of the table in crates/document/src/prosemirror/mod.rs: the first is what Enter makes. */
export const blocks = {
  paragraph,
  heading,
  bullet_list,
  ordered_list,
  list_item,
  blockquote,
  pull_quote,
  figure,
  gallery,
  code_block,
  box,
  embed,
  horizontal_rule,
};

/** What a node of the type `embed` says, where it is one that can be shown. */
export function isEmbed(attrs: Record<string, unknown>): boolean {
  return String(attrs.provider) in PROVIDERS && isEmbedId(String(attrs.provider), String(attrs.id));
}

function wholeNumber(text: string | null): number {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : 1;
}

/** The hash of a stored picture, out of an address such as `/media/{hash}-640.jpg`. */
export function pictureHash(address: string): string | null {
  return /^(?:https?:\/\/[^/]+)?\/media\/([0-9a-z]+)-\d+\.(?:webp|jpg|avif)$/.exec(address)?.[1] ?? null;
}

function storedPicture(image: HTMLImageElement): { picture: string; alt: string } | false {
  const picture = pictureHash(image.getAttribute("src") ?? "");
  return picture === null ? false : { picture, alt: image.getAttribute("alt") ?? "" };
}

function figureOf(found: HTMLElement): { picture: string; alt: string; credit: string | null } | false {
  const picture = found.getAttribute("data-picture");
  const alt = found.querySelector("img")?.getAttribute("alt") ?? "";
  return picture ? { picture, alt, credit: found.getAttribute("data-credit") } : false;
}

/** Where a figure's caption is; one without is read from an element that is not part of it. */
function captionIn(found: Node): HTMLElement {
  return (found as HTMLElement).querySelector("figcaption") ?? document.createElement("figcaption");
}

function embedIn(link: HTMLAnchorElement | null): object | false {
  const found = embedOf(link?.getAttribute("href") ?? "");
  return found ? { ...found, title: link?.getAttribute("data-embed-title") ?? "" } : false;
}
