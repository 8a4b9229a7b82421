// A page without a browser. Imported before anything that looks for one.

import { JSDOM } from "jsdom";

const { window } = new JSDOM("<!doctype html><html lang='it'><body></body></html>", { pretendToBeVisual: true });
const names = [
  "window",
  "document",
  "navigator",
  "Node",
  "NodeFilter",
  "Element",
  "HTMLElement",
  "HTMLTextAreaElement",
  "HTMLAnchorElement",
  "Text",
  "DOMParser",
  "MutationObserver",
  "Event",
  "getSelection",
  "AbortController",
  "AbortSignal",
  "requestAnimationFrame",
  "cancelAnimationFrame",
] as const;
for (const name of names) {
  const value = name === "window" ? window : (window as unknown as Record<string, unknown>)[name];
  const bound = typeof value === "function" && /^[a-z]/.test(name) ? value.bind(window) : value;
  Object.defineProperty(globalThis, name, { value: bound, configurable: true, writable: true });
}
// There is no layout: everything is nowhere.
const nowhere = { left: 0, right: 0, top: 0, bottom: 0, width: 0, height: 0, x: 0, y: 0 };
Object.assign(window.Range.prototype, { getClientRects: () => [], getBoundingClientRect: () => nowhere });
Object.assign(window.Element.prototype, { scrollIntoView: () => undefined });
