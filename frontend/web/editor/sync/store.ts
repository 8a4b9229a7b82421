// The document on this device: every change is written to IndexedDB at once, so that it survives the tab.

import * as Y from "yjs";

import { DEVICE, TAB } from "./origins";
import { dropMarks } from "./unsent";

/** The longest that a change waits to be written, in milliseconds. */
const WAIT = 200;
/** With more updates than this in the store, they become one. */
const COMPACT = 200;
const UPDATES = "updates";
const PREFIX = "redazione-draft-";

/** The name of an article's database. */
export function storeName(article: number): string {
  return `${PREFIX}${article}`;
}

/** Deletes an article's copy from this device. */
export function forget(article: number): Promise<void> {
  return finished(indexedDB.deleteDatabase(storeName(article))).then(() => undefined);
}

/** Deletes every copy from this device: whoever signs in next must not inherit what was not sent. */
export async function forgetAll(): Promise<void> {
  const databases = await indexedDB.databases();
  const names = databases.map(({ name }) => name ?? "").filter((name) => name.startsWith(PREFIX));
  await Promise.allSettled(names.map((name) => finished(indexedDB.deleteDatabase(name))));
  dropMarks();
}

/** A document's copy on this device. */
export class Store {
  /** Whether the device refused to keep something: it is full, or does not let this page store at all. */
  isRefused = false;
  /** Whether changes wait to be written. */
  get isBehind(): boolean {
    return this.queue.length > 0 || this.writing;
  }
  /** Since when the oldest of them waits: milliseconds of performance.now(). */
  behindSince = 0;

  private queue: Uint8Array[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private writing = false;
  private count = 0;
  private database: IDBDatabase | null = null;

  private constructor(
    private readonly doc: Y.Doc,
    private readonly changed: () => void,
  ) {}

  /** Opens the copy and puts it into the document; `changed` hears when what is kept, or whether, changes. */
  static async open(article: number, doc: Y.Doc, changed: () => void): Promise<Store> {
    const store = new Store(doc, changed);
    // Nothing that is written in the meantime is missed.
    doc.on("update", store.updated);
    try {
      store.database = await openDatabase(storeName(article));
      const updates = await readAll(store.database);
      store.count = updates.length;
      if (updates.length > 0) Y.applyUpdate(doc, Y.mergeUpdates(updates), DEVICE);
    } catch {
      store.isRefused = true;
    }
    void store.write();
    return store;
  }

  /** Writes what waits, and closes. */
  async close(): Promise<void> {
    this.doc.off("update", this.updated);
    await this.write();
    this.database?.close();
    this.database = null;
  }

  /** Writes what waits at once. */
  async write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (!this.database || this.writing || this.queue.length === 0) return;
    const batch = this.queue;
    this.queue = [];
    this.writing = true;
    const before = this.isRefused;
    try {
      await append(this.database, Y.mergeUpdates(batch));
      this.isRefused = false;
      this.count += 1;
    } catch {
      // They are tried again with the next change.
      this.queue.unshift(...batch);
      this.isRefused = true;
    }
    this.writing = false;
    this.behindSince = performance.now();
    if (this.isRefused !== before || this.queue.length === 0) this.changed();
    if (!this.isRefused && this.queue.length > 0) this.later();
    if (this.count > COMPACT && !this.isRefused) await this.compact();
  }

  /** All changes as one; what other tabs wrote meanwhile is among them, because it is one transaction. */
  private async compact(): Promise<void> {
    if (!this.database) return;
    this.count = 0;
    try {
      const transaction = this.database.transaction(UPDATES, "readwrite");
      const updates = transaction.objectStore(UPDATES);
      const all = (await finished(updates.getAll())) as Uint8Array[];
      updates.clear();
      updates.add(Y.mergeUpdates(all));
      await committed(transaction);
      this.count = 1;
    } catch {
      // It stays as it is: longer, but whole.
    }
  }

  private readonly updated = (update: Uint8Array, origin: unknown): void => {
    // What another tab wrote, that tab keeps.
    if (origin === DEVICE || origin === TAB) return;
    if (!this.isBehind) this.behindSince = performance.now();
    this.queue.push(update);
    this.later();
  };

  private later(): void {
    if (this.timer !== undefined) return;
    this.timer = setTimeout(() => void this.write(), WAIT);
    // With the next frame, or before it where no frame comes.
    if (typeof requestAnimationFrame === "function") requestAnimationFrame(() => this.timer && void this.write());
  }
}

async function openDatabase(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(UPDATES, { autoIncrement: true });
  const database = await finished(request);
  // Signing out deletes it from another tab.
  database.onversionchange = () => database.close();
  return database;
}

async function readAll(database: IDBDatabase): Promise<Uint8Array[]> {
  return (await finished(database.transaction(UPDATES).objectStore(UPDATES).getAll())) as Uint8Array[];
}

async function append(database: IDBDatabase, update: Uint8Array): Promise<void> {
  const transaction = database.transaction(UPDATES, "readwrite", { durability: "strict" });
  transaction.objectStore(UPDATES).add(update);
  await committed(transaction);
}

function finished<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    if ("onblocked" in request) request.onblocked = () => reject(new Error("blocked"));
  });
}

function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}
