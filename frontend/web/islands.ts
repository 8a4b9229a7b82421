// Brings the islands of the page to life. The wasm module is loaded when there is a first island, once in the life of
// the document; pages that come in by soft navigation find it running.

/** What wasm-bindgen writes: a loader, the set-up of the reactive system, and a function for each island. */
interface Glue {
  default(options: { module_or_path: Promise<Response> }): Promise<unknown>;
  hydrate(): void;
  [island: string]: unknown;
}

/** An element whose island takes server-rendered children: hydrating it leaves the way back into its context here. */
interface IslandChildren extends Element {
  $$on_hydrate?: () => void;
}

type Hydrate = (island: Element) => unknown;

const alive = new WeakSet<Element>();
let module: Promise<Glue> | undefined;

/** Hydrates the islands that are on the page and not alive yet, in the order of the document. */
export async function wakeIslands(glue: string, wasm: string): Promise<void> {
  if (!document.querySelector("leptos-island")) return;
  module ??= load(glue, wasm).catch((error: unknown) => {
    // The next page may find the network again.
    module = undefined;
    throw error;
  });
  await wake(document.body, await module);
}

/** Runs `task` when the page has been painted and there is nothing better to do. */
export function whenQuiet(task: () => void): void {
  const idle = (): unknown =>
    "requestIdleCallback" in window ? requestIdleCallback(task, { timeout: 1000 }) : setTimeout(task, 100);
  if (document.readyState === "complete") idle();
  else addEventListener("load", idle, { once: true });
}

async function load(glue: string, wasm: string): Promise<Glue> {
  const bytes = fetch(wasm, { priority: "low" });
  const [loaded] = await Promise.all([import(glue) as Promise<Glue>, bytes]);
  await loaded.default({ module_or_path: bytes });
  loaded.hydrate();
  return loaded;
}

/** Outer islands first. `enter` is set within the children of an island, and leads into its reactive context. */
async function wake(element: Element, glue: Glue, enter?: () => void): Promise<void> {
  if (element.localName === "leptos-island" && !alive.has(element)) {
    alive.add(element);
    const name = element.getAttribute("data-component") ?? "";
    const hydrate = glue[name] as Hydrate | undefined;
    if (hydrate) {
      enter?.();
      await hydrate(element);
    } else {
      console.warn(`There is no island ${name} in this build.`);
    }
  }
  if (element.localName === "leptos-children") enter = (element as IslandChildren).$$on_hydrate;
  for (const child of [...element.children]) await wake(child, glue, enter);
}
