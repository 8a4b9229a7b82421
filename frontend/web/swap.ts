// Puts one page in the place of another.

import { updateHead } from "./head";

/** Reads a page. Nothing in it runs. */
export function parse(html: string): Document {
  return new DOMParser().parseFromString(html, "text/html");
}

/** Whether the new page is of the same build and has the same regions, so that it can take the place of this one. */
export function fits(next: Document): boolean {
  return buildOf(next) === buildOf(document) && regions(next).join() === regions(document).join();
}

/** Replaces every region and what the head says; <html> keeps the reader's own choices. */
export function swap(next: Document): void {
  for (const region of document.querySelectorAll("[data-swap]")) {
    const replacement = next.querySelector(`[data-swap=${region.getAttribute("data-swap")}]`);
    if (replacement) region.replaceWith(replacement);
  }
  document.body.className = next.body.className;
  updateHead(next);
}

/** Runs `change` as a view transition, where the browser has them and the reader does not mind movement. */
export async function transition(change: () => void): Promise<void> {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches || document.hidden;
  if (still || !document.startViewTransition) return change();
  const { ready, updateCallbackDone } = document.startViewTransition(change);
  // A transition that is cut short by the next one is no error.
  ready.catch(() => undefined);
  await updateCallbackDone;
}

function buildOf(page: Document): string | null | undefined {
  return page.querySelector("script[data-build]")?.getAttribute("data-build");
}

function regions(page: Document): (string | null)[] {
  return [...page.querySelectorAll("[data-swap]")].map((region) => region.getAttribute("data-swap"));
}
