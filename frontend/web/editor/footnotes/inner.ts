// One footnote being written: a small editor on the part of the document that lies inside of the note.

import { baseKeymap } from "prosemirror-commands";
import { keymap } from "prosemirror-keymap";
import type { Node } from "prosemirror-model";
import { type Command, EditorState, Selection, type Transaction } from "prosemirror-state";
import { StepMap } from "prosemirror-transform";
import { Decoration, DecorationSet, EditorView } from "prosemirror-view";
import { redoCommand, undoCommand } from "y-prosemirror";

import { mark } from "../commands/marks";
import { element } from "../dom";
import { schema } from "../schema";

/** What the small editor needs of the large one. */
export interface InnerContext {
  outer: EditorView;
  host: HTMLElement;
  /** Where the note begins; null once it is gone. */
  getPos(): number | null;
  /** The writer is done with the note. */
  leave(): void;
  /** Selection or marks changed. */
  changed(): void;
}

export class InnerEditor {
  readonly view: EditorView;

  constructor(
    node: Node,
    private readonly context: InnerContext,
  ) {
    const { outer, host } = context;
    const over =
      (command: Command): Command =>
      () =>
        command(outer.state, outer.dispatch, outer);
    const { hard_break } = schema.nodes;
    this.view = new EditorView(
      { mount: host },
      {
        state: EditorState.create({
          doc: node,
          selection: Selection.atEnd(node),
          plugins: [
            keymap({
              "Mod-z": over(undoCommand),
              "Mod-y": over(redoCommand),
              "Mod-Shift-z": over(redoCommand),
              "Mod-b": mark("strong"),
              "Mod-i": mark("em"),
              "Shift-Enter": (state, dispatch) => {
                if (hard_break) dispatch?.(state.tr.replaceSelectionWith(hard_break.create()).scrollIntoView());
                return true;
              },
              Enter: () => this.leave(),
              Escape: () => this.leave(),
              Backspace: (state) => state.doc.content.size === 0 && this.remove(),
            }),
            keymap(baseKeymap),
          ],
        }),
        attributes: { class: "editor-footnotes__text" },
        // In an inline element without anything in it, a browser has no place for a caret.
        decorations: ({ doc }) =>
          doc.content.size > 0
            ? null
            : DecorationSet.create(doc, [Decoration.widget(0, () => element("br"), { side: 1 })]),
        editable: () => outer.editable,
        dispatchTransaction: (transaction) => this.dispatch(transaction),
      },
    );
  }

  /** Takes in what others changed in the note. */
  update(node: Node): void {
    const { state } = this.view;
    const start = node.content.findDiffStart(state.doc.content);
    const end = node.content.findDiffEnd(state.doc.content);
    if (start === null || !end) return;
    const overlap = start - Math.min(end.a, end.b);
    const shift = Math.max(0, overlap);
    this.view.dispatch(
      state.tr
        .replace(start, end.b + shift, node.slice(start, end.a + shift))
        .setMeta("fromOutside", true)
        .setMeta("addToHistory", false),
    );
  }

  destroy(): void {
    this.view.destroy();
  }

  private dispatch(transaction: Transaction): void {
    const { state, transactions } = this.view.state.applyTransaction(transaction);
    this.view.updateState(state);
    const { outer } = this.context;
    const pos = this.context.getPos();
    if (!transaction.getMeta("fromOutside") && pos !== null) {
      const inside = StepMap.offset(pos + 1);
      const over = outer.state.tr;
      for (const { steps } of transactions) {
        for (const step of steps) {
          const moved = step.map(inside);
          if (moved) over.step(moved);
        }
      }
      if (over.docChanged) outer.dispatch(over);
    }
    this.context.changed();
  }

  private leave(): boolean {
    this.context.leave();
    return true;
  }

  private remove(): boolean {
    const { outer, getPos } = this.context;
    const pos = getPos();
    this.context.leave();
    if (pos !== null) outer.dispatch(outer.state.tr.delete(pos, pos + 2));
    return true;
  }
}
