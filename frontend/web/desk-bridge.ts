// What the desk's wasm asks of JavaScript, as functions of the global object `redazione` (app/src/desk/bridge.rs).

import { createPasskey, hasPasskeys, usePasskey } from "./desk-passkeys";
import { marked } from "./editor/sync/unsent";

/** What the desk's document carries: the `data-` attributes of its script. */
export type Settings = Record<string, string | undefined>;

/** What the editor's bundle exports (`editor/`). */
interface Editor {
  SCHEMA: number;
  WORDS: readonly string[];
  mount(options: Record<string, unknown>): unknown;
  forgetAll(): Promise<void>;
}

/** Puts the bridge in place; to be called before the wasm runs. */
export function build(settings: Settings): void {
  const zone = settings["zone"] || "Europe/Rome";
  const bridge = {
    setting: (name: string): string => settings[name] ?? "",
    localTime: (at: number): string => localTime(at, zone),
    instant: (local: string): number => instant(local, zone),
    hasPasskeys: (): boolean => hasPasskeys(settings["passkeys"] ?? ""),
    createPasskey,
    usePasskey,
    mountEditor: (options: Record<string, unknown>): Promise<unknown> => mountEditor(settings["editor"] ?? "", options),
    uploadPicture,
    forgetDrafts: (): Promise<void> => forgetDrafts(settings["editor"] ?? ""),
    unsentDrafts,
  };
  Object.assign(globalThis, { redazione: bridge });
}

const formats = new Map<string, Intl.DateTimeFormat>();

function localTime(at: number, zone: string): string {
  let format = formats.get(zone);
  if (!format) {
    // Swedish writes dates as ISO 8601 does.
    const options = { timeZone: zone, dateStyle: "short", timeStyle: "short" } as const;
    format = new Intl.DateTimeFormat("sv-SE", options);
    formats.set(zone, format);
  }
  return format.format(at).replace(" ", "T");
}

/** The earlier one of the two moments that an hour has when clocks are turned back; not a number for one that is skipped. */
function instant(local: string, zone: string): number {
  const wanted = local.slice(0, 16);
  const guess = Date.parse(`${wanted}Z`);
  if (Number.isNaN(guess)) return NaN;
  const offsets = [-1, 1].map((days) => {
    const near = guess + days * 86_400_000;
    return Date.parse(`${localTime(near, zone)}Z`) - Math.floor(near / 60_000) * 60_000;
  });
  const fitting = offsets.map((offset) => guess - offset).filter((at) => localTime(at, zone) === wanted);
  return fitting.length > 0 ? Math.min(...fitting) : NaN;
}

async function mountEditor(address: string, options: Record<string, unknown>): Promise<unknown> {
  const editor = (await import(address)) as Editor;
  const { protocol, host } = location;
  const socket = `${protocol === "https:" ? "wss:" : "ws:"}//${host}/desk/live/${String(options["article"])}`;
  const { say, ...others } = options as { say: (key: string) => string } & Record<string, unknown>;
  const words = Object.fromEntries(editor.WORDS.map((key) => [key, say(key)]));
  return editor.mount({ url: socket, schema: editor.SCHEMA, words, ...others });
}

/** Whoever signs out leaves no drafts on the device. */
async function forgetDrafts(address: string): Promise<void> {
  await ((await import(address)) as Editor).forgetAll();
}

/** The stories that have words on this device that the server has not, as their ids. */
function unsentDrafts(): Float64Array {
  return Float64Array.from(marked());
}

/** Sends a picture; `progress` is told how much of it has gone, from 0 to 1. Answers the server's record as JSON. */
function uploadPicture(file: File, progress: (fraction: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    // `fetch` does not tell how far an upload is.
    const request = new XMLHttpRequest();
    request.open("POST", "/desk/pictures");
    request.upload.addEventListener("progress", (event) => progress(event.loaded / Math.max(event.total, 1)));
    request.addEventListener("load", () => {
      if (request.status >= 200 && request.status < 300) resolve(request.responseText);
      else reject(new Error(request.responseText));
    });
    request.addEventListener("error", () => reject(new Error("")));
    request.send(file);
  });
}
