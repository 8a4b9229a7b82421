// What others put on the clipboard, made plain: nothing of its looks, all of its structure. The schema then takes what
// it knows. Each step works on the parsed page; nothing in it runs.

import { cleanGoogleDocs } from "./google-docs";
import { findFootnotes } from "./footnotes";
import { plainHeadings } from "./headings";
import { type ClipboardPicture, takePictures } from "./pictures";
import { joinCells, unwrapLayout } from "./tables";
import { marksOfStyle, STYLE } from "./style";
import { splitAtBreaks, unwrap } from "./tree";
import { dropDecoration, listsFromWord } from "./word";

/** Cleans a page from the clipboard; answers the pictures that came inside of it: each stands in it as its `token`. */
export function cleanPage(body: HTMLElement): ClipboardPicture[] {
  listsFromWord(body);
  dropDecoration(body);
  cleanGoogleDocs(body);
  findFootnotes(body);
  marksOfStyle(body);
  quoteSources(body);
  unwrapLayout(body);
  const pictures = takePictures(body);
  joinCells(body);
  plainHeadings(body);
  splitAtBreaks(body);
  plainText(body);
  links(body);
  return pictures;
}

/** Whether HTML comes from this editor: then it needs no cleaning. */
export function isOwn(page: HTMLElement): boolean {
  return page.querySelector("[data-pm-slice]") !== null;
}

/** The page's policy forbids styles, also in what is only read: they are kept under another name. */
export function withoutStyle(html: string): string {
  return html
    .replace(/<!--[^]*?-->|<style\b[^]*?<\/style>|<xml\b[^]*?<\/xml>/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(?<=\s)style(?=\s*=)/gi, STYLE));
}

/** Who is quoted stands under the quote. */
function quoteSources(body: HTMLElement): void {
  for (const quote of body.querySelectorAll("figure > blockquote, blockquote")) {
    const outside = quote.parentElement?.matches("figure")
      ? quote.parentElement.querySelector(":scope > figcaption")
      : null;
    const source =
      outside ??
      quote.querySelector(
        ":scope > footer, :scope > cite, :scope > figcaption, :scope > p:last-child > cite:only-child",
      );
    if (!source) continue;
    const isPullQuote = outside !== null && quote.parentElement?.matches(".pull-quote");
    const line = body.ownerDocument.createElement("figcaption");
    line.append(...source.childNodes);
    source.remove();
    if (isPullQuote) quote.after(line);
    else quote.append(line);
  }
}

/** A link within the page it came from leads nowhere here. */
function links(body: HTMLElement): void {
  for (const link of body.querySelectorAll("a")) {
    const href = link.getAttribute("href") ?? "";
    if (href === "" || href.startsWith("#")) unwrap(link);
    else if (href.startsWith("https://www.google.com/url?")) {
      const target = new URL(href).searchParams.get("q");
      if (target) link.setAttribute("href", target);
    }
  }
}

/** Signs that are not seen, and spaces that only kept a line together. */
function plainText(body: HTMLElement): void {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node.parentElement?.closest("pre")) continue;
    node.data = node.data.replace(/[\u00ad\u200b\u2060\ufeff]/g, "").replace(/(?<![«\d])\u00a0(?![»:;!?%€\d])/g, " ");
  }
}
