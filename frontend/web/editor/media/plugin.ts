// Files that are pasted or dropped, and what a picture looks like while the selection is in it.

import { NodeSelection, Plugin } from "prosemirror-state";
import { dropPoint } from "prosemirror-transform";
import { Slice, Fragment } from "prosemirror-model";
import { Decoration, DecorationSet } from "prosemirror-view";

import { around } from "../commands/ancestors";
import { nodeType } from "../commands/types";
import { insertFiles, type MediaContext } from "./insert";
import { isPicture } from "./upload";

/** The plugin of the pictures. */
export function media(context: MediaContext): Plugin {
  return new Plugin({
    props: {
      handlePaste(view, event, slice) {
        const files = [...(event.clipboardData?.files ?? [])].filter(isPicture);
        // A word processor puts a picture of the text beside the text: the text is what is meant.
        const hasText = slice.content.size > 0 && slice.content.textBetween(0, slice.content.size, " ").trim() !== "";
        return files.length > 0 && !hasText && insertFiles(view, files, context);
      },
      handleDrop(view, event) {
        const files = [...(event.dataTransfer?.files ?? [])].filter(isPicture);
        if (files.length === 0) return false;
        const found = view.posAtCoords({ left: event.clientX, top: event.clientY });
        const slice = new Slice(Fragment.from(nodeType("figure").create({ picture: "" })), 0, 0);
        const pos = found ? dropPoint(view.state.doc, found.pos, slice) : null;
        event.preventDefault();
        return insertFiles(view, files, context, pos ?? undefined);
      },
      decorations(state) {
        const figure = around(state, "figure");
        if (!figure) return null;
        const isSelected = state.selection instanceof NodeSelection;
        const attributes = {
          class: isSelected ? "editor-figure--active editor-figure--chosen" : "editor-figure--active",
        };
        return DecorationSet.create(state.doc, [
          Decoration.node(figure.pos, figure.pos + figure.node.nodeSize, attributes),
        ]);
      },
    },
  });
}
