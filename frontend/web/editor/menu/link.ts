// The box of a link.

import type { EditorView } from "prosemirror-view";

import { link, linkAround, unlink } from "../commands/marks";
import type { Words } from "../words";
import { openBox } from "./box";

/** Asks for an address: for what is selected, for the link around the caret, or for a new one. */
export function openLinkBox(view: EditorView, words: Words): boolean {
  if (!view.editable || view.state.selection.$from.parent.type.spec.code) return false;
  const { state } = view;
  const around = linkAround(state);
  const isNew = state.selection.empty && !around;
  openBox(view, {
    title: words("editor-link"),
    submit: words("editor-apply"),
    cancel: words("editor-cancel"),
    fields: [
      { name: "href", label: words("editor-link-address"), value: around?.href ?? "", type: "url" },
      ...(isNew ? [{ name: "text", label: words("editor-link-text"), value: "" }] : []),
    ],
    ...(around
      ? { other: { label: words("editor-link-remove"), run: () => void unlink(view.state, view.dispatch) } }
      : {}),
    run: ({ href = "", text }) => (link(href, text)(view.state, view.dispatch) ? null : words("editor-link-refused")),
  });
  return true;
}
