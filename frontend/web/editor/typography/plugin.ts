// Shows the forms that Italian does not have, tells of them, and puts them right when asked.

import { type EditorState, Plugin, PluginKey, type Transaction } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";

import { eachBlock } from "../each-block";
import { linesOf } from "../lines";
import type { Hint, Tell } from "../types";
import { formsIn } from "./hints";

/** The text is looked at when nobody has written for this long. Milliseconds. */
const PAUSE = 400;
const key = new PluginKey<{ hints: Hint[]; decorations: DecorationSet }>("typography");

const formsOf = eachBlock((block) =>
  linesOf(block).flatMap(({ text, start }) =>
    formsIn(text).map((form) => ({ ...form, from: form.from + start, to: form.to + start })),
  ),
);

/** The plugin; `isItalian` says what the article is written in. */
export function typography(isItalian: () => boolean, tell: Tell): Plugin {
  return new Plugin({
    key,
    state: {
      init: () => ({ hints: [] as Hint[], decorations: DecorationSet.empty }),
      apply(transaction, { hints, decorations }, _, state) {
        const found = transaction.getMeta(key) as Hint[] | undefined;
        if (found) return { hints: found, decorations: DecorationSet.create(state.doc, found.map(underlined)) };
        if (!transaction.docChanged) return { hints, decorations };
        return { hints, decorations: decorations.map(transaction.mapping, transaction.doc) };
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
    view: (view) => new Watch(view, isItalian, tell),
  });
}

/** Puts one form right, or all of them; answers whether there was anything. */
export function fixHints(
  state: EditorState,
  dispatch: ((transaction: Transaction) => void) | undefined,
  index?: number,
): boolean {
  const now = hintsIn(state);
  const wanted = index === undefined ? now : now.slice(index, index + 1);
  if (wanted.length === 0) return false;
  const { tr: transaction } = state;
  // From the end, so that the places before stay where they are.
  for (const { from, to, instead } of wanted.reverse()) transaction.insertText(instead, from, to);
  dispatch?.(transaction);
  return true;
}

function hintsIn({ doc }: EditorState): Hint[] {
  return formsOf(doc).flatMap(({ pos, value }) =>
    value.map(({ rule, text, instead, from, to }) => ({ rule, text, instead, from: from + pos, to: to + pos })),
  );
}

function underlined({ from, to, instead }: Hint): Decoration {
  return Decoration.inline(from, to, { class: "editor-hint", title: instead });
}

class Watch {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private told = "[]";

  constructor(
    private readonly view: EditorView,
    private readonly isItalian: () => boolean,
    private readonly tell: Tell,
  ) {
    this.later();
  }

  update(view: EditorView, before: EditorState): void {
    if (view.state.doc !== before.doc) this.later();
  }

  destroy(): void {
    clearTimeout(this.timer);
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), PAUSE);
  }

  private look(): void {
    const hints = this.isItalian() ? hintsIn(this.view.state) : [];
    // A word that is still being written is not yet wrong.
    const { from, empty } = this.view.state.selection;
    const finished = hints.filter((hint) => !(empty && this.view.hasFocus() && hint.to === from));
    const said = JSON.stringify(finished);
    if (said === this.told) return;
    this.told = said;
    this.view.dispatch(this.view.state.tr.setMeta(key, finished).setMeta("addToHistory", false));
    this.tell({ type: "hints", hints: finished });
  }
}
