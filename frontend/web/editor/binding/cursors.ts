// Where the others are: their carets with names, and what they have selected. Positions travel as places in the shared
// document, so that they mean the same everywhere.

import { Plugin, PluginKey, type EditorState } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import type { Awareness } from "y-protocols/awareness";
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition, ySyncPluginKey } from "y-prosemirror";
import * as Y from "yjs";

import { element } from "../dom";
import { personIn } from "./people";

/** Others hear of a caret that moves at most this often. Milliseconds. */
const PACE = 80;
const key = new PluginKey<DecorationSet>("cursors");

/** What is used of y-prosemirror's binding. */
interface Binding {
  type: Y.XmlFragment;
  mapping: Map<Y.AbstractType<unknown>, never>;
}

/** The plugin that tells the others of this caret, and shows theirs. */
export function cursors(awareness: Awareness): Plugin {
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, decorations, _, state) {
        if (transaction.getMeta(key)) return decorate(state, awareness);
        // A remote change and its author's new caret come together or one after the other: mapping bridges the gap.
        return decorations.map(transaction.mapping, transaction.doc);
      },
    },
    props: { decorations: (state) => key.getState(state) },
    view: (view) => new Presence(view, awareness),
  });
}

class Presence {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private frame: number | undefined;

  constructor(
    private readonly view: EditorView,
    private readonly awareness: Awareness,
  ) {
    awareness.on("change", this.others);
  }

  update(_: EditorView, before: EditorState): void {
    const { state } = this.view;
    if (state.selection.eq(before.selection) && state.doc === before.doc) return;
    this.timer ??= setTimeout(() => this.tell(), PACE);
  }

  destroy(): void {
    clearTimeout(this.timer);
    if (this.frame !== undefined) cancelAnimationFrame(this.frame);
    this.awareness.off("change", this.others);
    this.awareness.setLocalStateField("cursor", null);
  }

  private tell(): void {
    this.timer = undefined;
    const { state } = this.view;
    const { type, mapping } = bindingOf(state);
    const { anchor, head } = state.selection;
    const place = (pos: number): Y.RelativePosition => absolutePositionToRelativePosition(pos, type, mapping);
    const cursor = { anchor: place(anchor), head: place(head) };
    const told = this.awareness.getLocalState()?.cursor as object | undefined;
    if (JSON.stringify(told) !== JSON.stringify(cursor)) this.awareness.setLocalStateField("cursor", cursor);
  }

  private readonly others = ({ added, updated, removed }: Record<string, number[]>): void => {
    const all = [...(added ?? []), ...(updated ?? []), ...(removed ?? [])];
    if (all.every((id) => id === this.awareness.clientID)) return;
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined;
      this.view.dispatch(this.view.state.tr.setMeta(key, true).setMeta("addToHistory", false));
    });
  };
}

function bindingOf(state: EditorState): Binding {
  return (ySyncPluginKey.getState(state) as { binding: Binding }).binding;
}

function decorate(state: EditorState, awareness: Awareness): DecorationSet {
  const { type, mapping } = bindingOf(state);
  const { doc } = awareness;
  const decorations: Decoration[] = [];
  const place = (json: unknown): number | null =>
    relativePositionToAbsolutePosition(doc, type, Y.createRelativePositionFromJSON(json), mapping);
  for (const [client, other] of awareness.getStates()) {
    const person = personIn(other);
    const cursor = other.cursor as { anchor: unknown; head: unknown } | null | undefined;
    if (client === awareness.clientID || !person || !cursor) continue;
    const [anchor, head] = [place(cursor.anchor), place(cursor.head)];
    if (anchor === null || head === null || Math.max(anchor, head) > state.doc.content.size) continue;
    const shown = { side: 10, key: `${client} ${person.name} ${person.colour}`, ignoreSelection: true };
    decorations.push(Decoration.widget(head, () => caret(person.name, person.colour), shown));
    if (anchor !== head) {
      // ProseMirror sets this through the element's style, which the page's policy lets pass.
      const style = `--colour: ${colourOf(person.colour)}`;
      const range = [Math.min(anchor, head), Math.max(anchor, head)] as const;
      decorations.push(Decoration.inline(...range, { class: "editor-person__selection", style }));
    }
  }
  return DecorationSet.create(state.doc, decorations);
}

function caret(name: string, colour: string): HTMLElement {
  const made = element("span", { class: "editor-person" }, element("span", { class: "editor-person__name" }, name));
  made.style.setProperty("--colour", colourOf(colour));
  return made;
}

/** A colour that a style sheet understands; anything else is the paper's own. */
function colourOf(colour: string): string {
  return /^#[0-9a-f]{3,8}$|^(oklch|hsl|rgb)\([\d\s.,%/a-z]+\)$|^[a-z]+$/i.test(colour) ? colour : "var(--accent)";
}
