// Fetches the page that the reader is about to ask for: one whose link the pointer or the focus rests on.

import { addressOf, fetchPage, isPage, type Page } from "./pages";

const INTENT = 65;
const LIFE = 30_000;
const MOST = 8;

interface Ahead {
  at: number;
  page: Promise<Page>;
}

/** What some browsers tell of the connection. */
interface Connection {
  saveData?: boolean;
  effectiveType?: string;
}

const ahead = new Map<string, Ahead>();
let intent: ReturnType<typeof setTimeout> | undefined;

/** Starts to watch for intent. A finger counts as a pointer; one that scrolls takes it back. */
export function watchIntent(): void {
  for (const type of ["pointerover", "focusin"]) document.addEventListener(type, consider, { passive: true });
  document.addEventListener("pointercancel", () => clearTimeout(intent));
}

/** The page at an address, where it was fetched ahead a moment ago. Hands it out once. */
export function takeAhead(address: string): Promise<Page> | undefined {
  const found = ahead.get(address);
  ahead.delete(address);
  return found && Date.now() - found.at < LIFE ? found.page : undefined;
}

function consider({ target }: Event): void {
  clearTimeout(intent);
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
  if (link) intent = setTimeout(prefetch, INTENT, link);
}

function prefetch(link: HTMLAnchorElement): void {
  const address = addressOf(link.href);
  const known = ahead.get(address);
  if (known && Date.now() - known.at < LIFE) return;
  if (!isPage(new URL(address)) || address === addressOf(location.href) || isDear()) return;
  const page = fetchPage(address, { priority: "low" });
  // A page that did not come is asked for again when it is wanted.
  page.catch(() => ahead.delete(address));
  ahead.set(address, { at: Date.now(), page });
  const [oldest] = ahead.keys();
  if (ahead.size > MOST && oldest) ahead.delete(oldest);
}

/** Whether bytes cost the reader too much to fetch any on a guess. */
function isDear(): boolean {
  const { connection } = navigator as { connection?: Connection };
  return Boolean(connection?.saveData || connection?.effectiveType?.endsWith("2g"));
}
