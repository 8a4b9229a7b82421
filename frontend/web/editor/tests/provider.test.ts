// The provider against a server that forgets nothing, and is taken away.

import assert from "node:assert/strict";
import { test } from "node:test";

import { WebSocket } from "ws";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";

import { CHUNK } from "../sync/frames";
import type { Socket } from "../sync/link";
import { Provider } from "../sync/provider";
import { TestServer } from "./support/server";
import { until } from "./support/until";

interface Tab {
  doc: Y.Doc;
  text: Y.Text;
  provider: Provider;
  awareness: Awareness;
  notices: string[];
  closings: number[];
}

const QUICK = { look: 20, quiet: 40, lost: 80, dead: 400, unacknowledged: 300, gather: 5, retry: 20, retryMost: 100 };

function open(server: TestServer, doc = new Y.Doc()): Tab {
  const awareness = new Awareness(doc);
  const tab: Partial<Tab> = { doc, text: doc.getText("headline"), awareness, notices: [], closings: [] };
  tab.provider = new Provider(doc, awareness, {
    url: server.url,
    changed: () => undefined,
    notice: (json) => tab.notices?.push(json),
    closed: (code) => tab.closings?.push(code),
    connect: (url) => new WebSocket(url) as unknown as Socket,
    timing: QUICK,
  });
  tab.provider.start();
  return tab as Tab;
}

async function withServer(run: (server: TestServer, tabs: Tab[]) => Promise<void>): Promise<void> {
  const server = await new TestServer().start();
  const tabs: Tab[] = [];
  try {
    await run(server, tabs);
  } finally {
    for (const tab of tabs) (tab.provider.destroy(), tab.awareness.destroy());
    await server.stop();
  }
}

const saved = (tab: Tab): Promise<void> => until("everything is saved", () => tab.provider.isSaved);

test("what is written is saved only when the server has acknowledged it", () =>
  withServer(async (server, tabs) => {
    const tab = open(server);
    tabs.push(tab);
    await saved(tab);
    server.acknowledges = false;
    tab.text.insert(0, "Alba");
    await until("the server has it", () => server.doc.getText("headline").toString() === "Alba");
    assert.equal(tab.provider.isSaved, false);
    assert.equal(tab.provider.pending > 0, true);
    server.acknowledges = true;
    tab.text.insert(4, "!");
    await saved(tab);
    assert.equal(tab.provider.pending, 0);
  }));

test("two tabs see each other's words and people", () =>
  withServer(async (server, tabs) => {
    tabs.push(open(server), open(server));
    const [one, two] = tabs as [Tab, Tab];
    await Promise.all([saved(one), saved(two)]);
    one.text.insert(0, "Notte");
    await until("the other has it", () => two.text.toString() === "Notte");
    one.awareness.setLocalStateField("user", { name: "Ada" });
    await until("the other sees her", () => two.awareness.getStates().has(one.doc.clientID));
    one.provider.destroy();
    await until("she has gone", () => !two.awareness.getStates().has(one.doc.clientID));
  }));

test("what is written without a connection arrives when there is one, exactly once", () =>
  withServer(async (server, tabs) => {
    tabs.push(open(server), open(server));
    const [one, two] = tabs as [Tab, Tab];
    await Promise.all([saved(one), saved(two)]);
    await server.stop();
    await until("both have noticed", () => !one.provider.contact && !two.provider.contact);
    one.text.insert(0, "uno ");
    one.text.insert(4, "due ");
    two.text.insert(0, "tre ");
    assert.equal(one.provider.isSaved, false);
    await server.start();
    await Promise.all([saved(one), saved(two)]);
    await until("they agree", () => one.text.toString() === two.text.toString());
    assert.deepEqual(one.text.toString().trim().split(" ").sort(), ["due", "tre", "uno"]);
    assert.equal(server.doc.getText("headline").toString(), one.text.toString());
  }));

test("a connection that dies with an update on its way sends it again", () =>
  withServer(async (server, tabs) => {
    const tab = open(server);
    tabs.push(tab);
    await saved(tab);
    server.isSilent = true;
    tab.text.insert(0, "non perso");
    await until("contact is lost", () => !tab.provider.contact);
    server.isSilent = false;
    await server.stop();
    await server.start();
    await saved(tab);
    assert.equal(server.doc.getText("headline").toString(), "non perso");
  }));

test("a server that says nothing is noticed, and one that speaks again too", () =>
  withServer(async (server, tabs) => {
    const tab = open(server);
    tabs.push(tab);
    await saved(tab);
    server.isSilent = true;
    const started = performance.now();
    await until("the silence is noticed", () => !tab.provider.contact);
    assert.ok(performance.now() - started < 400);
    server.isSilent = false;
    await until("contact is back", () => tab.provider.contact);
  }));

test("an acknowledgement that never comes is asked for again over a new connection", () =>
  withServer(async (server, tabs) => {
    const tab = open(server);
    tabs.push(tab);
    await saved(tab);
    server.acknowledges = false;
    tab.text.insert(0, "x");
    await until("the connection is given up", () => tab.provider.lastEnd?.reason === "unacknowledged");
    server.acknowledges = true;
    await saved(tab);
  }));

test("a long update goes in frames that the server takes", () =>
  withServer(async (server, tabs) => {
    const tab = open(server);
    tabs.push(tab);
    await saved(tab);
    tab.text.insert(0, "é".repeat(200_000));
    await saved(tab);
    assert.equal(server.doc.getText("headline").length, 200_000);
    assert.ok(server.longest <= CHUNK + 16, `${server.longest}`);
  }));

test("what comes quickly goes together", () =>
  withServer(async (server, tabs) => {
    const tab = open(server);
    tabs.push(tab);
    await saved(tab);
    const before = server.updates;
    for (const letter of "parola") tab.text.insert(tab.text.length, letter);
    await saved(tab);
    assert.equal(server.updates, before + 1);
  }));

for (const code of [4400, 4401, 4403, 4404, 4409, 4413]) {
  test(`the code ${code} ends it for good`, () =>
    withServer(async (server, tabs) => {
      server.refuses = code;
      const tab = open(server);
      tabs.push(tab);
      await until("it has ended", () => tab.closings.length > 0);
      server.refuses = null;
      await new Promise((resolve) => setTimeout(resolve, 200));
      assert.deepEqual(tab.closings, [code]);
      assert.equal(tab.provider.contact, false);
    }));
}

test("who may no longer write comes back as a reader", () =>
  withServer(async (server, tabs) => {
    const tab = open(server);
    tabs.push(tab);
    await saved(tab);
    server.readonly = true;
    server.close(4403, "read-only");
    await until("it reads again", () => tab.provider.readonly && tab.provider.lastEnd?.code === 4403);
    assert.deepEqual(tab.closings, []);
  }));

test("a number that is somebody else's is exchanged for another", () =>
  withServer(async (server, tabs) => {
    const tab = open(server);
    tabs.push(tab);
    await saved(tab);
    tab.text.insert(0, "prima");
    await saved(tab);
    const before = tab.doc.clientID;
    server.close(4403, "foreign-client");
    await until("it has another number", () => tab.doc.clientID !== before);
    tab.text.insert(0, "poi ");
    await saved(tab);
    assert.equal(server.doc.getText("headline").toString(), "poi prima");
  }));

test("other codes are tried again", () =>
  withServer(async (server, tabs) => {
    server.refuses = 4503;
    const tab = open(server);
    tabs.push(tab);
    await until("it was refused", () => tab.provider.lastEnd?.code === 4503);
    server.refuses = null;
    await saved(tab);
    assert.deepEqual(tab.closings, []);
  }));

test("who may only read sends nothing", () =>
  withServer(async (server, tabs) => {
    server.readonly = true;
    server.doc.getText("headline").insert(0, "Testo");
    const tab = open(server);
    tabs.push(tab);
    await until("it has come", () => tab.text.toString() === "Testo");
    tab.text.insert(0, "x");
    await new Promise((resolve) => setTimeout(resolve, 60));
    assert.equal(server.updates, 0);
    assert.equal(tab.provider.readonly, true);
  }));
