// Which stories have words on this device that no server has: a mark for each, so that nobody signs out over them.

/** What the marks begin with; the story's id follows. */
const PREFIX = "redazione-unsent-";

/** Notes whether a story has words that were never sent. */
export function mark(article: number, isUnsent: boolean): void {
  try {
    if (isUnsent) localStorage.setItem(PREFIX + article, "1");
    else localStorage.removeItem(PREFIX + article);
  } catch {
    // A browser that keeps nothing keeps no words either.
  }
}

/** The stories that have a mark. */
export function marked(): number[] {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
    return names.map((name) => Number(name.slice(PREFIX.length)));
  } catch {
    return [];
  }
}

/** Takes all marks away. */
export function dropMarks(): void {
  for (const article of marked()) mark(article, false);
}
