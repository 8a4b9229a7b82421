// A body that is written in a test.

import "./dom";

import { Node } from "prosemirror-model";
import { EditorState, type Plugin } from "prosemirror-state";
import { EditorView } from "prosemirror-view";

import type { MediaContext } from "../../media/insert";
import { Pictures } from "../../media/pictures";
import { pasting } from "../../paste/plugin";
import { sliceOfText } from "../../paste/text";
import { schema } from "../../schema";
import type { Picture } from "../../types";
import { wordsOf } from "../../words";

/** What inserting pictures needs; every picture is stored as `stored`. */
export const context: MediaContext = {
  words: wordsOf({}),
  pictures: new Pictures((hash) => Promise.resolve({ hash, width: 4, height: 3, widths: [4] })),
  upload: () => Promise.resolve({ hash: "stored", width: 4, height: 3, widths: [4], alt: "x" } satisfies Picture),
};

/** A view of a document; without one, of an empty paragraph. */
export function viewOf(json?: object, plugins: Plugin[] = [pasting(context)]): EditorView {
  const doc = json ? Node.fromJSON(schema, json) : schema.node("doc", null, [schema.node("paragraph")]);
  return new EditorView(
    { mount: document.body.appendChild(document.createElement("div")) },
    {
      state: EditorState.create({ schema, doc, plugins }),
    },
  );
}

/** Pastes HTML, and text where there is no HTML. */
export function paste(view: EditorView, html: string, text = ""): void {
  const event = { clipboardData: { files: [], getData: () => text }, preventDefault: () => undefined };
  const clipboard = event as unknown as ClipboardEvent;
  if (html) return void view.pasteHTML(html, clipboard);
  const slice = sliceOfText(text);
  const isTaken = view.someProp("handlePaste", (handle) => handle(view, clipboard, slice));
  if (!isTaken) view.dispatch(view.state.tr.replaceSelection(slice));
}
