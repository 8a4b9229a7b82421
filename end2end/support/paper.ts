// A newspaper of its own for tests: the real program on a temporary data folder, and its commands.

import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const BUILT = fileURLToPath(new URL("../../target/debug/redazione", import.meta.url));
const PROGRAM = resolve(process.env.REDAZIONE_BIN ?? BUILT);

/** Lets each test be a reader with an address of its own. */
const ENVIRONMENT = { ...process.env, REDAZIONE_SERVER__TRUSTED_PROXIES: "127.0.0.1" };

/** A comment as `redazione comment list --json` prints it. */
export interface CommentLine {
  id: number;
  name: string;
  state: string;
  body: string;
}

/** How a paper is served. */
export interface Serving {
  /** The port to listen on; any that is free where it is not given. */
  port?: number;
  /** Where the paper is on the web, as it knows itself. */
  baseUrl?: string;
}

/** The server's process, and what it said when it began. */
interface Started {
  server: ChildProcess;
  url: string;
  /** The address that opens the wizard, on a paper that nobody has founded yet. */
  firstVisit: Promise<string>;
}

export class Paper {
  private constructor(
    readonly url: string,
    readonly data: string,
    private started?: Started,
    private readonly serving: Serving = {},
  ) {}

  /** Makes a new paper, fills it, and serves it. */
  static async open(fill: (paper: Paper) => Promise<unknown>, serving: Serving = {}): Promise<Paper> {
    const data = await mkdtemp(join(tmpdir(), "redazione-e2e-"));
    await fill(new Paper("", data));
    const started = await start(data, serving);
    return new Paper(serving.baseUrl ?? started.url, data, started, { ...serving, port: Number(new URL(started.url).port) });
  }

  /** A paper that is served already. */
  static at(url: string, data: string): Paper {
    return new Paper(url, data);
  }

  /** The one-time address that `serve` printed. */
  get firstVisit(): Promise<string> {
    return this.started?.firstVisit ?? Promise.reject(new Error("the paper is not served"));
  }

  /** Ends the server at once, as a power cut does. */
  async kill(): Promise<void> {
    await this.end("SIGKILL");
  }

  /** Serves the paper again, at the same address. */
  async startAgain(): Promise<void> {
    this.started = await start(this.data, this.serving);
  }

  /** Lets the server's process stand still, or go on. */
  hold(still: boolean): void {
    this.started?.server.kill(still ? "SIGSTOP" : "SIGCONT");
  }

  /** Runs a command beside the server, and answers what it prints. */
  run(...command: string[]): Promise<string> {
    return this.runWith("", ...command);
  }

  /** The same for a command that reads `input`. */
  runWith(input: string, ...command: string[]): Promise<string> {
    return new Promise((done, failed) => {
      const options = { cwd: this.data, env: ENVIRONMENT, maxBuffer: 64 * 1024 * 1024 };
      const child = execFile(PROGRAM, ["--data", this.data, ...command], options, (error, output, complaint) => {
        if (error) failed(new Error(`redazione ${command.join(" ")}: ${complaint || error.message}`));
        else done(output);
      });
      // A command that reads nothing may have ended before.
      child.stdin?.on("error", () => undefined);
      child.stdin?.end(input);
    });
  }

  /** The comment that says `body`, wherever it stands. */
  async comment(body: string): Promise<CommentLine | undefined> {
    const comments = JSON.parse(await this.run("comment", "list", "--json")) as CommentLine[];
    return comments.find((comment) => comment.body === body);
  }

  /** Approves the comment that says `body`, and answers its id. */
  async approve(body: string): Promise<number> {
    const comment = await this.comment(body);
    if (!comment) throw new Error(`no comment says ${body}`);
    await this.run("comment", "approve", String(comment.id));
    return comment.id;
  }

  /** Stops the server and throws everything away. */
  async close(): Promise<void> {
    this.hold(false);
    await this.end("SIGTERM");
    await rm(this.data, { recursive: true, force: true });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const server = this.started?.server;
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const gone = new Promise((done) => server.once("exit", done));
    server.kill(signal);
    await gone;
  }
}

async function start(data: string, { port = 0, baseUrl }: Serving): Promise<Started> {
  const address = baseUrl ? ["--base-url", baseUrl] : [];
  const command = ["--data", data, "serve", "--listen", `127.0.0.1:${port}`, ...address];
  const server = spawn(PROGRAM, command, { cwd: data, env: ENVIRONMENT });
  const firstVisit = said(server, /first visit: (http:\/\/\S+)/);
  // Only one test asks for it: most papers have been founded.
  firstVisit.catch(() => undefined);
  return { server, url: await said(server, /listening on (http:\/\/\S+)/), firstVisit };
}

/** Waits until the server says something, and answers the part in brackets. */
function said(server: ChildProcess, what: RegExp): Promise<string> {
  return new Promise((done, failed) => {
    let words = "";
    const hear = (more: Buffer): void => {
      words += more.toString();
      const [, part] = what.exec(words) ?? [];
      if (part) done(part);
    };
    server.stdout?.on("data", hear);
    server.stderr?.on("data", hear);
    server.once("error", failed);
    server.once("exit", () => failed(new Error(`the server stopped: ${words}`)));
  });
}
