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

/** Two breaks in a row separate paragraphs; a paragraph with nothing but breaks is none. */
export function splitAtBreaks(body: HTMLElement): void {
  for (const block of body.querySelectorAll("p, div")) {
    if (block.closest("pre, td, th") || block.querySelector("p, div, ul, ol, table, blockquote, h1, h2, h3, h4, h5, h6")) continue;
    if (isEmpty(block)) {
      if (block.querySelector("br, img") || block.textContent !== "" || block.matches("p")) block.remove();
      continue;
    }
    for (const second of block.querySelectorAll(":scope > br + br")) {
      const first = second.previousSibling;
      if (first instanceof Element && first.matches("br")) split(block, first, second);
    }
  }
}

/** What stands before `first` becomes a paragraph of its own; `first` and `second` go. */
function split(block: Element, first: Element, second: Element): void {
  const before = block.ownerDocument.createElement("p");
  while (block.firstChild && block.firstChild !== first) before.append(block.firstChild);
  first.remove();
  second.remove();
  if (!isEmpty(before)) block.before(before);
}
