// Says that a page is on its way, where it takes long enough to wonder.

const PATIENCE = 150;
let slow: ReturnType<typeof setTimeout> | undefined;

/** A page was asked for. */
export function begin(): void {
  clearTimeout(slow);
  slow = setTimeout(() => (document.documentElement.dataset.navigating = ""), PATIENCE);
}

/** It is here. */
export function end(): void {
  clearTimeout(slow);
  delete document.documentElement.dataset.navigating;
}
