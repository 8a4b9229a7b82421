// Keeps the document in step with the server: connects, and connects again, for as long as the article is open.

import {
  applyAwarenessUpdate,
  type Awareness,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from "y-protocols/awareness";
import * as Y from "yjs";

import { Link, type Socket } from "./link";
import { isOwn, SERVER } from "./origins";
import { backoff, TIMING, type Timing } from "./timing";

/** What a provider needs to know, and whom it tells. */
export interface ProviderOptions {
  /** The socket's address with its query. */
  url: string;
  /** Contact, acknowledgements or rights changed: ask the provider. */
  changed(): void;
  /** The server said something, as JSON. */
  notice(json: string): void;
  /** The server does not want this tab any more: no further attempt is made. */
  closed(code: number, reason: string): void;
  connect?: (url: string) => Socket;
  timing?: Partial<Timing>;
}

/** Codes after which it is no use to come again: broken, signed out, no such story, another schema, too large. */
const FINAL = new Set([4400, 4401, 4404, 4409, 4413]);
/** Not allowed: to write, perhaps; so once more, as a reader. */
const FORBIDDEN = 4403;

/** A connection that lives longer than this was a good one. Milliseconds. */
const STEADY = 5_000;

export class Provider {
  /** Why the last connection ended: the server's code and its reason. */
  lastEnd: { code: number; reason: string } | null = null;
  /** Whether this side may only read. */
  readonly = false;
  /** Whether the server has ever sent what it has. */
  hasServerState = false;

  private link: Link | null = null;
  private own: Uint8Array[] = [];
  private others: Uint8Array[] = [];
  private gathering: ReturnType<typeof setTimeout> | undefined;
  private retrying: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private connected = 0;
  private unsaved = 0;
  private isForbidden = false;
  private isOver = false;
  private readonly timing: Timing;
  private readonly ending = new AbortController();

  constructor(
    private readonly doc: Y.Doc,
    private readonly awareness: Awareness,
    private readonly options: ProviderOptions,
  ) {
    this.timing = { ...TIMING, ...options.timing };
    doc.on("update", this.updated);
    awareness.on("update", this.aware);
    const { signal } = this.ending;
    if (typeof window !== "undefined") {
      window.addEventListener("online", () => this.hurry(), { signal });
      window.addEventListener("offline", () => this.link?.ask(), { signal });
      window.addEventListener("pagehide", () => this.flush(), { signal });
      document.addEventListener("visibilitychange", () => document.hidden || this.hurry(), { signal });
    }
  }

  /** Connects for the first time: when the copy on this device is read, so that only the difference is sent. */
  start(): void {
    if (!this.isOver && !this.link) this.connect();
  }

  /** Whether the server was heard of lately, and both sides know what the other has. */
  get contact(): boolean {
    return Boolean(this.link?.contact && this.link.answered);
  }

  /** How many changes are not known to be on the server's disk. */
  get pending(): number {
    return this.unsaved;
  }

  /** Whether all that this side has is on the server's disk. */
  get isSaved(): boolean {
    return this.contact && this.link?.pending === 0 && this.own.length + this.others.length === 0;
  }

  /** Ends it: the others see this person go. */
  destroy(): void {
    this.flush();
    removeAwarenessStates(this.awareness, [this.doc.clientID], this);
    this.stop();
    this.doc.off("update", this.updated);
    this.awareness.off("update", this.aware);
    this.ending.abort();
  }

  private connect(): void {
    clearTimeout(this.retrying);
    this.connected = performance.now();
    const { connect = (url: string): Socket => new WebSocket(url) } = this.options;
    this.link = new Link(connect(this.options.url), this.doc, this.timing, {
      changed: () => this.changed(),
      awareness: (update) => applyAwarenessUpdate(this.awareness, update, this),
      wanted: () => this.tellPresence(),
      notice: (json) => this.notice(json),
      closed: (code, reason) => this.closed(code, reason),
    });
  }

  private changed(): void {
    if (this.link?.caughtUp) this.isForbidden = false;
    if (this.link?.caughtUp && !this.hasServerState) {
      this.hasServerState = true;
      this.tellPresence();
    }
    if (this.isSaved) this.unsaved = 0;
    this.options.changed();
  }

  private notice(json: string): void {
    const { kind, readonly } = JSON.parse(json) as { kind?: string; readonly?: boolean };
    if (kind === "hello" && this.link) {
      this.readonly = this.link.readonly = readonly === true;
      this.tellPresence();
    }
    this.options.notice(json);
  }

  private closed(code: number, reason: string): void {
    // A server that takes connections only to end them is not asked again and again.
    if (this.link?.caughtUp && performance.now() - this.connected > STEADY) this.failures = 0;
    this.lastEnd = { code, reason };
    this.link = null;
    // What was on its way is asked for again by the next connection's state vector.
    this.own = [];
    this.others = [];
    const others = [...this.awareness.getStates().keys()].filter((id) => id !== this.doc.clientID);
    removeAwarenessStates(this.awareness, others, this);
    const isForeign = code === FORBIDDEN && reason === "foreign-client";
    if (isForeign) this.becomeAnother();
    if (FINAL.has(code) || (code === FORBIDDEN && this.isForbidden)) {
      this.stop();
      this.options.closed(code, reason);
    } else {
      this.isForbidden ||= code === FORBIDDEN;
      this.retrying = setTimeout(() => this.connect(), backoff(this.timing, this.failures));
      this.failures += 1;
    }
    this.options.changed();
  }

  /** The network is back, or somebody looks again: no waiting now. */
  private hurry(): void {
    if (this.isOver) return;
    if (this.link) this.link.ask();
    else this.connect();
  }

  private stop(): void {
    this.isOver = true;
    clearTimeout(this.retrying);
    clearTimeout(this.gathering);
    this.link?.close();
    this.link = null;
  }

  /** Somebody else has written with this tab's number: it takes another one for what comes. */
  private becomeAnother(): void {
    const state = this.awareness.getLocalState();
    this.awareness.setLocalState(null);
    this.doc.clientID = this.awareness.clientID = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
    this.awareness.setLocalState(state);
  }

  /** Whatever did not come from the server is sent to it, also what another tab wrote: that one may be gone by now. */
  private readonly updated = (update: Uint8Array, origin: unknown): void => {
    if (origin === SERVER) return;
    this.unsaved += 1;
    // Before the server has said what it has, its state vector will ask for this too.
    if (this.link?.answered && !this.readonly) {
      (isOwn(origin) ? this.own : this.others).push(update);
      this.gathering ??= setTimeout(() => this.flush(), this.timing.gather);
    }
    this.options.changed();
  };

  private flush(): void {
    clearTimeout(this.gathering);
    this.gathering = undefined;
    if (!this.link) return;
    const { own, others } = this;
    this.own = [];
    this.others = [];
    if (others.length > 0) this.link.rest(Y.mergeUpdates(others));
    if (own.length > 0) this.link.update(Y.mergeUpdates(own));
  }

  private readonly aware = (
    { added, updated, removed }: { added: number[]; updated: number[]; removed: number[] },
    origin: unknown,
  ): void => {
    const own = [...added, ...updated, ...removed].filter((id) => id === this.doc.clientID);
    if ((origin !== this || removed.length > 0) && own.length > 0)
      this.link?.aware(encodeAwarenessUpdate(this.awareness, own));
  };

  private tellPresence(): void {
    const own = this.doc.clientID;
    if (this.awareness.states.has(own)) this.link?.aware(encodeAwarenessUpdate(this.awareness, [own]));
  }
}
