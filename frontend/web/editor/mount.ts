// Opens an article for writing, in the elements that the page has for it.

import type { EditorView } from "prosemirror-view";

import { openBody } from "./body";
import { Line } from "./fields/line";
import { readFields, writeField } from "./fields/values";
import { Session } from "./session";
import type { Handle, MountOptions } from "./types";
import { wordsOf } from "./words";

/** Opens an article. What it shows comes when there is something: from this device, or from the server. */
export function mount(options: MountOptions): Handle {
  const session = new Session(options);
  const words = wordsOf(options.words);
  const lines: Line[] = [];
  let view: EditorView | null = null;
  let wanted: (() => void) | null = null;

  const open = (): void => {
    view = openBody(session, options.body);
    const next = (index: number): void => (lines[index + 1] ? lines[index + 1]?.focus() : view?.focus());
    for (const field of ["kicker", "headline", "standfirst"] as const) {
      const host = options[field];
      if (!host) continue;
      const index = lines.length;
      const label = words(`editor-${field}`);
      lines.push(
        new Line({ host, text: session.doc.getText(field), label, placeholder: label, next: () => next(index) }),
      );
    }
    session.tell({ type: "fields", ...readFields(session.doc) });
    session.tell({ type: "ready", readonly: !session.editable });
    wanted?.();
  };

  session.onChange = () => {
    if (!view && session.hasContent) open();
    else view?.setProps({});
    for (const line of lines) line.editable = session.editable;
  };

  return {
    exec: () => false,
    set: (field, value) => void writeField(session.doc, field, JSON.parse(value), "set"),
    focus: () => {
      wanted = () => view?.focus();
      if (view) wanted();
    },
    caretAt: () => undefined,
    content: () => JSON.stringify(view?.state.doc.toJSON() ?? null),
    destroy() {
      session.onChange = () => undefined;
      for (const line of lines) line.destroy();
      view?.destroy();
      session.destroy();
    },
  };
}
