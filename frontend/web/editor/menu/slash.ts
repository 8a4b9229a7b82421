// The insert menu: `/` at the beginning of a line or behind a space opens it, typing narrows it down.

import { type EditorState, Plugin, PluginKey } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

import { element, setAttributes } from "../dom";
import type { Words } from "../words";
import { follow, landmarkOf } from "./place";
import { ITEMS, match, type Run } from "./slash-items";

const LIST = "editor-slash";

interface Menu {
  /** Where the slash is; null while the menu is closed. */
  from: number | null;
  query: string;
  index: number;
}

const CLOSED: Menu = { from: null, query: "", index: 0 };
const key = new PluginKey<Menu>("slash");

/** Opens the menu at the caret, as if `/` had been typed. */
export function openSlash(view: EditorView): boolean {
  const { $from, empty } = view.state.selection;
  if (!view.editable || !empty || !$from.parent.isTextblock || $from.parent.type.spec.code) return false;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, "\ufffc");
  const text = before === "" || before.endsWith(" ") ? "/" : " /";
  view.dispatch(view.state.tr.insertText(text).setMeta(key, { open: view.state.selection.from + text.length - 1 }));
  view.focus();
  return true;
}

/** The plugin of the menu. */
export function slash(words: Words, run: Run): Plugin<Menu> {
  const matching = (query: string): (typeof ITEMS)[number][] =>
    ITEMS.map((item) => ({ item, rank: match(query, words(item.key), item.also) }))
      .filter(({ rank }) => rank > 0)
      .sort((a, b) => b.rank - a.rank)
      .map(({ item }) => item);
  const choose = (view: EditorView, index: number): boolean => {
    const { from, query } = key.getState(view.state) ?? CLOSED;
    const item = matching(query)[index];
    if (from === null || !item) return false;
    view.dispatch(view.state.tr.delete(from, from + 1 + query.length).setMeta(key, { close: true }));
    run(view, item.command, item.args);
    return true;
  };
  return new Plugin<Menu>({
    key,
    state: {
      init: () => CLOSED,
      apply(transaction, menu, _, state) {
        const meta = transaction.getMeta(key) as { open?: number; close?: true; index?: number } | undefined;
        if (meta?.close) return CLOSED;
        const from = meta?.open ?? (menu.from === null ? null : transaction.mapping.map(menu.from));
        const query = from === null ? null : queryAt(state, from);
        if (from === null || query === null || matching(query).length === 0) return CLOSED;
        const index = meta?.index ?? (query === menu.query ? menu.index : 0);
        return { from, query, index };
      },
    },
    props: {
      handleTextInput(view, from, to, text) {
        const { $from } = view.state.selection;
        const before = $from.parent.textBetween(0, $from.parentOffset, undefined, "\ufffc");
        const isCode = $from.parent.type.spec.code || $from.marks().some(({ type }) => type.spec.code);
        if (text !== "/" || from !== to || isCode || (before !== "" && !/\s$/.test(before))) return false;
        view.dispatch(view.state.tr.insertText("/", from, to).setMeta(key, { open: from }));
        return true;
      },
      handleKeyDown(view, event) {
        const { from, query, index } = key.getState(view.state) ?? CLOSED;
        if (from === null || event.isComposing) return false;
        const count = matching(query).length;
        const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
        const step = steps[event.key];
        if (step !== undefined) {
          view.dispatch(view.state.tr.setMeta(key, { index: (index + step + count) % count }));
          return true;
        }
        if (event.key === "Escape") {
          view.dispatch(view.state.tr.setMeta(key, { close: true }));
          return true;
        }
        return (event.key === "Enter" || event.key === "Tab") && choose(view, index);
      },
      attributes(state): Record<string, string> {
        const { from, index } = key.getState(state) ?? CLOSED;
        if (from === null) return {};
        return { "aria-controls": LIST, "aria-haspopup": "listbox", "aria-activedescendant": `${LIST}-${index}` };
      },
    },
    view: (view) => new Panel(view, words, matching, choose),
  });
}

/** What is typed behind the slash, while the caret is there and it can be the name of something. */
function queryAt(state: EditorState, from: number): string | null {
  const { $from, empty } = state.selection;
  if (!empty || $from.pos <= from || from < $from.start()) return null;
  const text = state.doc.textBetween(from, $from.pos, undefined, "\ufffc");
  return /^\/[\p{L}\p{N} -]{0,24}$/u.test(text) && !text.startsWith("/ ") ? text.slice(1) : null;
}

class Panel {
  private readonly dom: HTMLElement;
  private unfollow: (() => void) | null = null;
  private shown = "";

  constructor(
    view: EditorView,
    private readonly words: Words,
    private readonly matching: (query: string) => (typeof ITEMS)[number][],
    choose: (view: EditorView, index: number) => boolean,
  ) {
    this.dom = element("ul", {
      class: "editor-slash",
      id: LIST,
      role: "listbox",
      tabindex: "0",
      "aria-label": words("editor-insert"),
    });
    // A press must not take the focus, and so the caret, away.
    this.dom.addEventListener("mousedown", (event) => {
      event.preventDefault();
      const item = event.target instanceof Element ? event.target.closest("li") : null;
      if (item) choose(view, [...this.dom.children].indexOf(item));
    });
    view.dom.addEventListener("blur", this.blur);
    this.end = () => view.dom.removeEventListener("blur", this.blur);
    this.view = view;
  }

  private readonly view: EditorView;
  private readonly end: () => void;
  private readonly blur = (): void => {
    if (!this.view.isDestroyed && this.shown) this.view.dispatch(this.view.state.tr.setMeta(key, { close: true }));
  };

  update(view: EditorView): void {
    const { from, query, index } = key.getState(view.state) ?? CLOSED;
    if (from === null) return this.hide();
    if (this.shown !== `${from} ${query}`) this.show(view, from, query);
    for (const [at, item] of [...this.dom.children].entries()) {
      setAttributes(item, { "aria-selected": String(at === index) });
      if (at === index) item.scrollIntoView({ block: "nearest" });
    }
  }

  destroy(): void {
    this.end();
    this.hide();
  }

  private show(view: EditorView, from: number, query: string): void {
    this.unfollow?.();
    this.shown = `${from} ${query}`;
    this.dom.replaceChildren(
      ...this.matching(query).map((item, at) =>
        element("li", { class: "editor-slash__item", id: `${LIST}-${at}`, role: "option" }, this.words(item.key)),
      ),
    );
    landmarkOf(view).append(this.dom);
    this.unfollow = follow(this.dom, () => (from <= view.state.doc.content.size ? view.coordsAtPos(from) : null));
  }

  private hide(): void {
    if (!this.shown) return;
    this.shown = "";
    this.unfollow?.();
    this.unfollow = null;
    this.dom.remove();
  }
}
