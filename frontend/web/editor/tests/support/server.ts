// A newsroom's server as far as the socket goes: y-protocols, acknowledgements, notices. It forgets nothing unless it
// is told to die.

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebSocketServer, type WebSocket } from "ws";
import { modifyAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";

import { Assembly, frame, KIND } from "../../sync/frames";

interface Client {
  id: number;
  socket: WebSocket;
  updates: number;
  assembly: Assembly;
}

export class TestServer {
  readonly doc = new Y.Doc();
  /** How many bytes the longest frame had that came in. */
  longest = 0;
  /** How many frames came that carried an update. */
  updates = 0;
  /** Whether updates are acknowledged. */
  acknowledges = true;
  /** Whether the server answers at all. */
  isSilent = false;
  /** Whether people may only read. */
  readonly = false;
  /** The code with which every new connection is closed. */
  refuses: number | null = null;

  private readonly clients = new Set<Client>();
  private welcomed = 0;
  private http: Server | null = null;
  private port = 0;

  /** Starts to listen; after a stop, at the same port as before. */
  async start(): Promise<this> {
    const http = createServer();
    new WebSocketServer({ server: http }).on("connection", (socket) => this.welcome(socket));
    await new Promise<void>((resolve) => http.listen(this.port, "127.0.0.1", resolve));
    this.port = (http.address() as AddressInfo).port;
    this.http = http;
    return this;
  }

  get url(): string {
    return `ws://127.0.0.1:${this.port}/desk/live/1`;
  }

  /** Ends every connection without a word, and listens no more. */
  async stop(): Promise<void> {
    for (const { socket } of this.clients) socket.terminate();
    this.clients.clear();
    await new Promise((resolve) => (this.http ? this.http.close(resolve) : resolve(null)));
    this.http = null;
  }

  /** Closes every connection with a code. */
  close(code: number, reason: string): void {
    for (const { socket } of this.clients) socket.close(code, reason);
  }

  notice(said: object): void {
    for (const client of this.clients) this.tell(client, said);
  }

  private welcome(socket: WebSocket): void {
    if (this.refuses !== null) return socket.close(this.refuses, "refused");
    this.welcomed += 1;
    const client: Client = { id: this.welcomed, socket, updates: 0, assembly: new Assembly() };
    this.clients.add(client);
    socket.on("close", () => this.clients.delete(client));
    socket.on("message", (data: Buffer) => this.hear(client, new Uint8Array(data)));
    this.tell(client, { kind: "hello", readonly: this.readonly, user: { id: 1, name: "Ada", colour: "#336699" } });
    this.send(client, syncFrame(0, Y.encodeStateVector(this.doc)));
  }

  private hear(client: Client, bytes: Uint8Array): void {
    this.longest = Math.max(this.longest, bytes.length);
    if (this.isSilent) return;
    const decoder = decoding.createDecoder(bytes);
    switch (decoding.readVarUint(decoder)) {
      case KIND.sync: {
        const step = decoding.readVarUint(decoder);
        const content = decoding.readVarUint8Array(decoder);
        if (step === 0) this.send(client, syncFrame(1, Y.encodeStateAsUpdate(this.doc, content)));
        else this.keep(client, content);
        break;
      }
      case KIND.chunk: {
        const update = client.assembly.add(decoder);
        if (update) this.keep(client, update);
        break;
      }
      case KIND.awareness: {
        // Who somebody is, the server says.
        const user = { id: client.id, name: `Persona ${client.id}`, colour: "#336699" };
        const update = modifyAwarenessUpdate(
          decoding.readVarUint8Array(decoder),
          (state) => state && { ...state, user },
        );
        this.others(
          client,
          frame(KIND.awareness, (encoder) => encoding.writeVarUint8Array(encoder, update)),
        );
        break;
      }
      case KIND.ping:
        this.send(client, frame(KIND.pong));
        break;
    }
  }

  private keep(client: Client, update: Uint8Array): void {
    this.updates += 1;
    client.updates += 1;
    Y.applyUpdate(this.doc, update);
    this.others(client, syncFrame(2, update));
    const count = client.updates;
    if (this.acknowledges)
      this.send(
        client,
        frame(KIND.ack, (encoder) => encoding.writeVarUint(encoder, count)),
      );
  }

  private tell(client: Client, said: object): void {
    this.send(
      client,
      frame(KIND.notice, (encoder) => encoding.writeVarString(encoder, JSON.stringify(said))),
    );
  }

  private others(client: Client, bytes: Uint8Array): void {
    for (const other of this.clients) if (other !== client) this.send(other, bytes);
  }

  private send(client: Client, bytes: Uint8Array): void {
    if (!this.isSilent) client.socket.send(bytes);
  }
}

function syncFrame(step: number, bytes: Uint8Array): Uint8Array {
  return frame(KIND.sync, (encoder) => {
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, bytes);
  });
}
