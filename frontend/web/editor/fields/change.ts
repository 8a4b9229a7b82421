// The smallest change that turns one text into another, so that what two people write merges.

import type * as Y from "yjs";

/** At `index`, `remove` characters go and `insert` comes. Counted in UTF-16 units. */
export interface Change {
  index: number;
  remove: number;
  insert: string;
}

/** The change from `before` to `after`; where several would do, the one that ends at the caret. */
export function changeBetween(before: string, after: string, caret = after.length): Change {
  // What is the same behind the caret stays behind it.
  const most = Math.min(before.length, after.length);
  const behind = Math.min(most, Math.max(0, after.length - caret));
  let end = 0;
  while (end < behind && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  let start = 0;
  while (start < most - end && before[start] === after[start]) start += 1;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  // A character of two units is never cut in half.
  if (isSecondHalf(before, start) || isSecondHalf(after, start)) start -= 1;
  if (isSecondHalf(before, before.length - end) || isSecondHalf(after, after.length - end)) end -= 1;
  return { index: start, remove: before.length - start - end, insert: after.slice(start, after.length - end) };
}

/** What Yjs tells of a change to a text. */
export type Delta = { retain?: number; insert?: string; delete?: number }[];

/** A change as it must be made after somebody else's. */
export function movedBy({ index, remove, insert }: Change, others: Delta): Change {
  const start = placeAfter(index, others);
  return { index: start, remove: placeAfter(index + remove, others) - start, insert };
}

/** Changes a text so that it says `after`. */
export function writeText(text: Y.Text, after: string, origin: unknown): void {
  applyChange(text, changeBetween(text.toString(), after), origin);
}

/** Makes a change, if it is one. */
export function applyChange(text: Y.Text, { index, remove, insert }: Change, origin: unknown): void {
  if (remove === 0 && insert === "") return;
  text.doc?.transact(() => {
    if (remove > 0) text.delete(index, remove);
    if (insert !== "") text.insert(index, insert);
  }, origin);
}

/** Changes a list so that it says `after`; entries that stay are left alone. */
export function writeList(list: Y.Array<string>, after: string[], origin: unknown): void {
  const before = list.toArray();
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const remove = before.length - start - end;
  const insert = after.slice(start, after.length - end);
  if (remove === 0 && insert.length === 0) return;
  list.doc?.transact(() => {
    if (remove > 0) list.delete(start, remove);
    if (insert.length > 0) list.insert(start, insert);
  }, origin);
}

/** One line of what may be several: paragraphs and tabs become spaces. */
export function oneLine(text: string): string {
  return text.replace(/[\s\u00a0]*[\r\n\t\u2028\u2029]+\s*/g, " ").replace(/\u200b/g, "");
}

/** Where a place of the text is after a change to it; what comes in at the place itself comes in before it. */
function placeAfter(place: number, delta: Delta): number {
  let at = 0;
  let moved = place;
  for (const { retain = 0, insert = "", delete: remove = 0 } of delta) {
    at += retain;
    if (insert && at <= moved) moved += insert.length;
    at += insert.length;
    if (remove && at < moved) moved -= Math.min(remove, moved - at);
  }
  return moved;
}

function isSecondHalf(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return index > 0 && unit >= 0xdc00 && unit <= 0xdfff;
}
