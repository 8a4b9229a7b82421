// The pencil of the public page, for people of the newsroom: the article becomes editable where it stands. Only who has
// signed in at the desk on this device loads this file (navigation.ts).

import { loadDesk } from "./desk-load";
import type { Settings } from "./desk-bridge";

/** Where the document was last pressed: the caret goes there. */
let pressed: { x: number; y: number } | undefined;
let isBusy = false;

addEventListener("pointerdown", ({ clientX, clientY }) => (pressed = { x: clientX, y: clientY }), { passive: true });
addEventListener("scroll", () => (pressed = undefined), { passive: true });
addEventListener("keydown", (event) => {
  const isOurs = event.key === "e" && !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;
  if (isOurs && !isTyping(event.target) && article()) {
    event.preventDefault();
    void edit(pressed);
  }
});
document.addEventListener("redazione:navigated", () => void place());
document.addEventListener("redazione:published", () => void showAgain());
void place();

function article(): HTMLElement | null {
  return document.querySelector<HTMLElement>("article[data-article-id]");
}

function isTyping(target: EventTarget | null): boolean {
  const element = target instanceof HTMLElement ? target : null;
  return element !== null && (element.isContentEditable || /^(input|textarea|select)$/i.test(element.tagName));
}

/** Shows the pencil where there is an article. Its words and its look come with the desk's document. */
async function place(): Promise<void> {
  const found = await settings();
  dress(found);
  const shown = document.querySelector(".pencil");
  if (!article()) return shown?.remove();
  if (shown) return;
  const words = found["pencil"] ?? "";
  const button = document.createElement("button");
  button.className = "pencil";
  button.type = "button";
  button.title = words;
  button.setAttribute("aria-label", words);
  button.setAttribute("aria-keyshortcuts", "e");
  button.append(drawing());
  button.addEventListener("click", () => void edit(undefined));
  document.body.append(button);
  warm(found);
}

/** Loads what `e` will need while nothing else is to be done: then it is there at once. */
function warm(found: Settings): void {
  const load = (): void => {
    for (const loading of [loadDesk(found), import(found["editor"] ?? "")]) loading.catch(() => undefined);
  };
  if ("requestIdleCallback" in window) requestIdleCallback(load);
  else setTimeout(load, 500);
}

function drawing(): SVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", "M5 19l1-4L16.5 4.5l3 3L9 18zM14 7l3 3");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  svg.append(path);
  return svg;
}

let asked: Promise<Settings> | undefined;

/** Where the desk's files are: its own document says so, and readers' pages need not. */
function settings(): Promise<Settings> {
  asked ??= fetch("/desk/stories", { headers: { accept: "text/html" } })
    .then((answer) => answer.text())
    .then((html) => {
      const script = new DOMParser().parseFromString(html, "text/html").querySelector<HTMLElement>("script[data-desk]");
      return { ...script?.dataset };
    })
    .catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
  return asked;
}

/** The desk's style sheet, beside the paper's. */
function dress({ styles }: Settings): void {
  if (!styles || document.querySelector(`link[href="${styles}"]`)) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = styles;
  document.head.append(link);
}

async function edit(at: { x: number; y: number } | undefined): Promise<void> {
  const shown = article();
  if (!shown || isBusy || shown.dataset["editing"] !== undefined) return;
  isBusy = true;
  shown.dataset["editing"] = at ? `${at.x},${at.y}` : "";
  document.querySelector(".pencil")?.setAttribute("aria-busy", "true");
  try {
    const found = await settings();
    dress(found);
    const desk = await loadDesk(found);
    desk.edit_in_place(Number(shown.dataset["articleId"]));
  } catch (error) {
    delete shown.dataset["editing"];
    console.warn("The editor did not load.", error);
  } finally {
    isBusy = false;
    document.querySelector(".pencil")?.removeAttribute("aria-busy");
  }
}

/** Brings in the page as it is now, and leaves the reader where they were. */
async function showAgain(): Promise<void> {
  const { navigation } = window as { navigation?: { navigate(url: string, options: object): { finished: Promise<unknown> } } };
  const y = scrollY;
  if (!navigation) return location.reload();
  await navigation.navigate(location.href, { history: "replace" }).finished.catch(() => undefined);
  scrollTo(0, y);
}
