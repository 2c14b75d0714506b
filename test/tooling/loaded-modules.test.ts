import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { inProject } from "../../build/paths.ts";
import { temporaryFolder } from "../cli/run-program.ts";
import { readSample } from "../support/samples.ts";

/**
 * Says on standard error, when the program ends, which files of dist/ it has read and which of Node's modules it has made
 * ready that a bare Node does without.
 */
const WATCH = `
const fs = require("node:fs");
const before = new Set(process.moduleLoadList);
const read = fs.readFileSync;
const files = [];
fs.readFileSync = (path, ...options) => { files.push(String(path)); return read(path, ...options); };
require("node:module").syncBuiltinESMExports();
process.on("exit", () => {
  const modules = process.moduleLoadList.filter((name) => !before.has(name) && name.startsWith("NativeModule ")).map((name) => name.slice(13));
  fs.writeSync(2, JSON.stringify({ files, modules }));
});
`;

async function loadedBy(...parameters: string[]) {
  const folder = temporaryFolder({ "watch.cjs": WATCH, "a.txt": readSample("harbour-talks.cleaned.txt") });
  const { stderr } = await promisify(execFile)(
    process.execPath,
    ["--require", join(folder, "watch.cjs"), inProject("dist/cli.js"), ...parameters],
    { cwd: folder, env: { ...process.env, NODE_COMPILE_CACHE: undefined, XDG_CACHE_HOME: folder } },
  );
  const { files, modules } = JSON.parse(stderr) as { files: string[]; modules: string[] };
  const dist = `${inProject("dist")}/`;
  return {
    bundles: files.filter((file) => file.startsWith(dist)).map((file) => file.slice(dist.length)),
    modules,
  };
}

test("a check loads its own bundle, and neither streams nor threads, YAML nor the server", async () => {
  const { bundles, modules } = await loadedBy("check", "--format", "json", "a.txt");
  expect(bundles).toEqual(["cli.js", "program.js", "check.js"]);
  for (const module of ["worker_threads", "net", "tty", "fs/promises", "crypto", "zlib", "child_process"]) {
    expect(modules, module).not.toContain(module);
  }
});

test("--version loads no command, and of Node hardly anything", async () => {
  const { bundles, modules } = await loadedBy("--version");
  expect(bundles).toEqual(["cli.js", "program.js"]);
  expect(modules.filter((name) => name.startsWith("internal/streams/") || name === "stream")).toEqual([]);
});

test("another command loads what the commands share, and not the check", async () => {
  const { bundles } = await loadedBy("outline", "a.txt");
  expect(bundles).toEqual(["cli.js", "program.js", "dump-commands.js"]);
});

test("bundles are ASCII, which is read fastest, and name their digest", () => {
  for (const name of ["program", "check", "dump-commands", "start-server", "server-browser"]) {
    const text = readFileSync(inProject(`dist/${name}.js`), "latin1");
    expect(text, name).toMatch(/\n\/\/# digest=[0-9a-f]{32}\n$/);
    expect(
      [...text].every((character) => character.charCodeAt(0) < 0x80),
      name,
    ).toBe(true);
  }
});
