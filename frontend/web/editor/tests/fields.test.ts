// The fields beside the body: small changes, so that they merge.

import "./support/dom";

import assert from "node:assert/strict";
import { test } from "node:test";

import * as Y from "yjs";

import { applyChange, changeBetween, movedBy, oneLine } from "../fields/change";
import { Line } from "../fields/line";
import { readFields, writeField } from "../fields/values";

function pair(): [Y.Doc, Y.Doc] {
  const [one, two] = [new Y.Doc(), new Y.Doc()];
  one.on("update", (update, origin) => origin !== two && Y.applyUpdate(two, update, one));
  two.on("update", (update, origin) => origin !== one && Y.applyUpdate(one, update, two));
  return [one, two];
}

function lineOn(doc: Y.Doc): { host: HTMLElement; line: Line } {
  const host = document.body.appendChild(document.createElement("h1"));
  const options = {
    host,
    text: doc.getText("headline"),
    label: "Titolo",
    placeholder: "Titolo",
    next: () => undefined,
  };
  const line = new Line(options);
  return { host: host.firstElementChild as HTMLElement, line };
}

/** What a browser does when somebody types: the text changes, the caret stands behind it. */
function type(host: HTMLElement, text: string, caret: number): void {
  const [node] = host.childNodes;
  if (node instanceof Text) node.data = text;
  else host.textContent = text;
  getSelection()?.collapse(host.firstChild ?? host, host.firstChild ? caret : 0);
  host.dispatchEvent(new Event("input", { bubbles: true }));
}

const caretIn = (host: HTMLElement): number | undefined =>
  getSelection()?.focusNode === host.firstChild ? getSelection()?.focusOffset : undefined;

test("the smallest change is found, where the caret says that it was made", () => {
  assert.deepEqual(changeBetween("casa", "cassa", 3), { index: 2, remove: 0, insert: "s" });
  assert.deepEqual(changeBetween("casa", "cassa", 4), { index: 3, remove: 0, insert: "s" });
  assert.deepEqual(changeBetween("abc", "", 0), { index: 0, remove: 3, insert: "" });
  assert.deepEqual(changeBetween("a😀b", "a😁b", 3), { index: 1, remove: 2, insert: "😁" });
  assert.deepEqual(changeBetween("uguale", "uguale"), { index: 6, remove: 0, insert: "" });
});

test("every change leads from one text to the other, wherever the caret is", () => {
  const texts = ["", "a", "aa", "aba", "perché", "perche’", "a😀", "😀😁", "due  spazi"];
  for (const before of texts) {
    for (const after of texts) {
      for (let caret = 0; caret <= after.length; caret += 1) {
        const text = new Y.Doc().getText("x");
        text.insert(0, before);
        applyChange(text, changeBetween(before, after, caret), null);
        assert.equal(text.toString(), after);
      }
    }
  }
});

test("a change is moved by what others changed before it", () => {
  const change = { index: 3, remove: 2, insert: "x" };
  assert.deepEqual(movedBy(change, [{ insert: "ab" }]), { index: 5, remove: 2, insert: "x" });
  assert.deepEqual(movedBy(change, [{ retain: 4 }, { delete: 1 }]), { index: 3, remove: 1, insert: "x" });
  assert.deepEqual(movedBy(change, [{ delete: 10 }]), { index: 0, remove: 0, insert: "x" });
});

test("what two people type into one line merges, and neither caret moves", () => {
  const [one, two] = pair();
  one.getText("headline").insert(0, "Roma");
  const [ada, bruno] = [lineOn(one), lineOn(two)];
  type(ada.host, "A Roma", 2);
  assert.equal(bruno.host.textContent, "A Roma");
  getSelection()?.collapse(bruno.host.firstChild, 6);
  writeField(one, "headline", "Sì, a Roma", "set");
  assert.equal(bruno.host.textContent, "Sì, a Roma");
  assert.equal(caretIn(bruno.host), 10);
  ada.line.destroy();
  bruno.line.destroy();
});

test("what others write while an input method composes is kept, and so is what it composes", () => {
  const [one, two] = pair();
  one.getText("headline").insert(0, "Roma");
  const { host, line } = lineOn(one);
  host.dispatchEvent(new Event("compositionstart"));
  type(host, "Romaか", 5);
  assert.equal(one.getText("headline").toString(), "Roma");
  two.getText("headline").insert(0, "A ");
  assert.equal(host.textContent, "Romaか");
  host.dispatchEvent(new Event("compositionend"));
  assert.equal(one.getText("headline").toString(), "A Romaか");
  assert.equal(host.textContent, "A Romaか");
  line.destroy();
});

test("a line is one line", () => {
  assert.equal(oneLine("uno\r\n  due\ttre"), "uno due tre");
  const doc = new Y.Doc();
  const { host, line } = lineOn(doc);
  type(host, "uno\ndue", 7);
  assert.equal(doc.getText("headline").toString(), "uno due");
  type(host, "", 0);
  assert.equal(host.childNodes.length, 0);
  line.destroy();
});

test("fields are written as they are meant, and nothing is written twice", () => {
  const doc = new Y.Doc();
  let updates = 0;
  doc.on("update", () => (updates += 1));
  const write = (name: string, value: unknown): boolean => writeField(doc, name, value, "set");
  write("tags", ["a", "b", "c"]);
  write("tags", ["a", "x", "c"]);
  write("byline", ["Ada Rossi"]);
  write("section", "Cronaca/Roma");
  write("lead_image", { picture: "h", alt: "", caption: "", credit: null });
  write("slug", "titolo");
  write("slug", null);
  const before = updates;
  write("tags", ["a", "x", "c"]);
  write("section", "Cronaca/Roma");
  write("lead_image", { picture: "h", alt: "", caption: "", credit: null });
  assert.equal(updates, before);
  assert.equal(write("nonsense", 1), false);
  assert.deepEqual(readFields(doc), {
    headline: "",
    kicker: "",
    standfirst: "",
    byline: ["Ada Rossi"],
    tags: ["a", "x", "c"],
    lang: null,
    section: "Cronaca/Roma",
    slug: null,
    copyright: null,
    lead_image: { picture: "h", alt: "", caption: "", credit: null },
  });
});
