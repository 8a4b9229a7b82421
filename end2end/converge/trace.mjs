// Editing traces: what people really typed, as updates of real Yjs documents.
// The format is that of josephg/editing-traces, sequential and concurrent.

import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import * as Y from "yjs";

/** Reads a trace: [{ agent, parents, patches }], and the text that it ends with. */
async function read(file) {
  const trace = JSON.parse(gunzipSync(await readFile(file)));
  if (trace.kind === "concurrent") return { txns: trace.txns, end: trace.endContent };
  const txns = trace.txns.map(({ patches }, index) => ({ agent: 0, parents: index > 0 ? [index - 1] : [], patches }));
  return { txns, end: trace.endContent };
}

/** The text of a document that a trace is typed into: the last paragraph of the body. */
export function textOf(doc) {
  const body = doc.getXmlFragment("body");
  return body.get(body.length - 1).get(0);
}

/** A trace as updates to the document in `base`: the first makes room for it, then one for each step. And the text in the end. */
export async function updates(file, base) {
  const { txns, end } = await read(file);
  const docs = new Map();
  const seen = new Map();
  const made = [];
  const typing = new Y.Doc();
  Y.applyUpdate(typing, base);
  const before = Y.encodeStateVector(typing);
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText()]);
  const body = typing.getXmlFragment("body");
  body.insert(body.length, [paragraph]);
  const first = Y.encodeStateAsUpdate(typing, before);

  txns.forEach(({ agent, parents, patches }, index) => {
    if (!docs.has(agent)) {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(typing));
      docs.set(agent, doc);
      seen.set(agent, new Uint8Array(txns.length));
    }
    const [doc, has] = [docs.get(agent), seen.get(agent)];
    for (const at of missing(txns, parents, has)) Y.applyUpdate(doc, made[at]);
    let update;
    const keep = (bytes) => (update = bytes);
    doc.once("update", keep);
    doc.transact(() => {
      const text = textOf(doc);
      for (const [at, deleted, words] of patches) {
        if (deleted > 0) text.delete(at, deleted);
        if (words) text.insert(at, words);
      }
    });
    doc.off("update", keep);
    has[index] = 1;
    made.push(update ?? Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc)));
  });
  // Where two typed at one place, Yjs may put the other first: what counts is that everybody has the same.
  const merged = new Y.Doc();
  for (const update of [base, first, ...made]) Y.applyUpdate(merged, update);
  const text = textOf(merged).toString();
  if (text.length !== end.length) throw new Error(`${file}: the text has another length`);
  return { first, made, end: text };
}

/** What an agent has yet to see before it types, oldest first; it is marked as seen. */
function missing(txns, parents, has) {
  const found = [];
  const ahead = [...parents];
  while (ahead.length > 0) {
    const at = ahead.pop();
    if (has[at]) continue;
    has[at] = 1;
    found.push(at);
    ahead.push(...txns[at].parents);
  }
  return found.sort((one, other) => one - other);
}
