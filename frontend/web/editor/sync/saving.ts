// What is said about how the writing is kept. "saved" and "offline: on this device" are said only when they are true.

import type { Saving, Tell } from "../types";
import type { Provider } from "./provider";
import type { Store } from "./store";
import { mark } from "./unsent";

/** At the start, the connection gets this long before it counts as missing. Milliseconds. */
const PATIENCE = 2_000;
/** A change that waits longer than this for the device is not kept "on this device". Milliseconds. */
const SLOW = 1_000;

/** Tells whenever what can be said changes. */
export class SaveLine {
  private last = "";
  private at: number | undefined;
  private refusal: string | undefined;
  private readonly opened = performance.now();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isMarked: boolean | undefined;

  constructor(
    private readonly article: number,
    private readonly tell: Tell,
    private readonly provider: () => Provider,
    private readonly store: () => Store | null,
  ) {
    this.timer = setTimeout(() => this.update(), PATIENCE + 50);
  }

  /** Looks again at what can be said. */
  update(): void {
    this.mark();
    const line = this.line();
    if (!line) return;
    if (line.state === "saved") line.at = this.at = Date.now();
    const said = JSON.stringify([line.state, line.reason, line.state === "saved" ? 0 : line.pending]);
    if (said === this.last) return;
    this.last = said;
    this.tell(line);
  }

  /** The server does not take this any more, and why. */
  refuse(reason: string): void {
    this.refusal = reason;
    this.update();
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  /** Words of an earlier visit are unsent, too, until the server is known to have all that this device has. */
  private mark(): void {
    const { isSaved, readonly, pending } = this.provider();
    // Whoever may only read sends nothing: what is on the device stays unsent.
    const isKnown = pending > 0 || (isSaved && !readonly);
    if (!isKnown || this.isMarked === pending > 0) return;
    this.isMarked = pending > 0;
    mark(this.article, this.isMarked);
  }

  private line(): Saving | null {
    const provider = this.provider();
    const store = this.store();
    const { pending } = provider;
    const known = this.at === undefined ? {} : { at: this.at };
    if (this.refusal !== undefined) return { type: "save", state: "refused", pending, reason: this.refusal, ...known };
    if (provider.readonly) return { type: "save", state: "readonly", ...known };
    if (provider.isSaved) return { type: "save", state: "saved", pending: 0 };
    if (provider.contact) {
      return { type: "save", state: store?.isRefused ? "device-full" : "saving", pending, ...known };
    }
    const isOpening = provider.lastEnd === null && this.at === undefined && performance.now() - this.opened < PATIENCE;
    if (isOpening || !store) return null;
    const reason = provider.lastEnd ? { reason: provider.lastEnd.reason || String(provider.lastEnd.code) } : {};
    if (store.isRefused) return { type: "save", state: "device-full", pending, ...reason, ...known };
    const isSlow = store.isBehind && performance.now() - store.behindSince > SLOW;
    return { type: "save", state: isSlow ? "saving" : "offline", pending, ...reason, ...known };
  }
}
