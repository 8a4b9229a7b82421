// Tells what the selection is in, for the buttons that show it.

import { type EditorState, NodeSelection, Plugin } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { redoCommand, undoCommand } from "y-prosemirror";

import { activeMarks, linkAround } from "./commands/marks";
import { innerEditor } from "./footnotes/list";
import type { EditorEvent, Tell } from "./types";

/** Tells the selection at most once a frame, and only when it means something else. */
export class SelectionLine {
  private frame: number | undefined;
  private told = "";
  private view: EditorView | null = null;

  constructor(private readonly tell: Tell) {}

  /** The plugin that watches the body. */
  plugin(): Plugin {
    return new Plugin({
      view: (view) => {
        this.view = view;
        this.later();
        return {
          update: (_, before) => {
            const { state } = view;
            if (
              state.doc !== before.doc ||
              state.selection !== before.selection ||
              state.storedMarks !== before.storedMarks
            ) {
              this.later();
            }
          },
          destroy: () => this.frame !== undefined && cancelAnimationFrame(this.frame),
        };
      },
    });
  }

  /** Looks again with the next frame. */
  readonly later = (): void => {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined;
      if (!this.view || this.view.isDestroyed) return;
      const event = describe(this.view.state);
      const said = JSON.stringify(event);
      if (said !== this.told) this.tell(event);
      this.told = said;
    });
  };
}

/** What the selection is in. */
export function describe(state: EditorState): Extract<EditorEvent, { type: "selection" }> {
  const inner = innerEditor(state)?.state ?? null;
  const { selection } = inner ?? state;
  const { $from } = selection;
  const selected = selection instanceof NodeSelection ? selection.node : null;
  const parents = Array.from({ length: $from.depth }, (_, depth) => $from.node(depth + 1).type.name);
  const block = inner ? "footnote" : (selected?.type.name ?? $from.parent.type.name);
  const { level } = (selected ?? $from.parent).attrs as { level?: number };
  const link = linkAround(inner ?? state);
  return {
    type: "selection",
    block,
    ...(block === "heading" && level ? { level } : {}),
    marks: activeMarks(inner ?? state),
    ...(link ? { link: link.href } : {}),
    inTable: parents.includes("table") || block === "table",
    inFootnote: inner !== null,
    empty: selection.empty,
    parents,
    canUndo: Boolean(undoCommand(state)),
    canRedo: Boolean(redoCommand(state)),
  };
}
