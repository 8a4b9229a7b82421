// Two tabs of one browser with the same article: each hears of the other at once, also where there is no network.

import * as Y from "yjs";

import { isOwn, TAB } from "./origins";

/** Says what this tab writes to the others, and takes in what they write. Answers how to stop. */
export function joinTabs(article: number, doc: Y.Doc): () => void {
  if (typeof BroadcastChannel === "undefined") return () => undefined;
  const channel = new BroadcastChannel(`redazione-draft-${article}`);
  const say = (update: Uint8Array, origin: unknown): void => {
    // What comes from elsewhere, the others have from there as well.
    if (isOwn(origin)) channel.postMessage({ update });
  };
  channel.onmessage = ({ data }: MessageEvent<{ update?: Uint8Array; have?: Uint8Array }>) => {
    if (data.update) Y.applyUpdate(doc, data.update, TAB);
    if (data.have) channel.postMessage({ update: Y.encodeStateAsUpdate(doc, data.have) });
  };
  doc.on("update", say);
  channel.postMessage({ have: Y.encodeStateVector(doc) });
  return () => {
    doc.off("update", say);
    channel.close();
  };
}
