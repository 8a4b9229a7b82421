// Pictures come into the text: from the clipboard, by dragging, from a chooser of files.

import type { Node } from "prosemirror-model";
import { NodeSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

import { placeFor } from "../commands/blocks";
import { nodeType } from "../commands/types";
import { element } from "../dom";
import { openPictureBox } from "../menu/picture";
import { schema } from "../schema";
import type { Picture, Upload } from "../types";
import type { Words } from "../words";
import type { Pictures } from "./pictures";
import { Placeholder } from "./placeholder";
import { ACCEPTED, isPicture, refusalOf } from "./upload";

/** What inserting needs of the editor. */
export interface MediaContext {
  words: Words;
  pictures: Pictures;
  upload: Upload;
}

/** The node of a picture. */
export function figureOf({ hash, alt, caption, credit }: Picture): Node {
  const text = caption ? schema.text(caption) : null;
  return nodeType("figure").create({ picture: hash, alt: alt ?? "", credit: credit || null }, text);
}

/** Sends files and puts them into the text as they arrive; `pos` is where, else it is at the caret. */
export function insertFiles(view: EditorView, files: Blob[], context: MediaContext, pos?: number): boolean {
  const pictures = files.filter(isPicture);
  if (!view.editable || pictures.length === 0) return false;
  const place = pos ?? placeFor(view.state, nodeType("figure"))?.from;
  if (place === undefined) return false;
  for (const file of pictures) {
    const placeholder = new Placeholder(view, place, nameOf(file), context.words);
    void send(view, file, placeholder, context, pictures.length === 1);
  }
  return true;
}

/** Lets somebody choose pictures. */
export function chooseFiles(view: EditorView, context: MediaContext): boolean {
  if (!view.editable) return false;
  const chooser = element("input", { type: "file", accept: ACCEPTED, multiple: "" });
  chooser.addEventListener("change", () => insertFiles(view, [...(chooser.files ?? [])], context));
  chooser.click();
  return true;
}

async function send(
  view: EditorView,
  file: Blob,
  placeholder: Placeholder,
  context: MediaContext,
  isAlone: boolean,
): Promise<void> {
  const { words, upload, pictures } = context;
  const refusal = refusalOf(file);
  if (refusal) return placeholder.fail(words(refusal), null);
  // Who goes on writing meanwhile is not interrupted: the picture says itself that it has no words yet.
  let isWriting = false;
  const writing = new AbortController();
  view.dom.addEventListener("keydown", () => (isWriting = true), { signal: writing.signal });
  try {
    const picture = await upload(file, (fraction) => placeholder.progress(fraction));
    pictures.add(picture);
    if (view.isDestroyed) return;
    const { pos } = placeholder;
    placeholder.remove();
    if (pos !== null) put(view, pos, picture, isAlone && !isWriting, words);
  } catch (error) {
    if (view.isDestroyed) return;
    const again = (): void => {
      placeholder.begin();
      void send(view, file, placeholder, context, isAlone);
    };
    placeholder.fail(error instanceof Error ? error.message : "", again);
  } finally {
    writing.abort();
  }
}

/** Inserts the picture; while nobody is busy elsewhere, its words are asked for. */
function put(view: EditorView, pos: number, picture: Picture, isAlone: boolean, words: Words): void {
  const figure = figureOf(picture);
  const { tr: transaction } = view.state;
  transaction.insert(pos, figure);
  const isFree = isAlone && (view.hasFocus() || document.activeElement === document.body);
  if (isFree) transaction.setSelection(NodeSelection.create(transaction.doc, pos)).scrollIntoView();
  view.dispatch(transaction);
  if (isFree && !figure.attrs.alt) openPictureBox(view, pos, words);
}

function nameOf(file: Blob): string {
  return file instanceof File ? file.name : "";
}
