// What Italian does not have, found in a line of text, and what stands for it.

import { accented, MASCULINE, WRONG } from "./forms";

/** A form that was found. Places are counted from the beginning of the line, in UTF-16 units. */
export interface Form {
  rule: "accent" | "apostrophe" | "word" | "article" | "spaces" | "space-before" | "space-after" | "quotes";
  text: string;
  instead: string;
  from: number;
  to: number;
}

/** Finds the forms of a line, in their order, none overlapping another. */
export function formsIn(line: string): Form[] {
  const found: Form[] = [];
  const add = (rule: Form["rule"], from: number, text: string, instead: string | null | undefined): void => {
    if (instead !== null && instead !== undefined && instead !== text) {
      found.push({ rule, text, instead, from, to: from + text.length });
    }
  };
  for (const { 0: text, 1: word = "", index } of line.matchAll(/(\p{L}+)(?:['’](?!\p{L}))?/gu)) {
    const isApostrophe = text.length > word.length;
    if (WRONG.has(word.toLowerCase())) add("word", index, word, cased(word, WRONG.get(word.toLowerCase())));
    else if (isApostrophe) add("apostrophe", index, text, accented(word, text.endsWith("'")));
    else if (/[èé]$/i.test(word)) add("accent", index, word, accented(word));
  }
  for (const { 0: text, index } of line.matchAll(/\bqual['’](?:è|era)(?!\p{L})/giu)) {
    add("article", index, text, cased(text, WRONG.get(text.toLowerCase())));
  }
  for (const { 0: text, 1: un = "", 2: word = "", index } of line.matchAll(/(?<!\p{L})(un)['’](\p{L}+)/giu)) {
    if (MASCULINE.has(word.toLowerCase())) add("article", index, text, `${un} ${word}`);
  }
  for (const { 0: text, index } of line.matchAll(/(?<=\S) {2,}(?=\S)/g)) add("spaces", index, text, " ");
  for (const { 0: text, 1: sign = "", index } of line.matchAll(/(?<=[\p{L}\p{N}»”)]) +([,.;:!?])(?=\s|$)/gu)) {
    add("space-before", index, text, sign);
  }
  for (const { 0: text, index } of line.matchAll(/(?<=\p{L})[,;](?=\p{L})/gu))
    add("space-after", index, text, `${text} `);
  for (const { 0: text, 1: words = "", index } of line.matchAll(/"([^"\ufffc]*)"/g))
    add("quotes", index, text, `«${words}»`);
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  return found.filter((form, at) => found.slice(0, at).every((other) => other.to <= form.from));
}

/** The right form, beginning with a capital where the wrong one does. */
function cased(wrong: string, right = wrong): string {
  const first = wrong[0] ?? "";
  return first === first.toLowerCase() ? right : right.charAt(0).toUpperCase() + right.slice(1);
}
