// Several bodies on one draft, with changes that arrive late and in bursts: in the end all show the same, and what they
// show is allowed.

import "./support/dom";

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { EditorState, TextSelection } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { prosemirrorJSONToYXmlFragment, undo, ySyncPlugin, yUndoPlugin } from "y-prosemirror";
import * as Y from "yjs";

import { takeSmallSteps } from "../binding/small-steps";
import { commands } from "../commands";
import { schema } from "../schema";
import { short } from "./support/short";
import { context } from "./support/view";

/** How many random histories are tried; CONVERGE asks for more, CONVERGE_FROM begins later. */
const HISTORIES = Number(process.env.CONVERGE ?? 25);
const everything = JSON.parse(readFileSync("frontend/web/editor/tests/fixtures/everything.json", "utf8")) as object;
const run = commands(context);

/** Numbers that look random and are the same for the same seed. */
function random(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state >>> 8) & 0xffff) % below;
  };
}

const ACTS: [string, object][] = [
  ["heading", { level: 3 }],
  ["paragraph", {}],
  ["list", { ordered: false }],
  ["list", { ordered: true }],
  ["quote", {}],
  ["quoteSource", {}],
  ["pullQuote", {}],
  ["box", {}],
  ["boxTitle", {}],
  ["code", {}],
  ["rule", {}],
  ["mark", { name: "strong" }],
  ["mark", { name: "em" }],
  ["table", { rows: 2, columns: 2 }],
  ["rowAfter", {}],
  ["columnAfter", {}],
  ["deleteRow", {}],
  ["tableCaption", {}],
  ["link", { href: "/a" }],
  ["deleteSelection", {}],
];

interface Writer {
  doc: Y.Doc;
  view: EditorView;
  /** What the others wrote and this one has not heard. */
  waiting: Uint8Array[];
}

function writers(count: number): Writer[] {
  const first = new Y.Doc();
  prosemirrorJSONToYXmlFragment(schema, everything, first.getXmlFragment("body"));
  const start = Y.encodeStateAsUpdate(first);
  const all: Writer[] = [];
  for (let index = 0; index < count; index += 1) {
    const doc = new Y.Doc();
    doc.clientID = 5_000 + index;
    Y.applyUpdate(doc, start);
    const state = EditorState.create({ schema, plugins: [ySyncPlugin(doc.getXmlFragment("body")), yUndoPlugin()] });
    takeSmallSteps(state);
    const host = document.createElement("div");
    const view = new EditorView({ mount: document.body.appendChild(host) }, { state });
    const writer: Writer = { doc, view, waiting: [] };
    doc.on("update", (update, origin) => {
      if (origin !== "others") for (const other of all) if (other !== writer) other.waiting.push(update);
    });
    all.push(writer);
  }
  return all;
}

function act({ view }: Writer, next: (below: number) => number): void {
  const { doc } = view.state;
  const [one, other] = [next(doc.content.size + 1), next(8)];
  const selection = TextSelection.between(doc.resolve(one), doc.resolve(Math.min(doc.content.size, one + other)));
  view.dispatch(view.state.tr.setSelection(selection));
  const choice = next(10);
  if (choice < 4) run.insertText?.(view, { text: "abcdefgh"[next(8)] ?? "x" });
  else if (choice === 4) undo(view.state);
  else if (choice === 5 && selection.empty && selection.$from.parent.type.name === "paragraph") {
    view.dispatch(view.state.tr.split(selection.from));
  } else {
    const [name, args] = ACTS[next(ACTS.length)] ?? ["rule", {}];
    run[name]?.(view, args);
  }
}

/** Hears some of what waits, in its order or the other way round, some of it twice. */
function hear(writer: Writer, next: (below: number) => number, all = false): void {
  const heard = writer.waiting.splice(0, all ? writer.waiting.length : next(writer.waiting.length + 1));
  if (!all && next(3) === 0) heard.reverse();
  if (!all && next(4) === 0) heard.push(...heard.slice(0, 1));
  for (const update of heard) Y.applyUpdate(writer.doc, update, "others");
}

for (let seed = Number(process.env.CONVERGE_FROM ?? 1); seed <= HISTORIES; seed += 1) {
  test(`history ${seed} ends with the same text for everybody`, () => {
    const next = random(seed);
    const all = writers(2 + (seed % 3));
    for (let step = 0; step < 60; step += 1) {
      const writer = all[next(all.length)];
      if (!writer) continue;
      act(writer, next);
      if (next(3) === 0) hear(writer, next);
    }
    // What mending one view wrote may still have to reach the others.
    for (let round = 0; round < 5; round += 1) for (const writer of all) hear(writer, next, true);
    const [first] = all;
    for (const { view, doc } of all) {
      assert.deepEqual(doc.getXmlFragment("body").toJSON(), first?.doc.getXmlFragment("body").toJSON());
      view.state.doc.check();
      assert.equal(short(view.state.doc), short(first?.view.state.doc ?? view.state.doc));
    }
    for (const { view } of all) view.destroy();
  });
}
