// The network between one browser and the world, as a proxy: it can be cut, and mended.

import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import { connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";

import type { Browser, Page } from "@playwright/test";

export class Line {
  private readonly open = new Set<Duplex>();
  private isCut = false;

  private constructor(private readonly server: Server) {
    server.on("connection", (socket: Socket) => this.keep(socket));
    server.on("request", (asked: IncomingMessage, answer: ServerResponse) => this.fetch(asked, answer));
    server.on("connect", (asked: IncomingMessage, browser: Duplex, first: Buffer) => this.tunnel(asked, browser, first));
  }

  /** Lays a line. */
  static async lay(): Promise<Line> {
    const server = createServer();
    await new Promise<void>((done, failed) => {
      server.once("error", failed);
      server.listen(0, "127.0.0.1", done);
    });
    return new Line(server);
  }

  /** A browser at the end of the line, with nothing in it but a page. */
  async browse(browser: Browser): Promise<Page> {
    const address = this.server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    return (await browser.newContext({ proxy: { server: `http://127.0.0.1:${port}` } })).newPage();
  }

  /** Ends every connection, and lets no other through. */
  cut(): void {
    this.isCut = true;
    for (const stream of this.open) stream.destroy();
  }

  /** Lets connections through again. */
  mend(): void {
    this.isCut = false;
  }

  /** Takes the line away. */
  async close(): Promise<void> {
    this.cut();
    await new Promise((done) => this.server.close(done));
  }

  private keep(stream: Duplex): void {
    if (this.isCut) return void stream.destroy();
    this.open.add(stream);
    // A line that breaks is what this is for.
    stream.on("error", () => stream.destroy());
    stream.on("close", () => this.open.delete(stream));
  }

  private fetch(asked: IncomingMessage, answer: ServerResponse): void {
    const { method, headers, url = "" } = asked;
    const onward = request(url, { method, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    });
    onward.on("error", () => answer.destroy());
    answer.on("close", () => onward.destroy());
    asked.pipe(onward);
  }

  private tunnel(asked: IncomingMessage, browser: Duplex, first: Buffer): void {
    const { hostname, port } = new URL(`http://${asked.url ?? ""}`);
    const world = connect(Number(port), hostname, () => {
      browser.write("HTTP/1.1 200 Connection established\r\n\r\n");
      world.write(first);
      browser.pipe(world).pipe(browser);
    });
    this.keep(world);
    world.on("close", () => browser.destroy());
    browser.on("close", () => world.destroy());
  }
}
