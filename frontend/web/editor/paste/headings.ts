// Headings: the page has one h1, its headline, so pasted ones begin at the second level. They are not bold twice.

import { rename, unwrap } from "./tree";

/** Moves headings down where there is a first level among them, and takes bold out of them. */
export function plainHeadings(body: HTMLElement): void {
  for (const title of body.querySelectorAll("[data-level='1']")) rename(title, "h1");
  const shift = body.querySelector("h1") ? 1 : 0;
  for (const heading of body.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    for (const bold of heading.querySelectorAll("b, strong")) unwrap(bold);
    for (const inner of heading.querySelectorAll("p, div")) unwrap(inner);
    if ((heading.textContent ?? "").trim() === "") {
      unwrap(heading);
      continue;
    }
    const isTitleOfBox = heading.matches(".box > .box__title");
    const level = Math.min(4, Math.max(2, Number(heading.localName.slice(1)) + shift));
    if (!isTitleOfBox) rename(heading, `h${level}`);
  }
}
