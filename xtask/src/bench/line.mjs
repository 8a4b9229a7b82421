// The network between one browser and the world, as a proxy that can be cut: end2end/support/line.ts without types.

import { createServer, request } from "node:http";
import { connect } from "node:net";

export class Line {
  open = new Set();
  isCut = false;

  /** Lays a line. */
  static async lay() {
    const line = new Line();
    line.server = createServer()
      .on("connection", (socket) => line.keep(socket))
      .on("request", (asked, answer) => line.fetch(asked, answer))
      .on("connect", (asked, browser, first) => line.tunnel(asked, browser, first));
    await new Promise((done) => line.server.listen(0, "127.0.0.1", done));
    return line;
  }

  /** What a browser's context is given to be at the end of it. */
  get proxy() {
    return { server: `http://127.0.0.1:${this.server.address().port}` };
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
  close() {
    this.cut();
    this.server.close();
  }

  keep(stream) {
    if (this.isCut) return void stream.destroy();
    this.open.add(stream);
    stream.on("error", () => stream.destroy());
    stream.on("close", () => this.open.delete(stream));
  }

  fetch(asked, answer) {
    const { method, headers, url } = asked;
    const onward = request(url, { method, headers }, (got) => {
      answer.writeHead(got.statusCode, got.headers);
      got.pipe(answer);
    });
    onward.on("error", () => answer.destroy());
    answer.on("close", () => onward.destroy());
    asked.pipe(onward);
  }

  tunnel(asked, browser, first) {
    const { hostname, port } = new URL(`http://${asked.url}`);
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
