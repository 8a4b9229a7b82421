// The box of something that lives elsewhere.

import type { EditorView } from "prosemirror-view";

import { insertBlock } from "../commands/blocks";
import { nodeType } from "../commands/types";
import { embedOf } from "../embeds";
import type { Words } from "../words";
import { openBox } from "./box";

/** Asks for the address of a video, a sound or a map. */
export function openEmbedBox(view: EditorView, words: Words): boolean {
  if (!view.editable) return false;
  openBox(view, {
    title: words("editor-embed"),
    submit: words("editor-apply"),
    cancel: words("editor-cancel"),
    fields: [
      { name: "url", label: words("editor-embed-address"), value: "", type: "url", hint: words("editor-embed-hint") },
      { name: "title", label: words("editor-embed-title"), value: "" },
    ],
    run: ({ url = "", title = "" }) => (insertEmbed(view, url, title) ? null : words("editor-embed-refused")),
  });
  return true;
}

/** Inserts what an address leads to; answers whether it is known. */
export function insertEmbed(view: EditorView, url: string, title: string): boolean {
  const found = embedOf(url);
  if (!found) return false;
  return insertBlock(nodeType("embed").create({ ...found, title }))(view.state, view.dispatch);
}
