// Small helpers for building elements. Nothing here writes a style attribute: the page's policy forbids those.

type Attributes = Record<string, string | null | undefined>;
type Child = Node | string | null | undefined;

/** Makes an element; an attribute without a value is left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** Sets attributes, and takes away those without a value. */
export function setAttributes(target: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined) target.removeAttribute(name);
    else if (target.getAttribute(name) !== value) target.setAttribute(name, value);
  }
}

/** An icon of strokes on a field of 24 by 24, as the pages draw them. */
export function icon(...paths: Record<string, string>[]): SVGSVGElement {
  const space = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(space, "svg");
  setAttributes(drawing, { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true" });
  for (const attributes of paths) {
    const path = document.createElementNS(space, "path");
    setAttributes(path, attributes);
    drawing.append(path);
  }
  return drawing;
}
