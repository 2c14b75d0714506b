import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { inProject } from "../../build/paths.ts";
import { readSample } from "../support/samples.ts";

const pressmark = inject("pressmark");
const packageFolder = inject("packageFolder");
const manifest = JSON.parse(readFileSync(inProject("package.json"), "utf8")) as { readonly version: string };

/** In an empty folder, and with no project's folder on the PATH. */
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pressmark-user-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the npm package, installed globally", () => {
  test("needs no other package", () => {
    const installed = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as object;
    expect(installed).not.toHaveProperty("dependencies");
    expect(installed).not.toHaveProperty("scripts");
    expect(readdirSync(packageFolder)).not.toContain("node_modules");
  });

  test("holds the command with its pages, notices and bill of materials, and no client", () => {
    const files = readdirSync(packageFolder, { recursive: true, encoding: "utf8" });
    for (const file of ["README.md", "LICENSE", "dist/THIRD_PARTY_NOTICES.txt", "dist/sbom.cdx.json"]) {
      expect(files).toContain(join(...file.split("/")));
    }
    expect(files.filter((file) => /client|\.cjs$|\.ts$|\.map$|test/.test(file))).toEqual([]);
  });

  test("puts the project's own manifest back", () => {
    expect(inject("isManifestRestored")).toBe(true);
  });

  test("says its version", () => {
    expect(run("--version")).toEqual({ code: 0, output: `${manifest.version}\n`, errors: "" });
  });

  test("checks a dump that is piped in", () => {
    const { code, output } = run("check", "--format", "json", "-");
    expect(code).toBe(1);
    const { findings } = JSON.parse(output) as { readonly findings: readonly { readonly code: string }[] };
    expect(findings).toHaveLength(17);
  });

  test("cleans it", () => {
    const { output } = run("clean", "--stdout", "-");
    expect(output).toBe(readSample("harbour-talks.cleaned.txt"));
  });

  test("serves an editor", async () => {
    const message = { jsonrpc: "2.0", id: 1, method: "initialize", params: { capabilities: {} } };
    const content = JSON.stringify(message);
    const server = spawn(pressmark, ["lsp", "--stdio"], { cwd: folder, shell: process.platform === "win32" });
    const ended = new Promise<number | null>((resolve) => server.once("exit", resolve));
    let answer = "";
    server.stdout.on("data", (data: Buffer) => {
      answer += data.toString();
    });
    server.stdin.write(`Content-Length: ${content.length}\r\n\r\n${content}`);
    await expect.poll(() => answer, { timeout: 20_000 }).toContain('"serverInfo":{"name":"Pressmark"');
    server.stdin.end();
    await ended;
  });
});

function run(...parameters: readonly string[]): { code: number | null; output: string; errors: string } {
  const { status, stdout, stderr } = spawnSync(pressmark, parameters, {
    cwd: folder,
    input: readSample("harbour-talks.txt"),
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  return { code: status, output: stdout, errors: stderr };
}
