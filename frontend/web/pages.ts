// Where pages come from: the network, or the memory of those that were read a moment ago.

/** A page as the server sent it. */
export interface Page {
  /** Its address after redirects, without `#`. */
  url: string;
  html: string;
}

const REMEMBERED = 20;
const read = new Map<string, Page>();

/** Whether an address leads to a page of the reader's side, and not to the desk, a file, a feed or an endpoint. */
export function isPage(url: URL): boolean {
  const elsewhere = /^\/(api|assets|desk|live|media|og|wp-\w+)(\/|$)|\/feed\/?$|\.\w+$/;
  return url.origin === location.origin && !elsewhere.test(url.pathname);
}

/** The key of a page: its address without `#`. */
export function addressOf(url: string): string {
  return url.replace(/#.*/s, "");
}

/** Fetches a page. Error pages are pages; whatever is not HTML is refused. */
export async function fetchPage(address: string, options: RequestInit): Promise<Page> {
  const response = await fetch(address, { headers: { accept: "text/html" }, ...options });
  if (!response.headers.get("content-type")?.startsWith("text/html")) throw new TypeError(`${address} is not a page`);
  return { url: response.url, html: await response.text() };
}

/** Keeps a page for the way back. */
export function remember(page: Page): void {
  read.delete(page.url);
  read.set(page.url, page);
  const [oldest] = read.keys();
  if (read.size > REMEMBERED && oldest) read.delete(oldest);
}

/** The page as it was when it was read. */
export function remembered(address: string): Page | undefined {
  return read.get(address);
}
