// Small operations on a parsed page.

/** Puts what an element holds in its place. */
export function unwrap(target: Element): void {
  target.replaceWith(...target.childNodes);
}

/** Replaces an element by one with another tag and the same content. */
export function rename(target: Element, tag: string): HTMLElement {
  const renamed = target.ownerDocument.createElement(tag);
  renamed.append(...target.childNodes);
  target.replaceWith(renamed);
  return renamed;
}

/** Whether there is nothing to read or see in a node. */
export function isEmpty(node: Node): boolean {
  const isFull = node instanceof Element && node.querySelector("img, table, iframe, hr, [data-footnote]") !== null;
  return !isFull && (node.textContent ?? "").replace(/[\s\u00a0\u200b]/g, "") === "";
}

const BLOCKS =
  "p, div, ul, ol, table, blockquote, pre, figure, hr, section, article, header, aside, h1, h2, h3, h4, h5, h6";

/**
 * Boxes of text become paragraphs. Two breaks in a row separate paragraphs; a paragraph with nothing but breaks is none,
 * nor is a break between two blocks.
 */
export function splitAtBreaks(body: HTMLElement): void {
  for (const found of body.querySelectorAll("p, div")) {
    if (found.closest("pre, td, th") || found.querySelector(BLOCKS)) continue;
    if (isEmpty(found)) {
      found.remove();
      continue;
    }
    const block = found.localName === "div" && !found.matches(".box") ? rename(found, "p") : found;
    for (const second of block.querySelectorAll(":scope > br + br")) {
      const first = second.previousSibling;
      if (first instanceof Element && first.matches("br")) split(block, first, second);
    }
  }
  for (const line of body.querySelectorAll("br")) {
    if (
      isEdge(line, "previousSibling") &&
      isEdge(line, "nextSibling") &&
      line.parentElement?.matches(`body, ${BLOCKS}`)
    )
      line.remove();
  }
}

/** Whether nothing but a block or an end comes next on one side. */
function isEdge(line: Element, side: "previousSibling" | "nextSibling"): boolean {
  let next = line[side];
  while (next instanceof Text && next.data.trim() === "") next = next[side];
  return next === null || (next instanceof Element && next.matches(`br, ${BLOCKS}`));
}

/** What stands before `first` becomes a paragraph of its own; `first` and `second` go. */
function split(block: Element, first: Element, second: Element): void {
  const before = block.ownerDocument.createElement("p");
  while (block.firstChild && block.firstChild !== first) before.append(block.firstChild);
  first.remove();
  second.remove();
  if (!isEmpty(before)) block.before(before);
}
