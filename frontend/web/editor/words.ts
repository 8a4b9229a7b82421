// The words of the editor's own pieces. They come from the page, which has them from the Fluent files.

/** Every key that the page must give words for. */
export const WORDS = [
  "editor-body",
  "editor-headline",
  "editor-kicker",
  "editor-standfirst",
] as const;

type Key = (typeof WORDS)[number];

/** The words for a key, with `{name}` replaced by what they speak of. */
export type Words = (key: Key, values?: Record<string, string | number>) => string;

/** Looks words up. A key that the page gave nothing for shows itself. */
export function wordsOf(given: Record<string, string>): Words {
  return (key, values = {}) =>
    (given[key] ?? key).replace(/\{\s*\$?(\w+)\s*\}/g, (whole, name: string) => String(values[name] ?? whole));
}
