// Tells people who cannot see it that another page is here: focus on its heading, and a word from a live region.

const region = document.createElement("div");
region.className = "visually-hidden";
region.ariaLive = "polite";

/** Puts the live region on the page, so that what it says later is heard. */
export function prepareToAnnounce(): void {
  document.body.append(region);
}

/** Says `words`, which hold `{…}` where the title goes. */
export function announce(words: string): void {
  region.textContent = words.replace(/\{.*\}/, () => document.title);
}

/** What the `#` of an address names on this page. */
export function targetOf(url: string): Element | null {
  return document.getElementById(decodeURIComponent(new URL(url).hash.slice(1)));
}

/** Moves the focus to an element, whether or not the keyboard would stop there. */
export function focusOn(element: Element | null): void {
  if (!(element instanceof HTMLElement)) return;
  element.focus({ preventScroll: true });
  if (document.activeElement === element) return;
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
}
