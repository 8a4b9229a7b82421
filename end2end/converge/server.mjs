// The server under test, and how it dies.

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const BUILT = fileURLToPath(new URL("../../target/debug/examples/drafts", import.meta.url));
const PROGRAM = resolve(process.env.REDAZIONE_DRAFTS ?? BUILT);

export class Server {
  /** Serves so many drafts from a new folder. */
  static async open(articles) {
    const server = new Server();
    server.data = await mkdtemp(join(tmpdir(), "redazione-converge-"));
    server.wanted = articles;
    server.address = "127.0.0.1:0";
    // Whatever goes wrong here, it must not live on.
    process.on("exit", () => server.child?.kill("SIGKILL"));
    await server.start();
    return server;
  }

  async start() {
    const child = spawn(PROGRAM, [this.data, this.address, String(this.wanted)], { stdio: ["ignore", "pipe", "pipe"] });
    let complaints = "";
    child.stderr.on("data", (text) => (complaints = (complaints + text).slice(-4000)));
    this.complaints = () => complaints;
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const url = (await lines.next()).value;
    if (!url) throw new Error(`the server does not start: ${complaints}`);
    this.url = url;
    this.address = new URL(url).host;
    this.articles = (await lines.next()).value.split(" ").map(Number);
    const cookies = (await lines.next()).value;
    if (cookies) this.cookies = cookies.split(" ");
    this.child = child;
    this.ended = new Promise((done) => child.once("exit", (code, signal) => done({ code, signal })));
  }

  /** Whether it ended by itself. */
  get died() {
    return this.child.exitCode !== null;
  }

  /** Kills it as the power does, and starts it again. */
  async kill() {
    this.child.kill("SIGKILL");
    await this.ended;
    await this.start();
  }

  async close() {
    this.child.kill("SIGKILL");
    await this.ended;
    await rm(this.data, { recursive: true, force: true });
  }
}
