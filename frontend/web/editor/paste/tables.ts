// Tables: those that only place things are taken apart, and in the others a cell is one line of text.

import { isEmpty, rename, unwrap } from "./tree";

/** Takes tables apart that hold tables, say that they are not meant as such, or have one cell. */
export function unwrapLayout(body: HTMLElement): void {
  for (const table of [...body.querySelectorAll("table")].reverse()) {
    const cells = [...table.querySelectorAll("td, th")].filter((cell) => cell.closest("table") === table);
    const isLayout =
      cells.length < 2 || table.matches("[role='presentation'], [role='none']") || table.querySelector("table");
    if (!isLayout) continue;
    for (const cell of cells) rename(cell, "div");
    for (const part of [...table.querySelectorAll("thead, tbody, tfoot, tr, colgroup, caption")].reverse()) {
      if (part.closest("table") === table) unwrap(part);
    }
    unwrap(table);
  }
}

/** Paragraphs in a cell become lines of it; rows without any text go. */
export function joinCells(body: HTMLElement): void {
  for (const cell of body.querySelectorAll("td, th, caption")) {
    const blocks = [...cell.querySelectorAll("p, div, li, h1, h2, h3, h4, h5, h6")].filter(
      (block) => !block.querySelector("p, div, li"),
    );
    for (const [index, block] of blocks.filter((block) => !isEmpty(block)).entries()) {
      if (index > 0) block.before(cell.ownerDocument.createElement("br"));
    }
    for (const block of cell.querySelectorAll("p, div, ul, ol, li, h1, h2, h3, h4, h5, h6, blockquote")) unwrap(block);
    while (cell.lastChild instanceof Element && cell.lastChild.localName === "br") cell.lastChild.remove();
  }
  for (const column of body.querySelectorAll("colgroup, col")) column.remove();
  for (const table of body.querySelectorAll("table")) if (isEmpty(table)) table.remove();
}
