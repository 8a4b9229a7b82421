// One article, open in one tab: the shared document, and everything that keeps it and its people together.

import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";

import { peopleIn } from "./binding/people";
import { readFields, watchFields } from "./fields/values";
import { SCHEMA } from "./schema";
import { Provider } from "./sync/provider";
import { SaveLine } from "./sync/saving";
import { Store } from "./sync/store";
import { joinTabs } from "./sync/tabs";
import type { EditorEvent, MountOptions, Person, Tell } from "./types";

/** The code with which the server asks for a page of a newer build. */
const OTHER_SCHEMA = 4409;
/** How long the copy on the device may take to be read before the server is asked. Milliseconds. */
const STORE_PATIENCE = 1_000;

export class Session {
  readonly doc = new Y.Doc();
  readonly awareness = new Awareness(this.doc);
  readonly tell: Tell;
  /** Called when there is a body to show, and whenever the right to write changes. */
  onChange: () => void = () => undefined;

  private readonly provider: Provider;
  private readonly line: SaveLine;
  private readonly leaveTabs: () => void;
  private readonly endings: (() => void)[];
  private store: Store | null = null;
  private isOver = false;
  private refused = false;

  constructor(private readonly options: MountOptions) {
    this.tell = (event: EditorEvent) => this.isOver || options.on(JSON.stringify(event));
    const changed = (): void => this.changed();
    this.provider = new Provider(this.doc, this.awareness, {
      url: `${options.url}?schema=${SCHEMA}`,
      changed,
      notice: (json) => this.notice(json),
      closed: (code, reason) => this.closed(code, reason),
    });
    this.line = new SaveLine(
      options.article,
      this.tell,
      () => this.provider,
      () => this.store,
    );
    this.leaveTabs = joinTabs(options.article, this.doc);
    void Store.open(options.article, this.doc, changed).then((store) => this.stored(store));
    // A device that takes its time must not keep the server waiting.
    const impatient = setTimeout(() => this.provider.start(), STORE_PATIENCE);
    const people = (): void => this.tellPeople();
    this.awareness.on("change", people);
    this.endings = [
      watchFields(this.doc, () => this.hasContent && this.tell({ type: "fields", ...readFields(this.doc) })),
      () => this.awareness.off("change", people),
      () => clearTimeout(impatient),
    ];
    const hide = (): void => void this.store?.write();
    addEventListener("pagehide", hide);
    this.endings.push(() => removeEventListener("pagehide", hide));
  }

  /** Whether there is something to show: from this device or from the server. */
  get hasContent(): boolean {
    return this.provider.hasServerState || this.doc.getXmlFragment("body").length > 0;
  }

  /** Whether this person may write. */
  get editable(): boolean {
    return !this.provider.readonly && !this.refused;
  }

  /** Keeps what is not kept yet, and leaves. */
  destroy(): void {
    for (const end of this.endings) end();
    this.isOver = true;
    this.line.stop();
    this.provider.destroy();
    this.leaveTabs();
    this.awareness.destroy();
    const { store, doc } = this;
    void (store?.close() ?? Promise.resolve()).then(() => doc.destroy());
  }

  private stored(store: Store): void {
    this.store = store;
    if (this.isOver) return void store.close();
    this.provider.start();
    this.changed();
  }

  private changed(): void {
    // The provider calls while it is being made.
    queueMicrotask(() => {
      if (this.isOver) return;
      this.line.update();
      this.onChange();
    });
  }

  private notice(json: string): void {
    const said = JSON.parse(json) as Record<string, unknown>;
    switch (said.kind) {
      case "published":
        return this.tell({ type: "published", version: Number(said.version), by: String(said.by ?? "") });
      case "state":
        return this.tell({ type: "state", state: String(said.state) });
    }
  }

  private closed(code: number, reason: string): void {
    this.refused = true;
    this.tell({ type: "closed", code, reason });
    this.line.refuse(reason || String(code));
    this.changed();
    if (code === OTHER_SCHEMA) void this.reloadOnce();
  }

  /** A page of an older build is loaded again, but only once: the build may really be the older one. */
  private async reloadOnce(): Promise<void> {
    const key = `redazione-reloaded-${SCHEMA}`;
    if (sessionStorage.getItem(key)) return;
    sessionStorage.setItem(key, "1");
    await this.store?.write();
    (this.options.reload ?? (() => location.reload()))();
  }

  private people = "";

  private tellPeople(): void {
    const people: Person[] = peopleIn(this.awareness);
    const said = JSON.stringify(people);
    if (said === this.people) return;
    this.people = said;
    this.tell({ type: "people", people });
  }
}
