// A newsroom that types: so many documents, so many people in each, so many keystrokes a second. Prints figures:
// `name value unit`.
//
//   node end2end/converge/load.mjs [--documents 50] [--people 5] [--rate 5] [--seconds 20]

import { parseArgs } from "node:util";

import { Server } from "./server.mjs";
import { Writer } from "./writer.mjs";

const { values } = parseArgs({
  options: {
    documents: { type: "string", default: "50" },
    people: { type: "string", default: "5" },
    rate: { type: "string", default: "5" },
    seconds: { type: "string", default: "20" },
  },
});
const [documents, people, rate, seconds] = [values.documents, values.people, values.rate, values.seconds].map(Number);

const server = await Server.open(documents);
const acks = [];
const sights = [];
const typedAt = new Map();
const writers = [];
for (const article of server.articles.slice(0, documents)) {
  for (let index = 0; index < people; index += 1) {
    const writer = new Writer(server, article, index % 8);
    writer.heard = (millis) => acks.push(millis);
    writers.push(writer);
    await writer.connect();
  }
  // One of them looks at what the others type.
  const looking = writers.at(-1);
  looking.doc.getText("headline").observe((event) => {
    for (const { insert } of event.delta) {
      const at = typedAt.get(`${article} ${insert}`);
      if (at !== undefined && !event.transaction.local) sights.push(performance.now() - at);
    }
  });
}
acks.length = 0;

let count = 0;
const typing = writers.map((writer) => {
  const type = () => {
    count += 1;
    const token = `<${count}>`;
    typedAt.set(`${writer.article} ${token}`, performance.now());
    writer.type(token, (doc) => doc.getText("headline").insert(doc.getText("headline").length, token));
  };
  return new Promise((done) => {
    setTimeout(() => {
      const timer = setInterval(type, 1000 / rate);
      setTimeout(() => done(clearInterval(timer)), seconds * 1000);
    }, Math.random() * (1000 / rate));
  });
});
await Promise.all(typing);
while (writers.some((writer) => !writer.saved)) {
  const gone = writers.find((writer) => !writer.socket);
  if (gone) throw new Error(`a connection is gone: ${gone.refusals.join(", ")} ${server.complaints()}`);
  await new Promise((done) => setTimeout(done, 10));
}
const at = (list, share) => list.sort((one, other) => one - other)[Math.min(list.length - 1, Math.floor(list.length * share))];
const figure = (name, value, unit) => console.log(`${name} ${value.toFixed(1)} ${unit}`);
figure("typing_updates", count / seconds, "updates/s");
figure("ack_p50", at(acks, 0.5), "ms");
figure("ack_p99", at(acks, 0.99), "ms");
figure("another_sees_p50", at(sights, 0.5), "ms");
figure("another_sees_p99", at(sights, 0.99), "ms");
for (const writer of writers) writer.hangUp();
await server.close();
