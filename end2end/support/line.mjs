// The network between one browser and the world, as a proxy: it can be cut, and mended. Plain JavaScript, because the
// benchmarks use it without a compiler.

import { createServer, request } from "node:http";
import { connect } from "node:net";

export class Line {
  /** @type {Set<import("node:stream").Duplex>} */
  open = new Set();
  isCut = false;

  /** @param {import("node:http").Server} server */
  constructor(server) {
    this.server = server;
    server.on("connection", (socket) => this.keep(socket));
    server.on("request", (asked, answer) => this.fetch(asked, answer));
    server.on("connect", (asked, browser, first) => this.tunnel(asked, browser, first));
  }

  /** Lays a line. */
  static async lay() {
    const server = createServer();
    await /** @type {Promise<void>} */ (
      new Promise((done, failed) => {
        server.once("error", failed);
        server.listen(0, "127.0.0.1", () => done());
      })
    );
    return new Line(server);
  }

  /**
   * A browser at the end of the line, with nothing in it but a page.
   * @param {import("@playwright/test").Browser} browser
   * @param {import("@playwright/test").BrowserContextOptions} options
   */
  async browse(browser, options = {}) {
    const address = this.server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const context = await browser.newContext({ ...options, proxy: { server: `http://127.0.0.1:${port}` } });
    return context.newPage();
  }

  /** Ends every connection, and lets no other through. */
  cut() {
    this.isCut = true;
    for (const stream of this.open) stream.destroy();
  }

  /** Lets connections through again. */
  mend() {
    this.isCut = false;
  }

  /** Takes the line away. */
  async close() {
    this.cut();
    await new Promise((done) => this.server.close(done));
  }

  /** @param {import("node:stream").Duplex} stream */
  keep(stream) {
    if (this.isCut) return void stream.destroy();
    this.open.add(stream);
    // A line that breaks is what this is for.
    stream.on("error", () => stream.destroy());
    stream.on("close", () => this.open.delete(stream));
  }

  /**
   * @param {import("node:http").IncomingMessage} asked
   * @param {import("node:http").ServerResponse} answer
   */
  fetch(asked, answer) {
    const { method, headers, url = "" } = asked;
    const onward = request(url, { method, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    });
    onward.on("error", () => answer.destroy());
    answer.on("close", () => onward.destroy());
    asked.pipe(onward);
  }

  /**
   * @param {import("node:http").IncomingMessage} asked
   * @param {import("node:stream").Duplex} browser
   * @param {Buffer} first
   */
  tunnel(asked, browser, first) {
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
