// Runs the editor's tests: node frontend/web/editor/tests/run.mjs [part of a file's name]
// esbuild bundles each test with what it tests, Node runs them.

import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../../../..");
const output = join(root, "target/editor-tests");
const wanted = process.argv[2] ?? "";
const tests = readdirSync(here).filter((name) => name.endsWith(".test.ts") && name.includes(wanted));

rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
await build({
  entryPoints: tests.map((name) => join(here, name)),
  outdir: output,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  target: "es2022",
  sourcemap: "inline",
  logLevel: "warning",
  // They stay what they are: packages of Node, not of the browser.
  external: ["jsdom", "ws", "fake-indexeddb"],
});
const files = tests.map((name) => relative(root, join(output, name.replace(/\.ts$/, ".mjs"))));
const { status } = spawnSync(process.execPath, ["--test", "--enable-source-maps", ...files], {
  cwd: root,
  stdio: "inherit",
});
process.exitCode = status ?? 1;
