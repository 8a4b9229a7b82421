// The body: ProseMirror on the shared document, in the very element that shows it to readers.

import { baseKeymap } from "prosemirror-commands";
import { keymap } from "prosemirror-keymap";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { redoCommand, undoCommand, ySyncPlugin, yUndoPlugin } from "y-prosemirror";

import { takeSmallSteps } from "./binding/small-steps";
import { schema } from "./schema";
import type { Session } from "./session";

/** Opens the body in its host. */
export function openBody(session: Session, host: HTMLElement): EditorView {
  const state = EditorState.create({
    schema,
    plugins: [
      ySyncPlugin(session.doc.getXmlFragment("body")),
      yUndoPlugin(),
      keymap({ "Mod-z": undoCommand, "Mod-y": redoCommand, "Mod-Shift-z": redoCommand }),
      keymap(baseKeymap),
    ],
  });
  takeSmallSteps(state);
  host.replaceChildren();
  return new EditorView({ mount: host }, { state, attributes: { class: "editor", role: "textbox", "aria-multiline": "true" }, editable: () => session.editable });
}
