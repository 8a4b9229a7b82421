// Replays editing traces through real Yjs clients, and prints figures: `name value unit`.
//
//   node end2end/converge/replay.mjs [FOLDER]
//
// FOLDER holds traces (*.json.gz) of josephg/editing-traces; default ../shared/data/editing-traces.

import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import * as Y from "yjs";

import { Server } from "./server.mjs";
import { textOf, updates } from "./trace.mjs";
import * as wire from "./wire.mjs";
import { Writer } from "./writer.mjs";

const folder = process.argv[2] ?? "../shared/data/editing-traces";
if (!existsSync(folder)) {
  console.error(`no editing traces in ${folder}: nothing is replayed`);
  process.exit(0);
}
const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".json.gz")).sort();
const server = await Server.open(files.length);
for (const [index, file] of files.entries()) await replay(join(folder, file), server.articles[index]);
await server.close();

async function replay(file, article) {
  const name = basename(file, ".json.gz").replaceAll(/\W/g, "_");
  const reader = new Writer(server, article, 0);
  await reader.connect();
  const { first, made, end } = await updates(file, Y.encodeStateAsUpdate(reader.doc));
  // One line for all agents: on two, what one deletes could arrive before the other has written it.
  const hand = new Writer(server, article, 1);
  await hand.connect();
  hand.sends(wire.update(2, first));
  await until(() => hand.saved, [hand]);

  const begun = performance.now();
  for (const [index, update] of made.entries()) {
    hand.sends(wire.update(2, update));
    // The line is as long as a fast writer's: what is under way is bounded.
    if (index % 64 === 63) await until(() => hand.acks.length < 512, [hand, reader]);
  }
  await until(() => hand.saved, [hand]);
  const seconds = (performance.now() - begun) / 1000;
  await until(() => textOf(reader.doc).length >= end.length && textOf(reader.doc).toString() === end, [reader]);
  figure(`replay_${name}`, made.length / seconds, "updates/s");
  for (const writer of [hand, reader]) writer.hangUp();

  await server.kill();
  const again = new Writer(server, article, 7);
  const reopened = performance.now();
  await again.connect();
  figure(`reopen_${name}`, performance.now() - reopened, "ms");
  if (textOf(again.doc).toString() !== end) throw new Error(`${file}: the text is another one after a kill`);
  again.hangUp();
}

async function until(happened, writers) {
  while (!happened()) {
    const refused = writers.find((writer) => !writer.socket);
    if (refused) throw new Error(`a connection is gone: ${refused.refusals.join(", ")} ${server.complaints()}`);
    await new Promise((done) => setTimeout(done, 1));
  }
}

function figure(name, value, unit) {
  console.log(`${name} ${value.toFixed(1)} ${unit}`);
}
