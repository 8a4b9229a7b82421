// A single line that several people write: headline, kicker, standfirst. The page's own element gets an editable one
// that holds one text node; what is typed goes to the shared text as the smallest change, what others type comes back as
// insertions and deletions in that node, which leave the caret where it is.

import * as Y from "yjs";

import { element } from "../dom";
import { applyChange, changeBetween, type Delta, movedBy, oneLine } from "./change";

/** What a line needs to know. */
export interface LineOptions {
  host: HTMLElement;
  text: Y.Text;
  /** The name of the field, and what stands in it while it is empty. */
  label: string;
  placeholder: string;
  /** Enter was pressed: on to the next field. */
  next(): void;
  /** A key was pressed that the line itself has no use for. */
  key?(event: KeyboardEvent): boolean;
}

export class Line {
  private readonly host: HTMLElement;
  private readonly shared: Y.Text;
  private readonly history: Y.UndoManager;
  private readonly ending = new AbortController();
  /** What the element shows, as far as the shared text knows. */
  private shown = "";
  private isComposing = false;
  /** What others changed while this was composed. */
  private missed: Delta[] = [];

  constructor(private readonly options: LineOptions) {
    // A box of its own inside of the element, which stays what it is: the page's heading, say.
    this.host = element("span", {
      class: "editor-line",
      contenteditable: "plaintext-only",
      role: "textbox",
      "aria-multiline": "false",
      "aria-label": options.label,
      "data-placeholder": options.placeholder,
      spellcheck: "true",
    });
    options.host.replaceChildren(this.host);
    this.shared = options.text;
    this.history = new Y.UndoManager(this.shared, { trackedOrigins: new Set([this]), captureTimeout: 600 });
    // Firefox before 136 knows no plain text here; what it would add is taken out again on input.
    if (this.host.contentEditable !== "plaintext-only") this.host.contentEditable = "true";
    this.show();
    this.shared.observe(this.changed);
    this.listen();
  }

  /** Lets people write, or only read. */
  set editable(editable: boolean) {
    this.host.setAttribute("contenteditable", editable ? "plaintext-only" : "false");
  }

  focus(): void {
    this.host.focus();
    getSelection()?.selectAllChildren(this.host);
    getSelection()?.collapseToEnd();
  }

  /** Leaves the text in the element, and the element as it was. */
  destroy(): void {
    this.ending.abort();
    this.shared.unobserve(this.changed);
    this.history.destroy();
    this.options.host.textContent = this.shared.toString();
  }

  private listen(): void {
    const { signal } = this.ending;
    const on = <K extends keyof HTMLElementEventMap>(type: K, act: (event: HTMLElementEventMap[K]) => void): void =>
      this.host.addEventListener(type, act, { signal });
    on("compositionstart", () => (this.isComposing = true));
    on("compositionend", () => {
      this.isComposing = false;
      this.read();
    });
    on("beforeinput", (event) => this.before(event));
    on("input", () => this.isComposing || this.read());
    on("keydown", (event) => this.keydown(event));
    on("paste", (event) => {
      event.preventDefault();
      this.insert(event.clipboardData?.getData("text/plain") ?? "");
    });
    on("drop", (event) => event.preventDefault());
    on("blur", () => {
      this.isComposing = false;
      this.read();
      this.history.stopCapturing();
    });
  }

  private before(event: InputEvent): void {
    const { inputType } = event;
    if (inputType === "historyUndo" || inputType === "historyRedo") {
      event.preventDefault();
      this.undo(inputType === "historyRedo");
    }
    if (inputType === "insertParagraph" || inputType === "insertLineBreak" || inputType.startsWith("format")) {
      event.preventDefault();
    }
  }

  private keydown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
    const key = event.key.toLowerCase();
    if (event.key === "Enter" && !event.shiftKey && !isCommand) {
      event.preventDefault();
      this.options.next();
    } else if (isCommand && (key === "z" || key === "y")) {
      event.preventDefault();
      this.undo(event.shiftKey || key === "y");
    } else if (this.options.key?.(event)) {
      event.preventDefault();
    }
  }

  private undo(again: boolean): void {
    this.read();
    if (again) this.history.redo();
    else this.history.undo();
  }

  private insert(text: string): void {
    const selection = getSelection();
    if (!selection?.rangeCount) return;
    const range = selection.getRangeAt(0);
    range.deleteContents();
    range.insertNode(document.createTextNode(oneLine(text)));
    range.collapse(false);
    this.read();
  }

  /** What stands in the element goes to the shared text. */
  private read(): void {
    const now = oneLine(this.host.textContent ?? "");
    const missed = this.missed;
    this.missed = [];
    if (now !== this.shown) {
      const change = changeBetween(this.shown, now, this.caret() ?? now.length);
      applyChange(this.shared, missed.reduce(movedBy, change), this);
    }
    this.show();
  }

  private readonly changed = (event: Y.YTextEvent, transaction: Y.Transaction): void => {
    if (transaction.origin === this) return;
    // An input method loses its place when the text moves under it: it comes when the composition ends.
    if (this.isComposing) return void this.missed.push(event.delta as Delta);
    let at = 0;
    const node = this.node();
    for (const { retain = 0, insert = "", delete: remove = 0 } of event.delta) {
      at += retain;
      if (typeof insert === "string" && insert) (node.insertData(at, insert), (at += insert.length));
      if (remove > 0) node.deleteData(at, remove);
    }
    this.show();
  };

  /** Makes the element show the shared text, touching it only where it does not. */
  private show(): void {
    this.shown = this.shared.toString();
    if (this.host.childNodes.length === 1 && this.host.textContent === this.shown && this.shown) return;
    if (this.host.childNodes.length === 0 && !this.shown) return;
    const caret = this.caret();
    if (!this.shown) return this.host.replaceChildren();
    const node = this.node();
    if (node.data !== this.shown) node.data = this.shown;
    if (caret !== null) getSelection()?.collapse(node, Math.min(caret, node.length));
  }

  /** The one text node of the element. */
  private node(): Text {
    const [first] = this.host.childNodes;
    if (first instanceof Text && this.host.childNodes.length === 1) return first;
    const node = document.createTextNode(oneLine(this.host.textContent ?? ""));
    this.host.replaceChildren(node);
    return node;
  }

  /** Where the caret is, in UTF-16 units of the text; null where it is elsewhere. */
  private caret(): number | null {
    const selection = getSelection();
    if (!selection?.focusNode || !this.host.contains(selection.focusNode)) return null;
    const range = document.createRange();
    range.selectNodeContents(this.host);
    range.setEnd(selection.focusNode, selection.focusOffset);
    return range.toString().length;
  }
}
