// The footnotes under the text, where readers find them. A click on one makes it a small editor.

import { DOMSerializer } from "prosemirror-model";
import { type EditorState, Plugin, PluginKey, TextSelection } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";

import { element } from "../dom";
import { schema } from "../schema";
import type { Words } from "../words";
import { footnotesIn, type Note } from "./find";
import { InnerEditor } from "./inner";

interface Shown {
  decorations: DecorationSet;
  /** Where the note begins that is being written. */
  open: number | null;
}

const key = new PluginKey<Shown>("footnotes");

/** The plugin that shows the list; `changed` hears of selections inside of a note. */
export function footnotes(words: Words, changed: () => void): Plugin<Shown> {
  const list = new FootnoteList(words, changed);
  return new Plugin<Shown>({
    key,
    list,
    state: {
      init: (_, state) => ({ decorations: decorate(state, list), open: null }),
      apply(transaction, { decorations, open }, _, state) {
        const wanted = transaction.getMeta(key) as { open: number | null } | undefined;
        const mapped = open === null ? null : transaction.mapping.mapResult(open, 1);
        return {
          decorations: transaction.docChanged ? decorate(state, list) : decorations,
          open: wanted ? wanted.open : mapped && !mapped.deleted ? mapped.pos : null,
        };
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
    view(view) {
      list.attach(view);
      return { update: (view) => list.update(view), destroy: () => list.destroy() };
    },
  });
}

/** Begins to write the note at `pos`. */
export function openFootnote(view: EditorView, pos: number): void {
  view.dispatch(view.state.tr.setMeta(key, { open: pos }));
}

/** The editor of the note that is being written. */
export function innerEditor(state: EditorState): EditorView | null {
  return (key.get(state)?.spec.list as FootnoteList | undefined)?.inner?.view ?? null;
}

function decorate(state: EditorState, list: FootnoteList): DecorationSet {
  if (footnotesIn(state.doc).length === 0) return DecorationSet.empty;
  const options = { side: 1, key: "footnotes", ignoreSelection: true, stopEvent: () => true };
  return DecorationSet.create(state.doc, [Decoration.widget(state.doc.content.size, () => list.dom, options)]);
}

class FootnoteList {
  readonly dom: HTMLElement;
  inner: InnerEditor | null = null;

  private readonly list = element("ol");
  private readonly serializer = DOMSerializer.fromSchema(schema);
  private view: EditorView | null = null;
  private notes: Note[] = [];
  private opened: HTMLElement | null = null;

  constructor(
    private readonly words: Words,
    private readonly changed: () => void,
  ) {
    const title = element("h2", { id: "footnotes" }, words("editor-notes"));
    const attributes = {
      class: "footnotes editor-footnotes",
      contenteditable: "false",
      "aria-labelledby": "footnotes",
    };
    this.dom = element("section", attributes, title, this.list);
    this.dom.addEventListener("mousedown", (event) => this.press(event));
  }

  attach(view: EditorView): void {
    this.view = view;
    this.update(view);
  }

  destroy(): void {
    this.close();
    this.view = null;
  }

  /** Shows what the notes say now, touching only those that changed. */
  update(view: EditorView): void {
    const before = this.notes;
    this.notes = footnotesIn(view.state.doc);
    const open = key.getState(view.state)?.open ?? null;
    const index = this.notes.findIndex(({ pos }) => pos === open);
    if (index < 0) this.close();
    this.reconcile(before, index);
    if (index >= 0) this.edit(index, view);
  }

  /** Lines go where notes went and come where notes came, so that the one being written keeps its line. */
  private reconcile(before: Note[], open: number): void {
    const { notes, list } = this;
    let start = 0;
    while (start < Math.min(before.length, notes.length) && before[start]?.node === notes[start]?.node) start += 1;
    let end = 0;
    const most = Math.min(before.length, notes.length) - start;
    while (end < most && before.at(-1 - end)?.node === notes.at(-1 - end)?.node) end += 1;
    const surplus = before.length - notes.length;
    for (let gone = 0; gone < surplus; gone += 1) list.children[start]?.remove();
    for (let come = surplus; come < 0; come += 1) list.insertBefore(this.line(), list.children[start] ?? null);
    for (let index = start; index < notes.length - end; index += 1) {
      if (this.inner && index === open && list.children[index]?.contains(this.opened)) continue;
      this.fill(index);
    }
  }

  private line(): HTMLElement {
    const back = element(
      "a",
      { class: "footnotes__back", role: "button", "aria-label": this.words("editor-note-back") },
      "↩",
    );
    return element("li", {}, element("span", { class: "editor-footnotes__text" }), " ", back);
  }

  private fill(index: number): void {
    const text = this.list.children[index]?.firstElementChild;
    const note = this.notes[index];
    if (!text || !note) return;
    if (text === this.opened) this.close();
    this.list.children[index]?.firstElementChild?.replaceChildren(this.serializer.serializeFragment(note.node.content));
  }

  private edit(index: number, view: EditorView): void {
    const host = this.list.children[index]?.firstElementChild;
    const note = this.notes[index];
    if (!(host instanceof HTMLElement) || !note) return;
    if (this.opened === host) return this.inner?.update(note.node);
    this.close();
    this.opened = host;
    host.replaceChildren();
    this.inner = new InnerEditor(note.node, {
      outer: view,
      host,
      getPos: () => key.getState(view.state)?.open ?? null,
      leave: () => this.leave(),
      changed: this.changed,
    });
    this.inner.view.focus();
    this.changed();
  }

  private close(): void {
    const { opened, inner } = this;
    this.opened = this.inner = null;
    if (!opened || !inner) return;
    const { content } = inner.view.state.doc;
    inner.destroy();
    const text = element("span", { class: "editor-footnotes__text" });
    text.append(this.serializer.serializeFragment(content));
    opened.replaceWith(text);
  }

  /** Back to the text, behind the note's number. */
  private leave(): void {
    const { view } = this;
    const pos = view && key.getState(view.state)?.open;
    if (!view || pos === null || pos === undefined) return;
    this.backTo(view, pos);
  }

  private backTo(view: EditorView, pos: number): void {
    const size = view.state.doc.nodeAt(pos)?.nodeSize ?? 0;
    const selection = TextSelection.near(view.state.doc.resolve(pos + size), 1);
    view.dispatch(view.state.tr.setMeta(key, { open: null }).setSelection(selection).scrollIntoView());
    view.focus();
  }

  private press(event: MouseEvent): void {
    const line = event.target instanceof Element ? event.target.closest("li") : null;
    const note = line && this.notes[[...this.list.children].indexOf(line)];
    const { view } = this;
    if (!note || !view) return;
    if (event.target instanceof Element && event.target.closest(".footnotes__back")) {
      event.preventDefault();
      return this.backTo(view, note.pos);
    }
    if (this.opened && line.contains(this.opened)) return;
    event.preventDefault();
    if (view.editable) openFootnote(view, note.pos);
  }
}
