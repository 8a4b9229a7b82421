// What a program says with styles instead of elements: bold, italic, struck through, raised, lowered.

/** The attribute that holds an element's style while it is read: a `style` would be refused by the page's policy. */
export const STYLE = "data-style";

const MARKS: [RegExp, string][] = [
  [/(?<![-\w])font-weight:\s*(bold|[6-9]\d\d)/i, "strong"],
  [/(?<![-\w])font-style:\s*italic/i, "em"],
  [/text-decoration[^;]*:[^;]*line-through/i, "s"],
  [/vertical-align:\s*super/i, "sup"],
  [/vertical-align:\s*sub(?!-)/i, "sub"],
];

/** The style of an element as it was written. */
export function styleOf(target: Element): string {
  return target.getAttribute(STYLE) ?? "";
}

/** Elements in the place of styles, around text only; then no style is left. */
export function marksOfStyle(body: HTMLElement): void {
  for (const styled of body.querySelectorAll<HTMLElement>(`[${STYLE}]`)) {
    const style = styleOf(styled);
    styled.removeAttribute(STYLE);
    if (!styled.matches("span, font, a, b, i, u, em, strong, sup, sub, s, p, li")) continue;
    for (const [pattern, tag] of MARKS) {
      if (!pattern.test(style) || styled.closest(tag)) continue;
      const mark = body.ownerDocument.createElement(tag);
      if (styled.matches("p, li") && styled.querySelector("p, ul, ol, table")) continue;
      mark.append(...styled.childNodes);
      styled.append(mark);
    }
  }
}
