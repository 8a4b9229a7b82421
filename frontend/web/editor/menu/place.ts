// Puts a panel beside something in the window. The style sheet keeps it inside and pins it to the bottom on a phone.

import type { EditorView } from "prosemirror-view";

/** Where something is in the window, in CSS pixels. */
export interface Spot {
  left: number;
  top: number;
  bottom: number;
}

/** Where panels are put: into the part of the page that they belong to. */
export function landmarkOf(view: EditorView): HTMLElement {
  return view.dom.closest("main") ?? document.body;
}

/** Moves a panel under a spot, or above it where there is more room. */
export function place(panel: HTMLElement, spot: Spot): void {
  const { height } = panel.getBoundingClientRect();
  const below = innerHeight - spot.bottom;
  const isAbove = below < height + 16 && spot.top > below;
  panel.style.setProperty("--x", `${Math.round(spot.left)}px`);
  panel.style.setProperty("--y", `${Math.round(isAbove ? Math.max(8, spot.top - height - 8) : spot.bottom + 8)}px`);
}

/** Keeps a panel beside something that moves with the page. Answers how to stop. */
export function follow(panel: HTMLElement, spot: () => Spot | null): () => void {
  const ending = new AbortController();
  const move = (): void => {
    const now = spot();
    if (now) place(panel, now);
  };
  const options = { signal: ending.signal, passive: true };
  addEventListener("scroll", move, { ...options, capture: true });
  addEventListener("resize", move, options);
  move();
  return () => ending.abort();
}
