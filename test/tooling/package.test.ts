import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inProject } from "../../build/paths.ts";
import { makeVsix } from "../../build/vsix.ts";
import { zipEntry } from "../support/zip-entry.ts";

interface Manifest {
  readonly bin: unknown;
}

/** What users get. It packs the production build that `npm test` has made; alone: npm run test:unit. */
describe("the packaged extension", () => {
  const allowed = [
    /^dist\/((client|client-browser|language-client)\.cjs|(server-browser|server|start-server)\.js|package\.json|THIRD_PARTY_NOTICES\.txt|sbom\.cdx\.json)$/,
    /^syntaxes\/[\w.-]+\.json$/,
    /^client\/(media|walkthrough)\/[\w./-]+\.(png|svg|md|txt|gif|jpg)$/,
    /^docs\/checks\/[\w-]+\.md$/,
    /^package\.nls(\.\w+)?\.json$/,
    /^l10n\/bundle\.l10n\.\w+\.json$/,
    /^(package\.json|README\.md|CHANGELOG\.md|LICENSE)$/,
  ];
  let folder: string;
  let file: string;
  let files: readonly string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "pressmark-vsix-"));
    file = join(folder, "pressmark.vsix");
    files = await makeVsix(file);
  }, 120_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("holds nothing but what is known to belong into it", () => {
    expect(files.filter((path) => !allowed.some((pattern) => pattern.test(path)))).toEqual([]);
  });

  test("holds all that belongs into it", () => {
    const papers = ["LICENSE", "dist/THIRD_PARTY_NOTICES.txt", "dist/sbom.cdx.json"];
    for (const path of ["package.json", "README.md", "CHANGELOG.md", ...papers]) {
      expect(files).toContain(path);
    }
    for (const path of [
      "dist/client.cjs",
      "dist/server.js",
      "dist/client-browser.cjs",
      "dist/server-browser.js",
    ]) {
      expect(files).toContain(path);
    }
  });

  test("holds every file that its manifest names", async () => {
    // `bin` is the command line's, which comes by npm.
    const { bin: _, ...manifest } = JSON.parse(await readFile(inProject("package.json"), "utf8")) as Manifest;
    const texts: unknown[] = [];
    for (const language of ["", ".de", ".fr", ".ru"]) {
      texts.push(JSON.parse(await readFile(inProject(`package.nls${language}.json`), "utf8")));
    }
    const named = [...filesNamedIn(manifest), ...filesNamedIn(texts)];
    expect(named).toContain("dist/client.cjs");
    expect(named.filter((path) => !files.includes(path))).toEqual([]);
  });

  test("holds every bundle that its bundles load", async () => {
    const loaded: string[] = [];
    for (const path of files.filter((one) => /\.c?js$/.test(one))) {
      const script = await readFile(inProject(path), "utf8");
      loaded.push(...[...script.matchAll(/\brequire\("\.\/([^"]+)"\)/g)].map(([, name]) => `dist/${name}`));
    }
    expect(loaded).toContain("dist/language-client.cjs");
    expect(loaded.filter((path) => !files.includes(path))).toEqual([]);
  });

  test("has a page that shows nothing broken, and nothing for those who build it", async () => {
    const page = zipEntry(await readFile(file), "extension/readme.md");
    expect(page).toContain("## In VS Code");
    expect(page).not.toMatch(/\]\((?!https:)/u);
    expect(page).not.toContain("npm test");
  });

  test("holds no source, no test and no source map, nor a word of one", async () => {
    expect(
      files.filter((path) => /\.(ts|mts|tsx|map|snap|vsix)$|(^|\/)(test|server|build)\//.test(path)),
    ).toEqual([]);
    for (const path of files.filter((one) => one.startsWith("dist/"))) {
      const text = await readFile(inProject(path), "utf8");
      expect(text, path).not.toContain("sourceMappingURL=");
      expect(text, path).not.toContain(inProject("node_modules"));
    }
  });

  test("starts small: the language client is loaded when the first dump is seen", async () => {
    const main = await readFile(inProject("dist/client.cjs"), "utf8");
    expect(main).toContain("./language-client.cjs");
    expect(main).not.toContain("textDocument/publishDiagnostics");
    expect(main.length).toBeLessThan(200_000);
  });

  test("is smaller than a megabyte", async () => {
    expect((await stat(file)).size).toBeLessThan(1_000_000);
  });
});

describe("the command line's bundle", () => {
  const program = inProject("dist/cli.js");

  test("is a program", async () => {
    expect(existsSync(program)).toBe(true);
    expect((await readFile(program, "utf8")).startsWith("#!/usr/bin/env node\n")).toBe(true);
    expect((await stat(program)).mode & 0o111).toBe(0o111);
  });

  test("loads the language server, YAML and the public suffixes only when they are needed", async () => {
    const names = ["program", "check", "dump-commands"];
    const bundled = await Promise.all(names.map((name) => readFile(inProject(`dist/${name}.js`), "utf8")));
    const [commands, check] = bundled as [string, string];
    expect(commands).toContain("./server.js");
    expect(check).toContain("./yaml-front-matter.js");
    for (const marker of ["textDocument/publishDiagnostics", "tag:yaml.org,2002:", "isPrivate"]) {
      expect(bundled.join(""), marker).not.toContain(marker);
    }
  });

  test("answers --help", () => {
    expect(execFileSync(process.execPath, [program, "--help"], { encoding: "utf8" })).toContain("pressmark");
  });
});

/** Values of the manifest that are paths into the extension: they begin with `./` or name a known folder and an ending. */
function filesNamedIn(value: unknown): string[] {
  if (typeof value === "string") {
    return /^(\.\/|(dist|syntaxes|client|docs)\/)[\w./-]+\.\w+$/.test(value) ? [posix.normalize(value)] : [];
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(filesNamedIn) : [];
}
