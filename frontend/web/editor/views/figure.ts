// A picture with its caption: the picture is shown as readers see it, the caption is written in place, the credit and
// the alternative text are set in the picture's box.

import type { Node } from "prosemirror-model";
import { NodeSelection } from "prosemirror-state";
import type { EditorView, NodeView, ViewMutationRecord } from "prosemirror-view";

import { element } from "../dom";
import { photo, SIZES } from "../media/photo";
import type { Pictures } from "../media/pictures";
import type { Picture } from "../types";
import type { Words } from "../words";

/** What the view needs of the editor. */
export interface FigureContext {
  words: Words;
  pictures: Pictures;
  /** Opens the box of a picture. */
  describe(view: EditorView, pos: number): void;
}

export class FigureView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  private readonly media = element("div", { class: "figure__media", contenteditable: "false" });
  private readonly credit = element("span", { contenteditable: "false", class: "editor-figure__suffix" });
  private readonly warning: HTMLElement;

  constructor(
    private node: Node,
    private readonly view: EditorView,
    private readonly getPos: () => number | undefined,
    private readonly context: FigureContext,
  ) {
    const { words } = context;
    this.contentDOM = element("span", { class: "editor-figure__text" });
    this.warning = element(
      "button",
      { type: "button", class: "editor-figure__warning", contenteditable: "false" },
      words("editor-picture-no-alt"),
    );
    this.dom = element(
      "figure",
      { class: "figure editor-figure" },
      this.media,
      element(
        "figcaption",
        { class: "figure__caption", "data-placeholder": words("editor-picture-caption") },
        this.contentDOM,
        this.credit,
      ),
    );
    this.media.addEventListener("click", () => this.select());
    this.media.addEventListener("dblclick", () => this.describe());
    this.warning.addEventListener("click", () => this.describe());
    this.show(node);
    this.picture();
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    const isOther = node.attrs.picture !== this.node.attrs.picture;
    const isDescribed = node.attrs.alt !== this.node.attrs.alt;
    this.node = node;
    this.show(node);
    if (isOther) this.picture();
    else if (isDescribed) this.media.querySelector("img")?.setAttribute("alt", node.attrs.alt);
    return true;
  }

  stopEvent(event: Event): boolean {
    return event.target === this.warning;
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== "selection" && !this.contentDOM.contains(mutation.target);
  }

  private show({ attrs, content }: Node): void {
    const { alt, credit } = attrs as { alt: string; credit: string | null };
    this.dom.classList.toggle("editor-figure--blank", content.size === 0 && !credit);
    if (alt.trim() === "") this.dom.append(this.warning);
    else this.warning.remove();
    const line = credit ? this.context.words("editor-picture-credit-line", { credit }) : "";
    this.credit.replaceChildren(...(line ? [" ", element("span", { class: "figure__credit" }, line)] : []));
  }

  private picture(): void {
    const { picture: hash } = this.node.attrs as { picture: string };
    const known = this.context.pictures.get(hash);
    if (known) return this.set(known);
    this.media.replaceChildren(element("span", { class: "editor-figure__waiting" }));
    this.context.pictures.find(hash).then(
      (picture) => this.node.attrs.picture === hash && this.set(picture),
      () => this.media.replaceChildren(this.context.words("editor-picture-missing")),
    );
  }

  private set(picture: Picture): void {
    this.dom.classList.toggle("figure--wide", picture.width > picture.height);
    const pos = this.getPos();
    const isInGallery = pos !== undefined && this.view.state.doc.resolve(pos).parent.type.name === "gallery";
    this.media.replaceChildren(photo(picture, this.node.attrs.alt, isInGallery ? SIZES.gallery : SIZES.alone));
  }

  private select(): void {
    const pos = this.getPos();
    if (pos === undefined) return;
    this.view.dispatch(this.view.state.tr.setSelection(NodeSelection.create(this.view.state.doc, pos)));
    this.view.focus();
  }

  private describe(): void {
    const pos = this.getPos();
    if (pos !== undefined && this.view.editable) this.context.describe(this.view, pos);
  }
}
