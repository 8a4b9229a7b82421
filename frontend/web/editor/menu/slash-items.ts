// What the insert menu offers.

import type { EditorView } from "prosemirror-view";

/** An entry: the key of its words, what it does, and other words by which it is found. */
export interface Item {
  key: `editor-insert-${string}`;
  command: string;
  args: object;
  also: string;
}

export const ITEMS = [
  { key: "editor-insert-heading-2", command: "heading", args: { level: 2 }, also: "h2 titolo title" },
  { key: "editor-insert-heading-3", command: "heading", args: { level: 3 }, also: "h3 titoletto subtitle" },
  { key: "editor-insert-heading-4", command: "heading", args: { level: 4 }, also: "h4" },
  { key: "editor-insert-bullets", command: "list", args: { ordered: false }, also: "ul punti bullet elenco list" },
  { key: "editor-insert-numbers", command: "list", args: { ordered: true }, also: "ol numeri elenco list" },
  { key: "editor-insert-quote", command: "quote", args: {}, also: "blockquote virgolette citation" },
  { key: "editor-insert-pull-quote", command: "pullQuote", args: {}, also: "evidenza highlight" },
  { key: "editor-insert-picture", command: "figure", args: {}, also: "foto image img immagine photo" },
  { key: "editor-insert-gallery", command: "gallery", args: {}, also: "foto immagini pictures" },
  { key: "editor-insert-table", command: "table", args: { rows: 3, columns: 3 }, also: "tabella grid" },
  { key: "editor-insert-box", command: "box", args: {}, also: "scheda riquadro aside" },
  { key: "editor-insert-embed", command: "embed", args: {}, also: "video youtube vimeo spotify mappa map audio" },
  { key: "editor-insert-footnote", command: "footnote", args: {}, also: "nota note" },
  { key: "editor-insert-rule", command: "rule", args: {}, also: "linea line separatore hr" },
  { key: "editor-insert-code", command: "code", args: {}, also: "codice pre" },
] as const satisfies Item[];

/** Runs the command of an entry. */
export type Run = (view: EditorView, command: string, args: object) => boolean;

/** How well words answer what was typed: 2 where they begin with it, 1 where one of them does, else 0. */
export function match(query: string, label: string, also: string): number {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .normalize("NFD")
      .replace(/\p{Mn}/gu, "");
  const wanted = plain(query.trim());
  if (wanted === "" || plain(label).startsWith(wanted)) return 2;
  return plain(`${label} ${also}`)
    .split(/\s+/)
    .some((word) => word.startsWith(wanted))
    ? 1
    : 0;
}
