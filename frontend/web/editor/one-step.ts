// Changes that are taken back apart from the typing around them.

import type { Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { yUndoPluginKey } from "y-prosemirror";

/** Makes a change that one undo takes back, and nothing else: what is typed within half a second would go with it. */
export function dispatchAsOneStep(view: EditorView, change: Transaction): void {
  stopCapturing(view);
  view.dispatch(change);
  stopCapturing(view);
}

function stopCapturing(view: EditorView): void {
  (
    yUndoPluginKey.getState(view.state) as { undoManager?: { stopCapturing(): void } } | undefined
  )?.undoManager?.stopCapturing();
}
