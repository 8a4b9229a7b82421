// Find and replace. Only the block that changed is searched again.

import type { Node } from "prosemirror-model";
import { type EditorState, Plugin, PluginKey, TextSelection } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";

import { eachBlock } from "./each-block";
import { linesOf } from "./lines";
import { dispatchAsOneStep } from "./one-step";
import type { Tell } from "./types";

/** What is looked for. */
export interface Query {
  query: string;
  matchCase?: boolean;
  wholeWord?: boolean;
}

interface Match {
  from: number;
  to: number;
}

interface Search {
  find: ((doc: Node) => Match[]) | null;
  matches: Match[];
  /** Which of them is the current one; -1: none. */
  index: number;
  decorations: DecorationSet;
}

const NOTHING: Search = { find: null, matches: [], index: -1, decorations: DecorationSet.empty };
const key = new PluginKey<Search>("find");

/** The plugin that shows and tells what is found. */
export function finding(tell: Tell): Plugin<Search> {
  return new Plugin<Search>({
    key,
    state: {
      init: () => NOTHING,
      apply(transaction, search, _, state) {
        const change = transaction.getMeta(key) as Partial<Search> | undefined;
        if (change && change.find === null) return NOTHING;
        if (!change && !(search.find && transaction.docChanged)) return search;
        const find = change?.find ?? search.find;
        const matches = find?.(state.doc) ?? [];
        const index = Math.min(change?.index ?? search.index, matches.length - 1);
        return { find, matches, index, decorations: decorate(state, matches, index) };
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
    view: () => {
      let told = "";
      return {
        update(view) {
          const { find, matches, index } = key.getState(view.state) ?? NOTHING;
          const said = find ? `${matches.length} ${index}` : "";
          if (said !== told && find) tell({ type: "find", count: matches.length, index });
          told = said;
        },
      };
    },
  });
}

/** Looks for something; the match at or behind the caret becomes the current one. */
export function find(view: EditorView, query: Query): boolean {
  if (query.query === "") return closeFind(view);
  const search = searcher(query);
  const { from } = view.state.selection;
  const matches = search(view.state.doc);
  const index = Math.max(
    0,
    matches.findIndex((match) => match.from >= from),
  );
  view.dispatch(view.state.tr.setMeta(key, { find: search, index: matches.length > 0 ? index : -1 }));
  return reveal(view);
}

/** The next match, or with -1 the one before; behind the last comes the first. */
export function findNext(view: EditorView, step: 1 | -1): boolean {
  const { matches, index } = key.getState(view.state) ?? NOTHING;
  if (matches.length === 0) return false;
  view.dispatch(view.state.tr.setMeta(key, { index: (index + step + matches.length) % matches.length }));
  return reveal(view);
}

/** Writes something in the place of the current match, and goes on to the next. */
export function replace(view: EditorView, text: string): boolean {
  const { matches, index } = key.getState(view.state) ?? NOTHING;
  const match = matches[index];
  if (!match || !view.editable) return false;
  const transaction = view.state.tr.insertText(text, match.from, match.to);
  const next = matches.findIndex(({ from }) => from >= match.to);
  // One match fewer, unless what was written matches too: then it is passed over.
  const now = key.getState(view.state)?.find?.(transaction.doc) ?? [];
  const at = now.findIndex(({ from }) => from >= match.from + text.length);
  dispatchAsOneStep(view, transaction.setMeta(key, { index: next < 0 || at < 0 ? 0 : at }));
  return reveal(view);
}

/** Writes something in the place of every match, as one step. */
export function replaceAll(view: EditorView, text: string): boolean {
  const { matches } = key.getState(view.state) ?? NOTHING;
  if (matches.length === 0 || !view.editable) return false;
  const { tr: transaction } = view.state;
  for (const { from, to } of [...matches].reverse()) transaction.insertText(text, from, to);
  dispatchAsOneStep(view, transaction);
  return true;
}

/** No longer looks for anything. */
export function closeFind(view: EditorView): boolean {
  view.dispatch(view.state.tr.setMeta(key, { find: null }));
  return true;
}

function searcher({ query, matchCase, wholeWord }: Query): (doc: Node) => Match[] {
  const literal = query
    .replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&")
    .replace(/['’]/g, "['’]")
    .replace(/\s+/g, "\\s+");
  const bounded = wholeWord ? `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])` : literal;
  const pattern = new RegExp(bounded, matchCase ? "gu" : "giu");
  const inBlocks = eachBlock((block) =>
    linesOf(block, true).flatMap(({ text, start }) =>
      [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
        from: start + index,
        to: start + index + found.length,
      })),
    ),
  );
  return (doc) =>
    inBlocks(doc).flatMap(({ pos, value }) => value.map(({ from, to }) => ({ from: from + pos, to: to + pos })));
}

function decorate({ doc }: EditorState, matches: Match[], current: number): DecorationSet {
  const shown = matches.map(({ from, to }, index) =>
    Decoration.inline(from, to, { class: index === current ? "editor-find editor-find--current" : "editor-find" }),
  );
  return DecorationSet.create(doc, shown);
}

/** Brings the current match into view, and selects it; the focus stays in the field where it is typed. */
function reveal(view: EditorView): boolean {
  const { matches, index } = key.getState(view.state) ?? NOTHING;
  const match = matches[index];
  if (!match) return false;
  const { doc } = view.state;
  const $from = doc.resolve(match.from);
  if ($from.parent.type.name !== "footnote") {
    view.dispatch(view.state.tr.setSelection(TextSelection.create(doc, match.from, match.to)));
  }
  const shown = view.domAtPos(match.from).node;
  const target = shown instanceof Element ? shown : shown.parentElement;
  target?.scrollIntoView({ block: "center" });
  return true;
}
