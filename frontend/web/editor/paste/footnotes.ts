// Footnotes of Word, LibreOffice, Google Docs and web pages: a link down to the note, and in the note a link back up.

import { isEmpty } from "./tree";

/** Puts every note where it is referred to. */
export function findFootnotes(body: HTMLElement): void {
  const notes = new Map<Element, HTMLElement>();
  for (const reference of body.querySelectorAll<HTMLAnchorElement>("a[href*='#']")) {
    const target = targetOf(body, reference);
    const note = target && noteAround(target);
    if (!note || notes.has(note) || note.contains(reference) || !isBefore(reference, note)) continue;
    const back = backLink(note, reference);
    if (!back) continue;
    notes.set(note, footnote(note, back));
    const sup = reference.parentElement;
    const isAlone = sup?.localName === "sup" && (sup.textContent ?? "").trim() === (reference.textContent ?? "").trim();
    (isAlone && sup ? sup : reference).replaceWith(notes.get(note) as HTMLElement);
  }
  for (const note of notes.keys()) remove(note);
}

function targetOf(body: HTMLElement, link: HTMLAnchorElement): Element | null {
  const [, name = ""] = /#(.+)$/.exec(link.getAttribute("href") ?? "") ?? [];
  if (name === "") return null;
  const quoted = name.replace(/["\\]/g, "\\$&");
  return body.querySelector(`[id="${quoted}"], a[name="${quoted}"]`);
}

/** What Word and LibreOffice put around a note, and what a web page does. */
const NOTES = [
  "[data-style*='mso-element:footnote']",
  "[data-style*='mso-element:endnote']",
  "div[id^='sdfootnote']",
  "div[id^='sdendnote']",
  "li",
].join();

/** The block that holds a note. */
function noteAround(target: Element): Element | null {
  return target.closest(NOTES) ?? target.closest("p, div, dd");
}

/** The link in a note that leads back to what refers to it. */
function backLink(note: Element, reference: HTMLAnchorElement): HTMLAnchorElement | null {
  const sup = reference.closest("sup");
  const names = [reference.id, reference.getAttribute("name"), sup?.id, sup?.querySelector("a[id]")?.id];
  return (
    [...note.querySelectorAll<HTMLAnchorElement>("a[href*='#']")].find((link) => {
      const [, name] = /#(.+)$/.exec(link.getAttribute("href") ?? "") ?? [];
      return name !== undefined && names.includes(name);
    }) ?? null
  );
}

function isBefore(one: Element, other: Element): boolean {
  return Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** What a note says, without its number and its way back. */
function footnote(note: Element, back: Element): HTMLElement {
  const copy = note.ownerDocument.createElement("sup");
  copy.setAttribute("data-footnote", "");
  const sup = back.parentElement?.localName === "sup" ? back.parentElement : back;
  sup.remove();
  const blocks = [...note.querySelectorAll("p")];
  for (const [index, block] of (blocks.length > 0 ? blocks : [note]).entries()) {
    if (index > 0 && !isEmpty(block)) copy.append(note.ownerDocument.createElement("br"));
    copy.append(...block.childNodes);
  }
  trim(copy);
  return copy;
}

function trim(note: HTMLElement): void {
  const first = note.firstChild;
  if (first instanceof Text) first.data = first.data.replace(/^[\s\u00a0.:)\]]+/, "");
  const last = note.lastChild;
  if (last instanceof Text) last.data = last.data.trimEnd();
}

const HEADING = /^\s*(note|notes|footnotes|references|riferimenti|bibliografia|fonti)\s*$/i;

/** Takes a note away, with the list, the rule and the heading that held nothing but notes. */
function remove(note: Element): void {
  const list = note.parentElement;
  note.remove();
  const isOver = (list?.textContent ?? "").trim() === "" && !list?.querySelector("img, table, li");
  if (!list || list.localName === "body" || !isOver) return;
  const section = list.closest("section");
  const isSection = section && HEADING.test(section.textContent ?? "");
  const around = isSection ? section : list;
  const before = around.previousElementSibling;
  if (
    before?.localName === "hr" ||
    (before?.matches("h1, h2, h3, h4, h5, h6") && HEADING.test(before.textContent ?? ""))
  )
    before.remove();
  around.remove();
}
