// Property test: random schedules of real Yjs clients against the real server, which is killed all the while.
//
//   node end2end/converge/run.mjs [--schedules 500] [--seed N] [--only NUMBER] [--at-once 40] [--keep-alive]
//
// The server is target/debug/examples/drafts (`cargo build -p server --example drafts`), or what REDAZIONE_DRAFTS names.

import { parseArgs } from "node:util";

import { Chance } from "./chance.mjs";
import { schedule } from "./schedule.mjs";
import { Server } from "./server.mjs";

const { values } = parseArgs({
  options: {
    schedules: { type: "string", default: "500" },
    seed: { type: "string", default: String(Math.floor(Math.random() * 2 ** 31)) },
    only: { type: "string" },
    "at-once": { type: "string", default: "40" },
    "keep-alive": { type: "boolean", default: false },
  },
});
const [schedules, seed, atOnce] = [values.schedules, values.seed, values["at-once"]].map(Number);
const numbers = values.only === undefined ? Array.from({ length: schedules }, (_, index) => index) : [Number(values.only)];

const server = await Server.open(schedules);
const chance = new Chance(seed);
const told = { tokens: 0, refusals: 0, kills: 0 };
let failure;
let running = true;

/** Kills the server now and then, for as long as anybody writes. */
async function killing() {
  while (running && !values["keep-alive"]) {
    await new Promise((done) => setTimeout(done, chance.between(300, 1500)));
    if (!running) return;
    if (server.died) throw new Error(`the server ended by itself: ${server.complaints()}`);
    await server.kill();
    told.kills += 1;
  }
}

async function worker() {
  for (let number = numbers.shift(); number !== undefined && !failure; number = numbers.shift()) {
    try {
      const { tokens, refusals } = await schedule(server, server.articles[number], seed, number);
      if (refusals.length > 0) throw new Error(`the server refused: ${refusals.join(", ")}`);
      told.tokens += tokens;
    } catch (error) {
      failure ??= { number, error };
    }
  }
}

const begun = Date.now();
const killer = killing().catch((error) => (failure ??= { number: "?", error }));
await Promise.all(Array.from({ length: atOnce }, worker));
running = false;
await killer;
await server.close();
const seconds = ((Date.now() - begun) / 1000).toFixed(1);
if (failure) {
  console.error(failure.error);
  console.error(`schedule ${failure.number} failed: node end2end/converge/run.mjs --seed ${seed} --schedules ${schedules} --only ${failure.number}`);
  process.exitCode = 1;
} else {
  console.log(`${schedules} schedules converged in ${seconds} s: ${told.tokens} tokens, ${told.kills} kills, seed ${seed}`);
}
