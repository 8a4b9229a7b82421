// The schema against what crates/document writes, and against what Yjs makes of it.

import "./support/dom";

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { DOMParser, DOMSerializer, Node } from "prosemirror-model";
import { prosemirrorToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from "y-prosemirror";
import * as Y from "yjs";

import { countOf } from "../count";
import { schema } from "../schema";
import { short } from "./support/short";

const everything = JSON.parse(readFileSync("frontend/web/editor/tests/fixtures/everything.json", "utf8")) as object;

/** What two people left in a block, and what the screen shows; crates/document reads the same when it publishes. */
const mended = JSON.parse(readFileSync("frontend/web/editor/tests/fixtures/mended.json", "utf8")) as Mended[];

interface Mended {
  what: string;
  left: Json;
  shown: Json;
}

interface Json {
  type: string;
  attrs?: Record<string, unknown>;
  content?: Json[];
}

/** A node made as y-prosemirror makes it: from the inside out. */
function made(json: Json): Node {
  if (json.type === "text") return Node.fromJSON(schema, json);
  return schema.node(json.type, json.attrs, json.content?.map(made));
}

const plain = (doc: Node): unknown => JSON.parse(JSON.stringify(doc.toJSON()));

test("a body with everything survives the schema", () => {
  const doc = Node.fromJSON(schema, everything);
  doc.check();
  assert.deepEqual(plain(doc), everything);
});

test("a body with everything survives the shared document", () => {
  const shared = new Y.Doc();
  const doc = Node.fromJSON(schema, everything);
  prosemirrorToYXmlFragment(doc, shared.getXmlFragment("body"));
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(shared));
  assert.deepEqual(plain(yXmlFragmentToProseMirrorRootNode(other.getXmlFragment("body"), schema)), everything);
});

test("a body with everything survives the clipboard", () => {
  const doc = Node.fromJSON(schema, everything);
  const page = document.createElement("div");
  page.append(DOMSerializer.fromSchema(schema).serializeFragment(doc.content));
  assert.equal(short(DOMParser.fromSchema(schema).parse(page)), short(doc));
});

test("words are counted as crates/document counts them", () => {
  const { words, minutes } = countOf(Node.fromJSON(schema, everything));
  assert.deepEqual([words, minutes], [40, 1]);
  const long = schema.node("doc", null, [schema.node("paragraph", null, schema.text("parola — ".repeat(221)))]);
  assert.deepEqual([countOf(long).words, countOf(long).minutes], [221, 2]);
});

test("what two people leave in the wrong place is put in order, and no word is lost", () => {
  for (const { what, left, shown } of mended) assert.deepEqual(plain(made(left)), shown, what);
  assert.throws(() => schema.node("bullet_list", null, [schema.node("paragraph")]));
});

test("a shared document that the schema refuses is mended, not deleted", () => {
  const shared = new Y.Doc();
  const quote = new Y.XmlElement("blockquote");
  const line = (name: string, text: string): Y.XmlElement => {
    const made = new Y.XmlElement(name);
    made.insert(0, [new Y.XmlText(text)]);
    return made;
  };
  quote.insert(0, [line("paragraph", "a"), line("quote_source", "s"), line("paragraph", "b")]);
  shared.getXmlFragment("body").insert(0, [quote]);
  const doc = yXmlFragmentToProseMirrorRootNode(shared.getXmlFragment("body"), schema);
  assert.equal(short(doc), "quote(p(a)p(b)source(s))");
  assert.equal(shared.getXmlFragment("body").length, 1);
});
