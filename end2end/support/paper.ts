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

export class Paper {
  private constructor(
    readonly url: string,
    readonly data: string,
    private readonly server?: ChildProcess,
  ) {}

  /** Makes a new paper, fills it, and serves it. */
  static async open(fill: (paper: Paper) => Promise<unknown>): Promise<Paper> {
    const data = await mkdtemp(join(tmpdir(), "redazione-e2e-"));
    await fill(new Paper("", data));
    const server = spawn(PROGRAM, ["--data", data, "serve", "--listen", "127.0.0.1:0"], { cwd: data, env: ENVIRONMENT });
    return new Paper(await listening(server), data, server);
  }

  /** A paper that is served already. */
  static at(url: string, data: string): Paper {
    return new Paper(url, data);
  }

  /** Runs a command beside the server, and answers what it prints. */
  run(...command: string[]): Promise<string> {
    return new Promise((done, failed) => {
      const options = { cwd: this.data, env: ENVIRONMENT, maxBuffer: 64 * 1024 * 1024 };
      execFile(PROGRAM, ["--data", this.data, ...command], options, (error, output, complaint) => {
        if (error) failed(new Error(`redazione ${command.join(" ")}: ${complaint || error.message}`));
        else done(output);
      });
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
    const { server } = this;
    if (server && server.exitCode === null) {
      const gone = new Promise((done) => server.once("exit", done));
      server.kill("SIGTERM");
      await gone;
    }
    await rm(this.data, { recursive: true, force: true });
  }
}

/** Waits for the line that says where the server listens. */
function listening(server: ChildProcess): Promise<string> {
  return new Promise((done, failed) => {
    let said = "";
    const hear = (words: Buffer): void => {
      said += words.toString();
      const [, url] = /listening on (http:\/\/\S+)/.exec(said) ?? [];
      if (url) done(url);
    };
    server.stdout?.on("data", hear);
    server.stderr?.on("data", hear);
    server.once("error", failed);
    server.once("exit", () => failed(new Error(`the server stopped: ${said}`)));
  });
}
