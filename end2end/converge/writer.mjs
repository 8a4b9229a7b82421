// Somebody who writes: a document that outlives connections, and a connection that does not.

import WebSocket from "ws";
import * as Y from "yjs";

import * as wire from "./wire.mjs";

/** Where an update comes from that nobody here typed. */
const SERVER = Symbol("server");

export class Writer {
  /** `user` is a number from 0 to 7. `chance` decides what happens to frames; without it the line is perfect. */
  constructor(server, article, user, { chance, doc, trouble = 0 } = {}) {
    Object.assign(this, { server, article, user, chance, trouble });
    this.doc = doc ?? new Y.Doc();
    this.socket = undefined;
    this.refusals = [];
    /** What is typed and not acknowledged, and what is. */
    this.open = new Set();
    this.acknowledged = new Set();
    /** Called with the milliseconds from a frame to its acknowledgement. */
    this.heard = () => {};
    this.doc.on("update", (update, origin) => {
      if (origin !== SERVER) this.typed(update);
    });
  }

  /** Connects; answers once both sides have what the other had, or the connection is gone. */
  connect() {
    this.hangUp();
    const url = `${this.server.url.replace("http", "ws")}/desk/live/${this.article}?schema=${wire.SCHEMA}`;
    const headers = { cookie: this.server.cookies[this.user], origin: this.server.url };
    const socket = new WebSocket(url, { headers, perMessageDeflate: false });
    Object.assign(this, { socket, sent: 0, acks: [], held: [] });
    Object.assign(this, { answered: false, received: false, synced: false });
    return new Promise((done) => {
      socket.on("open", () => this.put(wire.step1(Y.encodeStateVector(this.doc))));
      socket.on("message", (data) => {
        if (socket === this.socket) this.hear(new Uint8Array(data), done);
      });
      socket.on("error", () => {});
      socket.on("close", (code, reason) => {
        if (code >= 4400 && code < 4500) this.refusals.push(`${code} ${reason}`);
        if (socket === this.socket) this.socket = undefined;
        done();
      });
    });
  }

  hangUp() {
    const socket = this.socket;
    this.socket = undefined;
    socket?.terminate();
  }

  /** Whether everything that it typed is on the server's disk. */
  get saved() {
    return this.synced && this.open.size === 0 && this.acks.length === 0 && this.held.length === 0;
  }

  /** Types a token: `write` puts it into the document. */
  type(token, write) {
    this.open.add(token);
    this.doc.transact(() => write(this.doc, token));
  }

  hear(bytes, done) {
    const frame = wire.read(bytes);
    if (frame.ack !== undefined) {
      while (this.acks.length > 0 && this.acks[0].number <= frame.ack) this.kept(this.acks.shift());
    } else if (frame.step === 0) {
      const size = this.chance?.happens(0.1) ? 40 : undefined;
      this.sends(wire.update(1, Y.encodeStateAsUpdate(this.doc, frame.bytes), size));
      this.answered = true;
    } else if (frame.step !== undefined) {
      Y.applyUpdate(this.doc, frame.bytes, SERVER);
      if (frame.step === 1) this.received = true;
    }
    if (this.answered && this.received) {
      this.synced = true;
      done();
    }
  }

  kept({ tokens, at }) {
    this.heard(performance.now() - at);
    for (const token of tokens) {
      this.open.delete(token);
      this.acknowledged.add(token);
    }
  }

  /** Sends what was typed, perhaps late, twice, or in another order. */
  typed(update) {
    // What is typed before the answer is in the answer.
    if (!this.answered || !this.socket) return;
    if (this.chance?.happens(this.trouble)) {
      this.held.push(update);
      if (this.held.length < 3) return;
    } else if (this.held.length === 0) {
      this.sends(wire.update(2, update));
      if (this.chance?.happens(this.trouble)) this.sends(wire.update(2, update));
      return;
    } else {
      this.held.push(update);
    }
    this.release();
  }

  /** Sends what was held back: merged, or last first. */
  release() {
    const held = this.held.splice(0);
    if (held.length === 0 || !this.socket) return;
    if (this.chance.happens(0.5)) this.sends(wire.update(2, Y.mergeUpdates(held)));
    else held.reverse().forEach((update, index) => this.sends(wire.update(2, update), index === held.length - 1));
  }

  /** Sends the frames of an update. `all` says that with it everything that was typed so far is on its way. */
  sends(frames, all = true) {
    this.sent += 1;
    this.acks.push({ number: this.sent, tokens: all ? [...this.open] : [], at: performance.now() });
    for (const frame of frames) this.put(frame);
  }

  put(frame) {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(frame);
  }
}
