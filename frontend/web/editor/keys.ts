// The keys of the writing surface.

import { baseKeymap } from "prosemirror-commands";
import { undoInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { type Command, Plugin } from "prosemirror-state";
import { redoCommand, undoCommand } from "y-prosemirror";

import { around } from "./commands/ancestors";
import { heading, indent, list, outdent, paragraph } from "./commands/blocks";
import { lineStart, textEnd } from "./commands/ends";
import { backspace, enter, hardBreak, intoCaption } from "./commands/enter";
import { mark } from "./commands/marks";
import { deleteSelected } from "./commands/text";
import { openLinkBox } from "./menu/link";
import type { Tell } from "./types";
import type { Words } from "./words";

/** On a Mac the arrows lead to the ends of the text, elsewhere the keys of that name. */
const textEnds: Record<string, Command> = {
  "Ctrl-Home": textEnd(-1, false),
  "Ctrl-End": textEnd(1, false),
  "Shift-Ctrl-Home": textEnd(-1, true),
  "Shift-Ctrl-End": textEnd(1, true),
  "Cmd-ArrowUp": textEnd(-1, false),
  "Cmd-ArrowDown": textEnd(1, false),
  "Shift-Cmd-ArrowUp": textEnd(-1, true),
  "Shift-Cmd-ArrowDown": textEnd(1, true),
};

/** The plugins that answer keys, in the order in which they are asked. */
export function keys(words: Words, tell: Tell): Plugin[] {
  const said =
    (event: Parameters<Tell>[0]): Command =>
    () => {
      tell(event);
      return true;
    };
  const tab: Command = (state, dispatch) => {
    if (!state.selection.$from.parent.type.spec.code) return false;
    dispatch?.(state.tr.insertText("\t").scrollIntoView());
    return true;
  };
  const own: Record<string, Command> = {
    "Mod-s": said({ type: "savekey" }),
    "Mod-z": undoCommand,
    "Mod-y": redoCommand,
    "Mod-Shift-z": redoCommand,
    "Mod-b": mark("strong"),
    "Mod-i": mark("em"),
    // A newspaper underlines links only; the browser's own underline must not come instead.
    "Mod-u": said({ type: "underline" }),
    "Mod-k": (_, __, view) => (view ? openLinkBox(view, words) : false),
    "Alt-1": paragraph,
    "Alt-2": heading(2),
    "Alt-3": heading(3),
    "Alt-4": heading(4),
    "Mod-Shift-7": list(true),
    "Mod-Shift-8": list(false),
    "Shift-Enter": hardBreak,
    "Mod-Enter": (state, dispatch, view) =>
      state.selection.$from.parent.type.spec.code
        ? (baseKeymap["Mod-Enter"]?.(state, dispatch, view) ?? false)
        : hardBreak(state, dispatch, view),
    Tab: (state, dispatch, view) => tab(state, dispatch) || inList(indent)(state, dispatch, view),
    "Shift-Tab": (state, dispatch, view) => inList(outdent)(state, dispatch, view),
    Backspace: (state, dispatch, view) =>
      undoInputRule(state, dispatch) || deleteSelected(state, dispatch) || backspace(state, dispatch, view),
    Delete: deleteSelected,
    Enter: enter,
    Home: lineStart(false),
    "Shift-Home": lineStart(true),
    ...textEnds,
    ArrowDown: intoCaption,
  };
  // What Enter does here is all done by then: the rest of the chain does not know our lines.
  return [upToDate, keymap(own), keymap({ ...baseKeymap, Enter: () => true, Escape: pastTheView })];
}

/** The view keeps this key to itself, even where it does nothing with it. What is around it gets one of its own. */
const pastTheView: Command = (_, __, view) => {
  const key = new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true });
  view?.dom.parentElement?.dispatchEvent(key);
  return true;
};

/**
 * Browsers tell of a moved caret a moment late: a key that follows at once would act where the caret was before. This is
 * asked before any other plugin.
 */
export const upToDate = new Plugin({
  props: {
    handleDOMEvents: {
      keydown(view, event) {
        if (!event.isComposing) view.dom.ownerDocument.dispatchEvent(new Event("selectionchange"));
        return false;
      },
    },
  },
});

/** In a list the key is always the list's, so that the focus does not leave in the middle of it. */
function inList(command: Command): Command {
  return (state, dispatch, view) => around(state, "list_item") !== null && (command(state, dispatch, view) || true);
}
