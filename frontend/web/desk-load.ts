// Loads the desk's wasm, once in the life of the document.

import { build, type Settings } from "./desk-bridge";

/** What wasm-bindgen writes. */
interface Glue {
  default(options: { module_or_path: Promise<Response> }): Promise<unknown>;
  open_desk(): void;
  edit_in_place(article: number): void;
}

let module: Promise<Glue> | undefined;

/** The desk's wasm, running. A failure is not remembered: the next try may find the network again. */
export function loadDesk(settings: Settings): Promise<Glue> {
  module ??= start(settings).catch((error: unknown) => {
    module = undefined;
    throw error;
  });
  return module;
}

async function start(settings: Settings): Promise<Glue> {
  // As the document's preload asks for it: one request, not two.
  const bytes = fetch(settings["wasm"] ?? "", { credentials: "same-origin" });
  build(settings);
  const glue = (await import(settings["glue"] ?? "")) as Glue;
  await glue.default({ module_or_path: bytes });
  return glue;
}
