// A picture on its way: a place in the text that shows how far it has come, moves with what others write, and becomes
// the picture, or says what went wrong.

import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";

import { element } from "../dom";
import type { Words } from "../words";

const key = new PluginKey<DecorationSet>("uploads");

interface Change {
  add?: { pos: number; dom: HTMLElement; id: object };
  remove?: object;
}

/** The plugin that keeps the places. */
export function placeholders(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, places) {
        const mapped = places.map(transaction.mapping, transaction.doc);
        const { add, remove } = (transaction.getMeta(key) ?? {}) as Change;
        if (remove) return mapped.remove(mapped.find(undefined, undefined, (spec) => spec.id === remove));
        if (!add) return mapped;
        const options = { id: add.id, side: -1, stopEvent: () => true, ignoreSelection: true };
        return mapped.add(transaction.doc, [Decoration.widget(add.pos, () => add.dom, options)]);
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

/** A place in the text for what is on its way. */
export class Placeholder {
  private readonly id = {};
  private readonly bar = element("progress", { class: "editor-upload__bar", max: "1" });
  private readonly said = element("p", { class: "editor-upload__text", role: "status" });
  private readonly buttons = element("div", { class: "editor-upload__buttons" });

  constructor(
    private readonly view: EditorView,
    pos: number,
    private readonly name: string,
    private readonly words: Words,
  ) {
    const attributes = { class: "editor-upload", contenteditable: "false" };
    const dom = element("div", attributes, this.said, this.bar, this.buttons);
    this.begin();
    this.change({ add: { pos, dom, id: this.id } });
  }

  /** Where it is now; nothing where its surroundings were deleted. */
  get pos(): number | null {
    const [found] = key.getState(this.view.state)?.find(undefined, undefined, (spec) => spec.id === this.id) ?? [];
    return found?.from ?? null;
  }

  begin(): void {
    this.said.textContent = this.words("editor-upload", { name: this.name });
    this.bar.hidden = false;
    this.bar.removeAttribute("value");
    this.buttons.replaceChildren();
  }

  progress(fraction: number): void {
    this.bar.value = fraction;
  }

  /** Says what went wrong; `again` tries once more, where that may help. */
  fail(why: string, again: (() => void) | null): void {
    this.bar.hidden = true;
    this.said.textContent = `${this.words("editor-upload-failed", { name: this.name })} ${why}`.trim();
    const button = (label: string, run: () => void): HTMLElement => {
      const made = element("button", { type: "button", class: "button button--quiet" }, label);
      made.addEventListener("click", run);
      return made;
    };
    this.buttons.replaceChildren(
      ...(again ? [button(this.words("editor-upload-retry"), again)] : []),
      button(this.words("editor-upload-remove"), () => this.remove()),
    );
  }

  remove(): void {
    this.change({ remove: this.id });
  }

  private change(change: Change): void {
    this.view.dispatch(this.view.state.tr.setMeta(key, change).setMeta("addToHistory", false));
  }
}
