// A schedule: some people write in one draft while chance cuts their lines, closes their tabs and kills the server.
// In the end all of them and the server must have the same, and every acknowledged token exactly once.

import * as Y from "yjs";

import { Chance, seedOf } from "./chance.mjs";
import { Writer } from "./writer.mjs";

const PATIENCE = 20_000;

export async function schedule(server, article, seed, number) {
  const chance = new Chance(seedOf(seed, number));
  const wait = (most) => new Promise((done) => setTimeout(done, chance.next() * most));
  const writers = [];
  const lost = new Set();
  const acknowledged = new Set();
  for (let index = 0; index < chance.between(2, 6); index += 1) {
    // Some have two tabs open.
    const user = chance.happens(0.2) && index > 0 ? writers[0].user : 1 + index;
    const options = { chance: new Chance(seedOf(seed, number * 97 + index)), trouble: chance.pick([0, 0.1, 0.4]) };
    writers.push(new Writer(server, article, user, options));
  }
  await Promise.all(writers.map((writer) => writer.connect()));

  let tokens = 0;
  for (let step = 0; step < chance.between(10, 30); step += 1) {
    const index = chance.between(0, writers.length - 1);
    const writer = writers[index];
    const what = chance.next();
    if (what < 0.08) writer.hangUp();
    else if (what < 0.2) await Promise.race([writer.connect(), wait(200)]);
    else if (what < 0.24) writers[index] = reopened(writer);
    else if (what < 0.26) writers[index] = forgotten(writer, lost, acknowledged);
    else if (what < 0.3) for (const other of writers) if (chance.happens(0.5)) other.hangUp();
    if (what >= 0.3) {
      for (let typed = 0; typed < chance.between(1, 4); typed += 1) {
        const token = `<${number}.${tokens}>`;
        tokens += 1;
        writers[index].type(token, writing(chance));
      }
    }
    if (chance.happens(0.5)) await wait(15);
  }

  const observer = new Writer(server, article, 0);
  writers.push(observer);
  await settled(writers);
  for (const writer of writers) writer.hangUp();
  compare(writers, lost, acknowledged);
  return { tokens, refusals: writers.flatMap((writer) => writer.refusals) };
}

/** The same device after the tab was closed: the document is there, under another client id. */
function reopened(writer) {
  writer.hangUp();
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(writer.doc));
  const again = new Writer(writer.server, writer.article, writer.user, { ...writer, doc });
  again.open = writer.open;
  again.acknowledged = writer.acknowledged;
  return again;
}

/** A device that fell into the sea: what was not acknowledged may be lost, the rest must not be. */
function forgotten(writer, lost, acknowledged) {
  writer.hangUp();
  for (const token of writer.open) lost.add(token);
  for (const token of writer.acknowledged) acknowledged.add(token);
  return new Writer(writer.server, writer.article, writer.user, { ...writer, doc: new Y.Doc() });
}

/** Something that one does in an editor. Tokens are never deleted and nothing is put into one. */
function writing(chance) {
  const [what, where] = [chance.next(), chance.next()];
  return (doc, token) => {
    const body = doc.getXmlFragment("body");
    const texts = body.toArray().flatMap((node) => (node instanceof Y.XmlElement ? node.toArray() : []));
    const text = texts.filter((node) => node instanceof Y.XmlText)[Math.floor(where * texts.length)];
    if (what < 0.4 && text) {
      const gaps = [0, ...[...text.toString().replace(/<\/?(strong|em)[^>]*>/g, "").matchAll(/>/g)].map((at) => at.index + 1)];
      text.insert(gaps[Math.floor(where * 997) % gaps.length], token, where < 0.3 ? { strong: {} } : {});
    } else if (what < 0.55) {
      const node = new Y.XmlElement(where < 0.5 ? "paragraph" : "heading");
      if (where >= 0.5) node.setAttribute("level", 2);
      node.insert(0, [new Y.XmlText(token)]);
      body.insert(Math.floor(where * (body.length + 1)), [node]);
    } else if (what < 0.7) {
      doc.getArray("tags").push([token]);
    } else if (what < 0.8 && text && text.length > 2) {
      text.format(0, Math.ceil(where * text.length), { em: where < 0.5 ? {} : null });
      doc.getText("headline").insert(0, token);
    } else {
      // Something comes and goes around the token.
      const noise = new Y.XmlElement("horizontal_rule");
      body.insert(0, [noise]);
      const rule = body.toArray().findIndex((node) => node.nodeName === "horizontal_rule");
      body.delete(rule, 1);
      doc.getMap("fields").set("section", token.length % 2 ? "Cronaca" : "Sport");
      doc.getText("headline").insert(doc.getText("headline").length, token);
    }
  };
}

/** Everybody connects and waits until all is saved and all are equal. */
async function settled(writers) {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    for (const writer of writers) {
      if (!writer.socket) await Promise.race([writer.connect(), pause(300)]);
      if (writer.held.length > 0) writer.release();
    }
    if (writers.every((writer) => writer.saved) && areEqual(writers)) return;
    await pause(10);
  }
  const state = (writer) =>
    `user ${writer.user}: ${writer.socket ? "connected" : "away"}, ${writer.open.size} open, ${writer.acks.length} sent, ${writer.refusals.slice(-3).join(" ")}`;
  throw new Error(`it does not settle: ${writers.map(state).join("; ")}`);
}

const pause = (millis) => new Promise((done) => setTimeout(done, millis));

function areEqual(writers) {
  const [first, ...others] = writers.map((writer) => Y.snapshot(writer.doc));
  return others.every((other) => Y.equalSnapshots(first, other));
}

function words(doc) {
  const fields = JSON.stringify(Object.entries(doc.getMap("fields").toJSON()).sort());
  return [doc.getXmlFragment("body").toString(), doc.getText("headline").toString(), doc.getArray("tags").toArray().join(""), fields].join("\n");
}

function compare(writers, lost, acknowledged) {
  const all = words(writers[0].doc);
  for (const writer of writers) {
    if (words(writer.doc) !== all) throw new Error(`two have different words:\n${all}\n---\n${words(writer.doc)}`);
    for (const token of writer.acknowledged) acknowledged.add(token);
    if (writer.open.size > 0) throw new Error("something is still open");
  }
  // Marks put tags into the text; a token is never cut by one, or it was cut in the document.
  const plain = all.replace(/<\/?[a-z_][^>]*>/g, "");
  const times = (token) => plain.split(token).length - 1;
  for (const token of acknowledged) {
    if (times(token) !== 1) throw new Error(`${token} was acknowledged and is there ${times(token)} times`);
  }
  for (const token of lost) {
    if (times(token) > 1) throw new Error(`${token} is there ${times(token)} times`);
  }
}
