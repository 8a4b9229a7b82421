// Opens an article for writing, in the elements that the page has for it.

import { TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

import { openBody } from "./body";
import { commands, READING } from "./commands";
import { Line } from "./fields/line";
import { readFields, writeField } from "./fields/values";
import { Pictures } from "./media/pictures";
import { uploadPicture } from "./media/upload";
import { closeBox } from "./menu/box";
import { Session } from "./session";
import type { Handle, MountOptions } from "./types";
import { wordsOf } from "./words";

const LINES = ["kicker", "headline", "standfirst"] as const;

/** Opens an article. What it shows comes when there is something: from this device, or from the server. */
export function mount(options: MountOptions): Handle {
  const session = new Session(options);
  const words = wordsOf(options.words);
  const { upload = uploadPicture } = options;
  const context = { words, upload, pictures: new Pictures(options.picture) };
  const all = commands(context);
  const lines: Line[] = [];
  const byField = new Map<string, Line>();
  let view: EditorView | null = null;
  let wasEditable = true;
  /** What was asked for before there was anything to do it with. */
  const waiting: (() => void)[] = [];
  const whenOpen = (act: () => void): void => void (view ? act() : waiting.push(act));

  const open = (): void => {
    view = openBody(session, options.body, context, () => readFields(session.doc).lang ?? options.lang);
    for (const field of LINES) {
      const host = options[field];
      if (!host) continue;
      const line = openLine(field, host, lines.length);
      lines.push(line);
      byField.set(field, line);
    }
    for (const line of lines) line.editable = session.editable;
    session.tell({ type: "fields", ...readFields(session.doc) });
    session.tell({ type: "ready", readonly: !session.editable });
    const headline = LINES.filter((field) => options[field]).indexOf("headline");
    if (session.editable && isBlank() && !isTyping()) lines[headline]?.focus();
    for (const act of waiting.splice(0)) act();
  };

  /** Nobody has written anything: it begins with its headline. */
  const isBlank = (): boolean =>
    LINES.every((field) => session.doc.getText(field).length === 0) && view?.state.doc.textContent === "";

  const openLine = (field: (typeof LINES)[number], host: HTMLElement, index: number): Line => {
    const label = words(`editor-${field}`);
    const key = (event: KeyboardEvent): boolean => {
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
      const isKept = isCommand && event.key.toLowerCase() === "s";
      if (isKept) session.tell({ type: "savekey" });
      // Nothing in a line is bold, underlined or a link.
      return isKept || (isCommand && ["b", "i", "u", "k"].includes(event.key.toLowerCase()));
    };
    const next = (): void => (lines[index + 1] ? lines[index + 1]?.focus() : view?.focus());
    return new Line({ host, text: session.doc.getText(field), label, placeholder: label, next, key });
  };

  session.onChange = () => {
    if (!view && session.hasContent) open();
    if (session.editable === wasEditable) return;
    wasEditable = session.editable;
    view?.setProps({});
    for (const line of lines) line.editable = wasEditable;
  };

  return {
    exec(command, args) {
      const run = all[command];
      const mayRun = session.editable || READING.has(command);
      return view !== null && run !== undefined && mayRun && run(view, JSON.parse(args || "{}"));
    },
    set: (field, value) => void (session.editable && writeField(session.doc, field, JSON.parse(value), "set")),
    focus: (field) => whenOpen(() => (byField.get(field ?? "") ?? view)?.focus()),
    caretAt: (x, y) => whenOpen(() => view && caretAt(view, x, y)),
    content: () => JSON.stringify(view?.state.doc.toJSON() ?? null),
    destroy() {
      session.onChange = () => undefined;
      closeBox();
      for (const line of lines) line.destroy();
      if (view) close(view);
      session.destroy();
    },
  };
}

/** Whether somebody is writing elsewhere on the page already. */
function isTyping(): boolean {
  return document.activeElement?.matches("input, textarea, select, [contenteditable]") ?? false;
}

/** Puts the caret where somebody clicked. */
function caretAt(view: EditorView, x: number, y: number): void {
  const found = view.posAtCoords({ left: x, top: y });
  if (found) {
    const $pos = view.state.doc.resolve(Math.min(found.pos, view.state.doc.content.size));
    view.dispatch(view.state.tr.setSelection(TextSelection.near($pos)));
  }
  view.focus();
}

/** Ends the view, and leaves in its element what it showed. */
function close(view: EditorView): void {
  const { dom } = view;
  const shown = [...dom.childNodes].map((node) => node.cloneNode(true));
  view.destroy();
  dom.classList.remove("editor", "ProseMirror", "ProseMirror-focused");
  for (const name of ["role", "aria-multiline", "aria-label", "spellcheck", "translate", "contenteditable"])
    dom.removeAttribute(name);
  dom.replaceChildren(...shown);
  for (const part of dom.querySelectorAll("[contenteditable]")) part.removeAttribute("contenteditable");
  for (const part of dom.querySelectorAll(".editor-person, .editor-upload, .editor-figure__warning")) part.remove();
}
