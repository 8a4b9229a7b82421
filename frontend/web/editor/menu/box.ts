// A small form beside the text: the address of a link, the words of a picture. One at a time.

import type { EditorView } from "prosemirror-view";

import { element } from "../dom";
import { follow, landmarkOf, type Spot } from "./place";

/** A line of the form. */
export interface Field {
  name: string;
  label: string;
  value: string;
  hint?: string;
  /** Whether it may take several lines of the screen. */
  long?: boolean;
  type?: "url" | "text";
}

/** What the form asks, and what it does with the answer. */
export interface BoxOptions {
  title: string;
  fields: Field[];
  submit: string;
  cancel: string;
  /** A second thing that can be done, such as taking the link away. */
  other?: { label: string; run(): void };
  /** Takes the values; answers why they will not do, or nothing. */
  run(values: Record<string, string>): string | null;
}

let close: (() => void) | null = null;

/** Opens a form beside the caret or a selected block; Escape and a press elsewhere close it. */
export function openBox(view: EditorView, options: BoxOptions): void {
  close?.();
  const error = element("p", { class: "editor-box__error", role: "alert" });
  const inputs = options.fields.map((field, index) => control(field, index));
  const cancel = element("button", { type: "button", class: "button button--quiet" }, options.cancel);
  const buttons = element(
    "div",
    { class: "editor-box__buttons" },
    element("button", { type: "submit", class: "button" }, options.submit),
    cancel,
  );
  const form = element(
    "form",
    { class: "editor-box__form", novalidate: "" },
    element("h2", { class: "editor-box__title" }, options.title),
    ...inputs.map(({ line }) => line),
    error,
    buttons,
  );
  const panel = element("div", { class: "editor-box", role: "dialog", "aria-label": options.title }, form);
  const stop = new AbortController();
  const { signal } = stop;
  const end = (): void => {
    close = null;
    stop.abort();
    unfollow();
    panel.remove();
  };
  const finish = (): void => {
    end();
    view.focus();
  };
  if (options.other) {
    const { label, run } = options.other;
    const other = element("button", { type: "button", class: "button button--quiet" }, label);
    other.addEventListener("click", () => (finish(), run()), { signal });
    buttons.append(other);
  }
  cancel.addEventListener("click", finish, { signal });
  form.addEventListener(
    "submit",
    (event) => {
      event.preventDefault();
      const values = Object.fromEntries(inputs.map(({ name, input }) => [name, input.value.trim()]));
      const refusal = options.run(values);
      error.textContent = refusal;
      if (refusal === null) finish();
      else inputs[0]?.input.focus();
    },
    { signal },
  );
  panel.addEventListener("keydown", (event) => keydown(event, form, finish), { signal });
  document.addEventListener("mousedown", (event) => panel.contains(event.target as Node) || end(), { signal });
  landmarkOf(view).append(panel);
  const unfollow = follow(panel, () => spotOf(view));
  close = end;
  inputs[0]?.input.focus();
  inputs[0]?.input.select();
}

/** Closes the form that is open. */
export function closeBox(): void {
  close?.();
}

function control(
  { name, label, value, hint, long, type = "text" }: Field,
  index: number,
): {
  name: string;
  input: HTMLInputElement | HTMLTextAreaElement;
  line: HTMLElement;
} {
  const id = `editor-box-${index}`;
  const described = { id, name, class: "field__control", "aria-describedby": hint ? `${id}-hint` : null };
  const input = long
    ? element("textarea", { ...described, rows: "2" })
    : element("input", { ...described, type, autocomplete: "off" });
  input.value = value;
  const line = element(
    "div",
    { class: "field" },
    element("label", { class: "field__label", for: id }, label),
    input,
    hint ? element("p", { class: "field__hint", id: `${id}-hint` }, hint) : null,
  );
  return { name, input, line };
}

/** Enter sends also from a long field, Escape closes, Tab stays inside. */
function keydown(event: KeyboardEvent, form: HTMLFormElement, finish: () => void): void {
  if (event.isComposing) return;
  event.stopPropagation();
  if (event.key === "Escape") {
    event.preventDefault();
    finish();
  } else if (event.key === "Enter" && event.target instanceof HTMLTextAreaElement && !event.shiftKey) {
    event.preventDefault();
    form.requestSubmit();
  } else if (event.key === "Tab") {
    const stops = [...form.querySelectorAll<HTMLElement>("input, textarea, button")];
    const last = event.shiftKey ? stops[0] : stops.at(-1);
    if (event.target !== last) return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  }
}

function spotOf(view: EditorView): Spot | null {
  const { from } = view.state.selection;
  if (from > view.state.doc.content.size) return null;
  const block = view.state.selection.empty ? null : view.nodeDOM(from);
  return block instanceof HTMLElement ? block.getBoundingClientRect() : view.coordsAtPos(from);
}
