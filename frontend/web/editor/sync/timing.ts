// How long the connection waits for what. Milliseconds.

/** The times by which the connection lives. */
export interface Timing {
  /** Between two looks at the connection. */
  look: number;
  /** Without a word from the server before it is asked whether it is there. */
  quiet: number;
  /** Without its answer before contact counts as lost: together with the above and one look, under three seconds. */
  lost: number;
  /** Without an answer before the connection is given up, and while one is being made. */
  dead: number;
  /** Without an acknowledgement that is due before the connection is given up: the next one sends again. */
  unacknowledged: number;
  /** Changes that come within this time go in one frame. */
  gather: number;
  /** The first wait before connecting again; it doubles each time. */
  retry: number;
  /** The longest wait before connecting again. */
  retryMost: number;
}

/** What readers' networks can bear. */
export const TIMING: Timing = {
  look: 400,
  quiet: 700,
  lost: 1_400,
  dead: 6_000,
  unacknowledged: 15_000,
  gather: 20,
  retry: 300,
  retryMost: 15_000,
};

/** The wait before the attempt after `failures` others: doubling, and never the same for two tabs. */
export function backoff(timing: Timing, failures: number): number {
  const most = Math.min(timing.retryMost, timing.retry * 2 ** Math.min(failures, 16));
  return most * (0.5 + Math.random() / 2);
}
