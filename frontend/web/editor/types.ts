// What the page that opens the editor gives to it and gets from it.

/** A stored picture, as the server describes it. Widths and heights are in pixels. */
export interface Picture {
  hash: string;
  width: number;
  height: number;
  /** The widths it is stored in. */
  widths: number[];
  alt?: string;
  caption?: string;
  credit?: string | null;
  colour?: string;
}

/** How the editor is opened. */
export interface MountOptions {
  /** The article's id. */
  article: number;
  /** The address of the socket, without the query: ws or wss. */
  url: string;
  /** The version of the schema that the page was built for: see `SCHEMA`. */
  schema: number;
  lang: "it" | "en";
  /** The words of the editor's own pieces, by their keys: see `WORDS`. */
  words: Record<string, string>;
  /** Where the body is written: the element with the classes of the reading view. */
  body: HTMLElement;
  headline?: HTMLElement;
  kicker?: HTMLElement;
  standfirst?: HTMLElement;
  /** Stores a picture; `progress` hears fractions from 0 to 1. Left out: POST /desk/pictures. */
  upload?: Upload;
  /** Tells of a stored picture. Left out: GET /api/v1/pictures/get. */
  picture?: (hash: string) => Promise<Picture>;
  /** Loads the page again, once, when the server knows a newer schema. Left out: location.reload(). */
  reload?: () => void;
  /** Hears every event, as JSON with a `type`. */
  on: (json: string) => void;
}

/** Stores a file and answers the picture that it became. */
export type Upload = (file: Blob, progress: (fraction: number) => void) => Promise<Picture>;

/** What the page may ask of an open editor. */
export interface Handle {
  /** Runs a command with arguments in JSON; answers whether it did anything. */
  exec(command: string, args: string): boolean;
  /** Sets a field of the article, as JSON. */
  set(field: string, value: string): void;
  /** Puts the caret back into the body, or into a line: "headline", say. */
  focus(field?: string): void;
  /** Puts the caret at a point of the window, in CSS pixels. */
  caretAt(x: number, y: number): void;
  /** The body as ProseMirror JSON. */
  content(): string;
  destroy(): void;
}

/** How the writing is kept. */
export interface Saving {
  type: "save";
  state: "saving" | "saved" | "offline" | "device-full" | "refused" | "readonly";
  /** When everything was last known to be on the server's disk: epoch milliseconds. */
  at?: number;
  /** How many frames are not yet acknowledged. */
  pending?: number;
  reason?: string;
}

/** Somebody who has the article open. */
export interface Person {
  id: string;
  name: string;
  colour: string;
}

/** The fields beside the body. */
export interface Fields {
  headline: string;
  kicker: string;
  standfirst: string;
  byline: string[];
  tags: string[];
  lang: string | null;
  section: string | null;
  slug: string | null;
  copyright: string | null;
  lead_image: unknown;
}

/** A form that the language does not have, and what stands for it. Positions are ProseMirror's. */
export interface Hint {
  rule: string;
  text: string;
  instead: string;
  from: number;
  to: number;
}

/** Everything that the editor tells. */
export type EditorEvent =
  | Saving
  | {
      type: "selection";
      block: string;
      level?: number;
      marks: string[];
      link?: string;
      inTable: boolean;
      inFootnote: boolean;
      empty: boolean;
      parents: string[];
      canUndo: boolean;
      canRedo: boolean;
    }
  | ({ type: "fields" } & Fields)
  | { type: "people"; people: Person[] }
  | { type: "count"; words: number; characters: number; minutes: number }
  | { type: "hints"; hints: Hint[] }
  | { type: "find"; count: number; index: number }
  | { type: "published"; version: number; by: string }
  | { type: "state"; state: string }
  | { type: "closed"; code: number; reason: string }
  | { type: "ready"; readonly: boolean }
  | { type: "savekey" }
  | { type: "underline" }
  | { type: "help" };

/** Tells an event. */
export type Tell = (event: EditorEvent) => void;
