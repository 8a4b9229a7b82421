// A footnote in the text: its number. The style sheet counts, so that a note that comes or goes costs no other one.

import type { Node } from "prosemirror-model";
import type { NodeView } from "prosemirror-view";

import { element } from "../dom";
import type { Words } from "../words";

export class FootnoteView implements NodeView {
  readonly dom: HTMLElement;

  constructor(
    private node: Node,
    words: Words,
    open: () => void,
  ) {
    const link = element("a", { class: "footnotes__ref", role: "button", "aria-label": words("editor-note") });
    this.dom = element("sup", { class: "editor-note", contenteditable: "false" }, link);
    link.addEventListener("click", open);
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    this.node = node;
    return true;
  }

  ignoreMutation(): boolean {
    return true;
  }
}
