// The head follows the page: title, descriptions, canonical address, neighbours, and the language of it all.

const PARTS = [
  "title",
  "meta[name]",
  "meta[property]",
  "link[rel=canonical]",
  "link[rel=alternate]",
  "link[rel=prev]",
  "link[rel=next]",
  "script[type='application/ld+json']",
].join();

/** Makes the head say what the new page's head says. What both say stays untouched. */
export function updateHead(next: Document): void {
  const wanted = new Map([...next.head.querySelectorAll(PARTS)].map((part) => [part.outerHTML, part]));
  for (const part of document.head.querySelectorAll(PARTS)) {
    if (!wanted.delete(part.outerHTML)) part.remove();
  }
  document.head.append(...wanted.values());
  for (const name of ["lang", "dir"]) {
    const value = next.documentElement.getAttribute(name);
    if (value === null) document.documentElement.removeAttribute(name);
    else document.documentElement.setAttribute(name, value);
  }
}
