// The save line: what it says, and that it is true.

import "fake-indexeddb/auto";

import assert from "node:assert/strict";
import { test } from "node:test";

import { WebSocket } from "ws";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";

import type { Socket } from "../sync/link";
import { Provider } from "../sync/provider";
import { SaveLine } from "../sync/saving";
import { forgetAll, Store } from "../sync/store";
import { marked } from "../sync/unsent";
import type { Saving } from "../types";
import { TestServer } from "./support/server";
import { until } from "./support/until";

const QUICK = { look: 20, quiet: 40, lost: 80, dead: 400, gather: 5, retry: 20, retryMost: 100 };

let article = 100;

interface Desk {
  doc: Y.Doc;
  provider: Provider;
  line: SaveLine;
  said: Saving[];
  close(): Promise<void>;
}

async function open(url: string): Promise<Desk> {
  article += 1;
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const said: Saving[] = [];
  const changed = (): void => queueMicrotask(() => line.update());
  const provider = new Provider(doc, awareness, {
    url,
    changed,
    notice: () => undefined,
    closed: (_, reason) => line.refuse(reason),
    connect: (url) => new WebSocket(url) as unknown as Socket,
    timing: QUICK,
  });
  let store: Store | null = null;
  const line: SaveLine = new SaveLine(
    article,
    (event) => said.push(event as Saving),
    () => provider,
    () => store,
  );
  store = await Store.open(article, doc, changed);
  provider.start();
  const close = async (): Promise<void> => {
    line.stop();
    provider.destroy();
    awareness.destroy();
    await store?.close();
  };
  return { doc, provider, line, said, close };
}

const last = (desk: Desk): string => desk.said.at(-1)?.state ?? "";

test("saved is said after the acknowledgement, offline after contact is lost, saved again when it is back", async () => {
  const server = await new TestServer().start();
  const desk = await open(server.url);
  await until("it is saved", () => last(desk) === "saved");
  server.acknowledges = false;
  desk.doc.getText("headline").insert(0, "uno");
  await until("it is being saved", () => last(desk) === "saving");
  await until("the server has it", () => server.doc.getText("headline").length === 3);
  assert.equal(last(desk), "saving");
  await server.stop();
  await until("it is offline", () => last(desk) === "offline");
  assert.equal(typeof desk.said.at(-1)?.at, "number");
  desk.doc.getText("headline").insert(3, " due");
  server.acknowledges = true;
  await server.start();
  await until("it is saved", () => last(desk) === "saved");
  assert.equal(server.doc.getText("headline").toString(), "uno due");
  await desk.close();
  await server.stop();
});

test("a refusal and a right to read only are said as what they are", async () => {
  const server = await new TestServer().start();
  const desk = await open(server.url);
  await until("it is saved", () => last(desk) === "saved");
  server.close(4401, "signed-out");
  await until("it is refused", () => last(desk) === "refused");
  assert.equal(desk.said.at(-1)?.reason, "signed-out");
  await desk.close();
  server.readonly = true;
  const reader = await open(server.url);
  await until("it is read", () => last(reader) === "readonly");
  await reader.close();
  await server.stop();
});

test("a device that keeps nothing is said to while the server has not everything", async () => {
  const server = await new TestServer().start();
  const { indexedDB: real } = globalThis;
  const refusing = {
    open: () => {
      throw new Error("refused");
    },
  };
  Object.defineProperty(globalThis, "indexedDB", { configurable: true, value: refusing });
  const desk = await open(server.url);
  Object.defineProperty(globalThis, "indexedDB", { configurable: true, value: real });
  await until("it is saved on the server", () => last(desk) === "saved");
  await server.stop();
  await until("nobody keeps it", () => last(desk) === "device-full");
  await desk.close();
});

test("a story is marked while the server has not all its words, also in a later visit, until they are forgotten", async () => {
  const marks = shelf();
  Object.defineProperty(globalThis, "localStorage", { configurable: true, value: marks });
  const server = await new TestServer().start();
  const desk = await open(server.url);
  await until("it is saved", () => last(desk) === "saved");
  assert.deepEqual(marked(), []);
  await server.stop();
  desk.doc.getText("headline").insert(0, "uno");
  await until("it is marked", () => marked().length === 1);
  assert.deepEqual(marked(), [article]);
  await desk.close();
  await server.start();
  article -= 1;
  const again = await open(server.url);
  await until("the server has it", () => server.doc.getText("headline").length === 3);
  await until("it is marked no more", () => marked().length === 0);
  await server.stop();
  again.doc.getText("headline").insert(3, " due");
  await until("it is marked again", () => marked().length === 1);
  await again.close();
  await forgetAll();
  assert.deepEqual(marked(), []);
  Reflect.deleteProperty(globalThis, "localStorage");
});

/** As much of a browser's storage as the marks need. */
function shelf(): Record<string, unknown> {
  const hidden = (value: unknown): PropertyDescriptor => ({ enumerable: false, value });
  const kept: Record<string, unknown> = {};
  return Object.defineProperties(kept, {
    setItem: hidden((name: string, value: string) => (kept[name] = value)),
    removeItem: hidden((name: string) => delete kept[name]),
  });
}
