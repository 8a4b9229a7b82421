// The box of a picture: what it shows, for those who do not see it, and who made it.

import type { EditorView } from "prosemirror-view";

import type { Words } from "../words";
import { openBox } from "./box";

/** Asks for the words of the picture at a place. */
export function openPictureBox(view: EditorView, pos: number, words: Words): boolean {
  const node = view.state.doc.nodeAt(pos);
  if (!view.editable || node?.type.name !== "figure") return false;
  const { alt, credit, picture } = node.attrs as { alt: string; credit: string | null; picture: string };
  openBox(view, {
    title: words("editor-picture"),
    submit: words("editor-apply"),
    cancel: words("editor-cancel"),
    fields: [
      {
        name: "alt",
        label: words("editor-picture-alt"),
        value: alt,
        hint: words("editor-picture-alt-hint"),
        long: true,
      },
      { name: "credit", label: words("editor-picture-credit"), value: credit ?? "" },
    ],
    run: ({ alt = "", credit = "" }) => {
      setPicture(view, pos, picture, { alt, credit: credit || null });
      return null;
    },
  });
  return true;
}

/** Sets what is said about a picture, if it is still where it was. */
export function setPicture(view: EditorView, pos: number, picture: string, said: object): boolean {
  const { state } = view;
  const node = state.doc.nodeAt(pos);
  const isThere = node?.type.name === "figure" && node.attrs.picture === picture;
  // Somebody may have written above it in the meantime.
  const place = isThere ? pos : placeOf(view, picture);
  if (place === null) return false;
  view.dispatch(state.tr.setNodeMarkup(place, null, { ...state.doc.nodeAt(place)?.attrs, ...said }));
  return true;
}

function placeOf(view: EditorView, picture: string): number | null {
  let place: number | null = null;
  view.state.doc.descendants((node, pos) => {
    if (node.type.name === "figure" && node.attrs.picture === picture) place ??= pos;
    return place === null;
  });
  return place;
}
