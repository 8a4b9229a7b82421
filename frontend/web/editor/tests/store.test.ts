// The copy on the device.

import "fake-indexeddb/auto";

import assert from "node:assert/strict";
import { test } from "node:test";

import * as Y from "yjs";

import { forget, Store, storeName } from "../sync/store";
import { joinTabs } from "../sync/tabs";
import { until } from "./support/until";

let article = 0;
const open = (doc: Y.Doc, number = article): Promise<Store> => Store.open(number, doc, () => undefined);
const textOf = (doc: Y.Doc): string => doc.getText("headline").toString();

async function entries(number: number): Promise<number> {
  const request = indexedDB.open(storeName(number), 1);
  const database = await new Promise<IDBDatabase>((resolve) => (request.onsuccess = () => resolve(request.result)));
  const count = database.transaction("updates").objectStore("updates").count();
  await new Promise((resolve) => (count.onsuccess = resolve));
  database.close();
  return count.result;
}

test("what is written is there again, without a word to any server", async () => {
  article += 1;
  const doc = new Y.Doc();
  const store = await open(doc);
  doc.getText("headline").insert(0, "Alba");
  await until("it is written", () => !store.isBehind);
  // The tab is killed: nothing is closed.
  const again = new Y.Doc();
  await open(again);
  assert.equal(textOf(again), "Alba");
});

test("what is written while the copy is being opened is not missed", async () => {
  article += 1;
  const doc = new Y.Doc();
  const opening = open(doc);
  doc.getText("headline").insert(0, "subito");
  const store = await opening;
  await until("it is written", () => !store.isBehind);
  const again = new Y.Doc();
  await open(again);
  assert.equal(textOf(again), "subito");
});

test("many changes become one, and the text stays what it is", async () => {
  article += 1;
  const doc = new Y.Doc();
  const store = await open(doc);
  for (let index = 0; index < 230; index += 1) {
    doc.getText("headline").insert(index, "x");
    await store.write();
  }
  await until("it is compacted", () => !store.isBehind);
  assert.ok((await entries(article)) < 60, `${await entries(article)}`);
  const again = new Y.Doc();
  await open(again);
  assert.equal(textOf(again), "x".repeat(230));
});

test("a device that keeps nothing is said to, and the text goes on", async () => {
  const { indexedDB: real } = globalThis;
  Object.defineProperty(globalThis, "indexedDB", {
    configurable: true,
    value: {
      open: () => {
        throw new Error("refused");
      },
    },
  });
  const doc = new Y.Doc();
  const store = await open(doc, 999);
  Object.defineProperty(globalThis, "indexedDB", { configurable: true, value: real });
  assert.equal(store.isRefused, true);
  doc.getText("headline").insert(0, "x");
  assert.equal(textOf(doc), "x");
});

test("signing out deletes it", async () => {
  article += 1;
  const doc = new Y.Doc();
  const store = await open(doc);
  doc.getText("headline").insert(0, "segreto");
  await store.close();
  await forget(article);
  const again = new Y.Doc();
  await open(again);
  assert.equal(textOf(again), "");
});

test("two tabs hear of each other, also of what was written before", async () => {
  const [one, two] = [new Y.Doc(), new Y.Doc()];
  one.getText("headline").insert(0, "prima ");
  const leave = [joinTabs(7, one), joinTabs(7, two)];
  await until("the other has it", () => textOf(two) === "prima ");
  two.getText("headline").insert(6, "poi");
  await until("both agree", () => textOf(one) === "prima poi");
  for (const end of leave) end();
});
