// What Word (and what imitates it) puts on the clipboard: lists that are paragraphs with a bullet in front, and a lot
// that only Word understands.

import { styleOf } from "./style";
import { isEmpty, unwrap } from "./tree";

const LEVEL = /mso-list:\s*l\d+\s+level(\d+)/i;

/** Paragraphs that Word means as entries become lists, one in another as deep as Word says. */
export function listsFromWord(body: HTMLElement): void {
  const entries = [...body.querySelectorAll<HTMLElement>("[data-style*='mso-list']")].filter(
    (entry) => levelOf(entry) > 0,
  );
  for (const entry of entries) {
    // The first of a run takes the others with it.
    if (!entry.isConnected) continue;
    const run: HTMLElement[] = [];
    for (let next: Element | null = entry; next && levelOf(next) > 0; next = next.nextElementSibling) {
      run.push(next as HTMLElement);
    }
    entry.before(listOf(run));
    for (const used of run) used.remove();
  }
}

function levelOf(target: Element): number {
  const [, level] = LEVEL.exec(styleOf(target)) ?? [];
  return target.matches("p, div, h1, h2, h3, h4, h5, h6") && level ? Number(level) : 0;
}

/** The list of a run of entries: a stack of the lists that are open. */
function listOf(run: HTMLElement[]): DocumentFragment {
  const document = run[0]?.ownerDocument ?? globalThis.document;
  const lists = document.createDocumentFragment();
  const open: { list: HTMLElement; level: number }[] = [];
  for (const entry of run) {
    const level = levelOf(entry);
    const number = numberOf(entry);
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > level) open.pop();
    const current = open.at(-1);
    const tag = number === null ? "ul" : "ol";
    const isDeeper = !current || current.level < level;
    const isOther = current?.level === level && current.list.localName !== tag;
    if (isDeeper || isOther) {
      if (isOther) open.pop();
      const list = document.createElement(tag);
      if (number !== null && number > 1) list.setAttribute("start", String(number));
      (open.at(-1)?.list.lastElementChild ?? lists).append(list);
      open.push({ list, level });
    }
    const item = document.createElement("li");
    item.append(...entry.childNodes);
    open.at(-1)?.list.append(item);
  }
  return lists;
}

/** The number in front of an entry; null where it is a bullet. What stands there is taken away. */
function numberOf(entry: HTMLElement): number | null {
  const sign = [...entry.querySelectorAll<HTMLElement>("[data-style*='mso-list']")].find((found) =>
    /ignore/i.test(styleOf(found)),
  );
  const text = (sign?.textContent ?? "").replace(/[\s\u00a0]/g, "");
  sign?.remove();
  const [, number] = /^\(?(\d+)[.)]/.exec(text) ?? [];
  if (number) return Number(number);
  return /^\(?[a-z]{1,4}[.)]$/i.test(text) && !/^o$/i.test(text) ? 1 : null;
}

/** Takes away what is not text: comments, styles, Word's own elements, attributes that only looks need. */
export function dropDecoration(body: HTMLElement): void {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
  for (const gone of body.querySelectorAll(
    "script, style, meta, link, title, template, noscript, object, button, input, select, textarea, svg",
  ))
    gone.remove();
  for (const hidden of body.querySelectorAll(
    "[hidden], [aria-hidden='true'], .visually-hidden, .sr-only, .screen-reader-text",
  ))
    hidden.remove();
  for (const foreign of body.querySelectorAll("*")) {
    const style = styleOf(foreign);
    if (/display:\s*none|mso-hide:\s*all/i.test(style)) foreign.remove();
    else if (foreign.localName.includes(":")) isEmpty(foreign) ? foreign.remove() : unwrap(foreign);
  }
  for (const title of body.querySelectorAll("p.MsoTitle")) title.setAttribute("data-level", "1");
}
