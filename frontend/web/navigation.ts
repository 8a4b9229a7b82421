// Going from page to page without loading the document again: the page is fetched and takes the place of the one that
// is there, with the address, the history, scroll and focus as the browser would leave them. Where the browser has no
// Navigation API, links stay plain links.

import { announce, focusOn, prepareToAnnounce, targetOf } from "./announce";
import { watchEmbeds } from "./embeds";
import { wakeIslands, whenQuiet } from "./islands";
import { addressOf, fetchPage, isPage, remember, remembered, type Page } from "./pages";
import { takeAhead, watchIntent } from "./prefetch";
import { begin, end } from "./progress";
import { fits, parse, swap, transition } from "./swap";

/** The part of the Navigation API that is used here. */
interface NavigateEvent extends Event {
  canIntercept: boolean;
  destination: { url: string; sameDocument: boolean };
  downloadRequest: string | null;
  formData: FormData | null;
  hashChange: boolean;
  hasUAVisualTransition?: boolean;
  navigationType: "push" | "replace" | "reload" | "traverse";
  signal: AbortSignal;
  intercept(options: { focusReset: "manual"; scroll: "manual"; handler: () => Promise<void> }): void;
  scroll(): void;
}

const { glue = "", wasm = "", loaded = "", pencil = "" } = document.querySelector<HTMLElement>("script[data-glue]")?.dataset ?? {};
const wake = (): void => void wakeIslands(glue, wasm);

/** The address of the page that is on the screen: the browser's own runs ahead of it while the next one is fetched. */
let shown = addressOf(location.href);

whenQuiet(wake);
whenQuiet(bringPencil);
watchEmbeds();
const { navigation } = window as { navigation?: EventTarget };
if (navigation) {
  prepareToAnnounce();
  watchIntent();
  navigation.addEventListener("navigate", (event) => navigate(event as NavigateEvent));
}

/** People of the newsroom get the pencil; readers never load it. Reading storage fails where it is switched off. */
function bringPencil(): void {
  try {
    if (pencil && localStorage.getItem("redazione-desk") === "1") void import(pencil);
  } catch {
    // No storage, no pencil.
  }
}

function navigate(event: NavigateEvent): void {
  const { destination, navigationType } = event;
  const isHere = event.hashChange && addressOf(destination.url) === shown;
  // Links within a page may glide to their place; a new page is there at once.
  document.documentElement.style.scrollBehavior = isHere ? "" : "auto";
  // A script that only changes the address has done its work itself.
  const isDone = destination.sameDocument && !event.hashChange && navigationType !== "traverse";
  const isRead = navigationType !== "reload" && event.downloadRequest === null && !event.formData;
  if (isHere || isDone || !isRead || !event.canIntercept || !isPage(new URL(destination.url))) return;
  event.intercept({ focusReset: "manual", scroll: "manual", handler: () => show(event) });
}

/** Brings in the page that the address has just changed to; where that cannot be done, the browser loads it. */
async function show(event: NavigateEvent): Promise<void> {
  begin();
  try {
    const page = await find(event);
    const next = parse(page.html);
    if (event.signal.aborted) return;
    if (!fits(next)) return load(event);
    const change = (): void => {
      if (event.signal.aborted) return;
      swap(next);
      place(event);
    };
    await (event.hasUAVisualTransition ? change() : transition(change));
    if (event.signal.aborted) return;
    remember(page);
    shown = page.url;
    settle(event, page.url + new URL(event.destination.url).hash);
  } catch {
    if (!event.signal.aborted) load(event);
  } finally {
    if (!event.signal.aborted) end();
  }
}

/** The way back shows the page as it was; the way on asks for it, unless it was fetched ahead. */
async function find({ destination, navigationType, signal }: NavigateEvent): Promise<Page> {
  const address = addressOf(destination.url);
  const isBack = navigationType === "traverse";
  const kept = isBack ? remembered(address) : await takeAhead(address)?.catch(() => undefined);
  return kept ?? fetchPage(address, { signal, cache: isBack ? "force-cache" : "default" });
}

/** Scroll goes to where the reader was, the target of `#` or the top; focus to that target or the new heading. */
function place(event: NavigateEvent): void {
  const target = targetOf(event.destination.url);
  event.scroll();
  if (event.navigationType !== "traverse") (target ?? document.documentElement).scrollIntoView();
  focusOn(target ?? document.querySelector("h1"));
}

/** Lets the browser load the page itself: it can show what cannot be swapped in, and say why a page does not come. */
function load({ navigationType }: NavigateEvent): void {
  if (navigationType !== "traverse") scrollTo(0, 0);
  location.reload();
}

/** What follows a page that is in place. After a redirect the address becomes the one that answered. */
function settle(event: NavigateEvent, url: string): void {
  announce(loaded);
  wake();
  document.dispatchEvent(new CustomEvent("redazione:navigated"));
  if (url === event.destination.url) return;
  // Changing it now would abort the navigation that is still under way.
  navigation?.addEventListener("navigatesuccess", () => history.replaceState(history.state, "", url), { once: true });
}
