// The fields beside the body, in the shared document: texts, lists and a map, so that they merge like the text.

import * as Y from "yjs";

import type { Fields } from "../types";
import { oneLine, writeList, writeText } from "./change";

const TEXTS = ["headline", "kicker", "standfirst"] as const;
const LISTS = ["byline", "tags"] as const;
const STRINGS = ["lang", "section", "slug", "copyright"] as const;

/** What all the fields say. */
export function readFields(doc: Y.Doc): Fields {
  const map = doc.getMap("fields");
  const string = (name: string): string | null => {
    const value = map.get(name);
    return typeof value === "string" && value !== "" ? value : null;
  };
  return {
    headline: doc.getText("headline").toString(),
    kicker: doc.getText("kicker").toString(),
    standfirst: doc.getText("standfirst").toString(),
    byline: strings(doc.getArray("byline").toArray()),
    tags: strings(doc.getArray("tags").toArray()),
    lang: string("lang"),
    section: string("section"),
    slug: string("slug"),
    copyright: string("copyright"),
    lead_image: map.get("lead_image") ?? null,
  };
}

/** Sets a field to a value, changing no more than differs. Null and "" take it away. Answers whether it is a field. */
export function writeField(doc: Y.Doc, name: string, value: unknown, origin: unknown): boolean {
  if (isOneOf(TEXTS, name)) {
    writeText(doc.getText(name), oneLine(String(value ?? "")), origin);
  } else if (isOneOf(LISTS, name)) {
    writeList(doc.getArray<string>(name), strings(Array.isArray(value) ? value : []), origin);
  } else if (isOneOf(STRINGS, name) || name === "lead_image") {
    const map = doc.getMap("fields");
    const isNothing = value === null || value === undefined || value === "";
    if (isNothing && map.has(name)) doc.transact(() => map.delete(name), origin);
    if (!isNothing && JSON.stringify(map.get(name)) !== JSON.stringify(value)) {
      doc.transact(() => map.set(name, value), origin);
    }
  } else {
    return false;
  }
  return true;
}

/** Tells whenever a field changes, once for all that changes together. Answers how to stop. */
export function watchFields(doc: Y.Doc, changed: () => void): () => void {
  const types = [
    ...TEXTS.map((name) => doc.getText(name)),
    ...LISTS.map((name) => doc.getArray(name)),
    doc.getMap("fields"),
  ];
  const after = ({ changed: touched }: Y.Transaction): void => {
    if (types.some((type) => (touched as Map<unknown, unknown>).has(type))) changed();
  };
  doc.on("afterTransaction", after);
  return () => doc.off("afterTransaction", after);
}

function strings(values: unknown[]): string[] {
  return values.filter((value) => typeof value === "string");
}

function isOneOf<T extends string>(names: readonly T[], name: string): name is T {
  return (names as readonly string[]).includes(name);
}
