// Something that lives elsewhere, as readers see it before they ask for it. Nothing is asked of the other site here.

import type { Node } from "prosemirror-model";
import type { NodeView } from "prosemirror-view";

import { element, icon } from "../dom";
import { type Provider, PROVIDERS } from "../embeds";
import type { Words } from "../words";

export class EmbedView implements NodeView {
  readonly dom = element("figure", { class: "embed editor-embed", contenteditable: "false" });

  constructor(
    private node: Node,
    private readonly words: Words,
  ) {
    this.show(node);
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    if (!node.eq(this.node)) this.show(node);
    this.node = node;
    return true;
  }

  ignoreMutation(): boolean {
    return true;
  }

  private show({ attrs }: Node): void {
    const { provider, title } = attrs as { provider: Provider; title: string };
    const name = PROVIDERS[provider] ?? provider;
    const label = provider in PROVIDERS ? this.words(`editor-embed-load-${provider}`) : name;
    this.dom.replaceChildren(
      element(
        "a",
        { class: "embed__link" },
        element("span", { class: "embed__icon" }, icon({ fill: "currentColor", d: "M8 5.5v13l10.5-6.5z" })),
        element("span", { class: "embed__label" }, label),
        element("span", { class: "embed__note" }, this.words("editor-embed-explain", { provider: name })),
      ),
    );
    if (title) this.dom.append(element("figcaption", { class: "figure__caption" }, title));
  }
}
