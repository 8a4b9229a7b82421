// One connection: what went over it, what the server has acknowledged, and whether the server is still there.

import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";

import { frame, KIND, step2Frames, updateFrames } from "./frames";
import { SERVER } from "./origins";
import type { Timing } from "./timing";

/** The state of a socket that is open. */
const OPEN = 1;

/** What a connection needs of the socket: the browser's own fits, and so does any other. */
export type Socket = Pick<WebSocket, "binaryType" | "close" | "readyState" | "send"> & {
  onopen: ((event: Event) => unknown) | null;
  onmessage: ((event: MessageEvent) => unknown) | null;
  onclose: ((event: CloseEvent) => unknown) | null;
};

/** What a connection tells. */
export interface LinkEvents {
  /** Something changed about contact or acknowledgements. */
  changed(): void;
  awareness(update: Uint8Array): void;
  wanted(): void;
  notice(json: string): void;
  closed(code: number, reason: string): void;
}

/** A connection that is open or being opened. */
export class Link {
  /** Whether the server has said what it has, and was sent the rest. */
  answered = false;
  /** Whether the server has sent what this side lacked. */
  caughtUp = false;
  /** Whether this side may only read. */
  readonly = false;
  /** Whether the server was heard of lately. */
  contact = false;

  private sent = 0;
  private acked = 0;
  private heard = performance.now();
  private asked: number | null = null;
  private looked = performance.now();
  /** Since when the oldest acknowledgement is due, or one came. */
  private waits = performance.now();
  private readonly watch: ReturnType<typeof setInterval>;

  constructor(
    private readonly socket: Socket,
    private readonly doc: Y.Doc,
    private readonly timing: Timing,
    private readonly on: LinkEvents,
  ) {
    socket.binaryType = "arraybuffer";
    socket.onopen = () => this.open();
    socket.onmessage = ({ data }) => this.hear(new Uint8Array(data as ArrayBuffer));
    socket.onclose = ({ code, reason }) => this.end(code, reason);
    this.watch = setInterval(() => this.look(), timing.look);
  }

  /** How many updates the server has not acknowledged. */
  get pending(): number {
    return this.sent - this.acked;
  }

  /** Sends an update of this person's own words. */
  update(update: Uint8Array): void {
    this.carry(updateFrames(update));
  }

  /** Sends what may hold words of others too: the server takes of it what it lacks and this person may bring. */
  rest(update: Uint8Array): void {
    this.carry(step2Frames(update));
  }

  /** Sends what this side knows of people. */
  aware(update: Uint8Array): void {
    this.send(frame(KIND.awareness, (encoder) => encoding.writeVarUint8Array(encoder, update)));
  }

  /** Asks at once whether the server is there. */
  ask(): void {
    if (this.socket.readyState !== OPEN) return;
    this.asked ??= performance.now();
    this.send(frame(KIND.ping));
  }

  /** Ends the connection. Nothing is told after this. */
  close(): void {
    clearInterval(this.watch);
    this.socket.onopen = this.socket.onmessage = this.socket.onclose = null;
    this.socket.close(1000);
  }

  private open(): void {
    this.heard = performance.now();
    this.send(
      frame(KIND.sync, (encoder) => {
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarUint8Array(encoder, Y.encodeStateVector(this.doc));
      }),
    );
  }

  private hear(bytes: Uint8Array): void {
    this.heard = performance.now();
    this.asked = null;
    const before = this.contact;
    this.contact = true;
    const decoder = decoding.createDecoder(bytes);
    switch (decoding.readVarUint(decoder)) {
      case KIND.sync:
        this.sync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder));
        return this.on.changed();
      case KIND.ack:
        this.acked = Math.max(this.acked, decoding.readVarUint(decoder));
        this.waits = performance.now();
        return this.on.changed();
      case KIND.awareness:
        this.on.awareness(decoding.readVarUint8Array(decoder));
        break;
      case KIND.queryAwareness:
        this.on.wanted();
        break;
      case KIND.notice:
        this.on.notice(decoding.readVarString(decoder));
        break;
    }
    if (!before) this.on.changed();
  }

  private sync(step: number, bytes: Uint8Array): void {
    if (step === 0) return this.answer(bytes);
    Y.applyUpdate(this.doc, bytes, SERVER);
    this.caughtUp ||= step === 1;
  }

  /** The server has said what it has: it gets the rest, all that was written without it included. */
  private answer(stateVector: Uint8Array): void {
    this.answered = true;
    if (!this.readonly) this.rest(Y.encodeStateAsUpdate(this.doc, stateVector));
  }

  private carry(frames: Uint8Array[]): void {
    if (this.pending === 0) this.waits = performance.now();
    this.sent += 1;
    for (const bytes of frames) this.send(bytes);
  }

  private send(bytes: Uint8Array): void {
    if (this.socket.readyState === OPEN) this.socket.send(bytes as Uint8Array<ArrayBuffer>);
  }

  /** The server's own pings are not seen by scripts, so it is asked where it is quiet. */
  private look(): void {
    const now = performance.now();
    // After a sleep or a long task, what has come may still wait behind this.
    const slept = now - this.looked > this.timing.look * 4;
    this.looked = now;
    if (slept) this.asked = this.asked === null ? null : now;
    const silence = now - (this.asked ?? this.heard);
    if (this.socket.readyState !== OPEN) {
      if (silence > this.timing.dead && !slept) this.end(4000, "silent");
      return;
    }
    if (this.pending > 0 && now - this.waits > this.timing.unacknowledged) return this.end(4000, "unacknowledged");
    if (this.asked === null) {
      if (silence >= this.timing.quiet) this.ask();
      return;
    }
    if (silence >= this.timing.dead) return this.end(4000, "silent");
    if (silence >= this.timing.lost && this.contact) {
      this.contact = false;
      this.on.changed();
    }
  }

  private end(code: number, reason: string): void {
    this.contact = false;
    this.close();
    this.on.closed(code, reason);
  }
}
