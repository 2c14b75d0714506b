import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { baseOf, isWithin } from "../../build/generate-biome.ts";
import { importProblems } from "../../build/import-graph.ts";
import { type ImportRule, importRules, ruledPlaces } from "../../build/import-rules.ts";
import { inProject } from "../../build/paths.ts";

/**
 * One violation of each rule is planted in a copy of the project's linter configuration, and must be caught; beside it
 * stands what is allowed, and must not be. The configuration is the real one, not a part of it, since what can go wrong
 * is that one part of it switches another off.
 */

/** A planted file. `caught`: the rule that must report it, or undefined for a file that is fine. */
interface Plant {
  readonly path: string;
  readonly source: string;
  readonly caught: string | undefined;
}

/** What is used of Biome's JSON report. */
interface Diagnostic {
  readonly category: string;
  readonly location: { readonly path: string; readonly start: { readonly line: number } };
}

const restrictedImport = "lint/style/noRestrictedImports";
const impureGlobal = "lint/style/noRestrictedGlobals";
const impureProperty = "lint/nursery/noJsRestrictedProperties";
const plugin = "plugin";
/** The rules that are given per folder; only these must keep silent about what is allowed. */
const guarding = [restrictedImport, impureGlobal, impureProperty, plugin];

/** The sentences of design.md §3, each as an import that breaks it. Not derived from the rules: it checks them. */
const forbiddenImports: readonly (readonly [importer: string, imported: string])[] = [
  ["client/views/outline.ts", "server/core/article/parse.ts"],
  ["client/views/outline.ts", "server/core/checks/all.ts"],
  ["client/extension.ts", "server/features/hover.ts"],
  ["client/extension.ts", "server/wiring/documents.ts"],
  ["client/extension.ts", "client/node/main.ts"],
  ["client/extension.ts", "node:fs"],
  ["client/browser/main.ts", "node:path"],
  ["client/browser/main.ts", "client/node/paths.ts"],
  ["client/node/main.ts", "server/node/main.ts"],
  ["server/node/main.ts", "server/core/text/span.ts"],
  ["server/node/main.ts", "server/features/hover.ts"],
  ["server/browser/main.ts", "server/node/stdio.ts"],
  ["server/browser/main.ts", "node:process"],
  ["server/wiring/documents.ts", "server/node/main.ts"],
  ["server/wiring/documents.ts", "server/cli/main.ts"],
  ["server/wiring/documents.ts", "node:fs/promises"],
  ["server/wiring/documents.ts", "vscode-languageserver/node"],
  ["server/wiring/documents.ts", "vscode"],
  ["server/features/hover.ts", "server/features/folding.ts"],
  ["server/features/hover.ts", "server/wiring/documents.ts"],
  ["server/features/hover.ts", "node:fs"],
  ["server/features/hover.ts", "vscode"],
  ["server/features/shared/labels.ts", "server/features/hover.ts"],
  ["server/cli/check.ts", "server/features/hover.ts"],
  ["server/cli/check.ts", "server/wiring/documents.ts"],
  ["server/cli/check.ts", "server/node/main.ts"],
  ["server/cli/check.ts", "vscode-languageserver/node"],
  ["server/cli/lsp.ts", "server/wiring/documents.ts"],
  ["server/protocol.ts", "server/core/article/model.ts"],
  ["server/protocol.ts", "client/extension.ts"],
  ["server/core/text/span.ts", "server/core/article/model.ts"],
  ["server/core/text/span.ts", "server/core/links/scan.ts"],
  ["server/core/text/span.ts", "node:buffer"],
  ["server/core/article/parse.ts", "server/core/duplicates/fingerprint.ts"],
  ["server/core/article/parse.ts", "server/core/links/scan.ts"],
  ["server/core/article/formats/ria.ts", "server/core/attribution/quotes.ts"],
  ["server/core/article/formats/ria.ts", "vscode"],
  ["server/core/article/formats/ria.ts", "vscode-languageserver-types"],
  ["server/core/duplicates/fingerprint.ts", "server/core/checks/check.ts"],
  ["server/core/duplicates/fingerprint.ts", "server/core/links/scan.ts"],
  ["server/core/duplicates/fingerprint.ts", "node:crypto"],
  ["server/core/links/scan.ts", "server/core/checks/glued-link.ts"],
  ["server/core/links/scan.ts", "node:url"],
  ["server/core/attribution/quotes.ts", "server/core/cleanup/plan.ts"],
  ["server/core/attribution/quotes.ts", "fs"],
  ["server/core/checks/glued-link.ts", "server/core/checks/stray-date.ts"],
  ["server/core/checks/glued-link.ts", "server/core/checks/all.ts"],
  ["server/core/checks/glued-link.ts", "server/core/cleanup/plan.ts"],
  ["server/core/checks/glued-link.ts", "node:fs"],
  ["server/core/checks/shared/dates.ts", "server/core/checks/stray-date.ts"],
  ["server/core/checks/all.ts", "server/core/cleanup/plan.ts"],
  ["server/core/cleanup/plan.ts", "server/core/annotations/anchor.ts"],
  ["server/core/cleanup/plan.ts", "server/features/hover.ts"],
  ["server/core/cleanup/plan.ts", "vscode"],
  ["server/core/annotations/anchor.ts", "server/wiring/documents.ts"],
  ["server/core/annotations/anchor.ts", "node:fs"],
  ["server/core/annotations/anchor.ts", "test/support/text.ts"],
  ["server/core/cleanup/plan.ts", "server/core/export/markdown.ts"],
  ["server/core/export/markdown.ts", "server/features/hover.ts"],
  ["test/core/span.test.ts", "vscode"],
  ["test/host/suite.ts", "vitest"],
  ["build/generate.ts", "server/features/hover.ts"],
];

const allowedImports: readonly (readonly [importer: string, imported: string])[] = [
  ["client/extension.ts", "server/protocol.ts"],
  ["client/extension.ts", "server/core/article/recognise.ts"],
  ["client/extension.ts", "vscode"],
  ["client/views/outline.ts", "client/extension.ts"],
  ["client/node/main.ts", "client/extension.ts"],
  ["client/node/main.ts", "vscode-languageclient/node"],
  ["client/node/main.ts", "node:fs/promises"],
  ["server/node/main.ts", "server/wiring/documents.ts"],
  ["server/node/main.ts", "vscode-languageserver/node"],
  ["server/wiring/documents.ts", "server/features/hover.ts"],
  ["server/wiring/documents.ts", "server/core/article/parse.ts"],
  ["server/features/hover.ts", "server/features/convert.ts"],
  ["server/features/hover.ts", "server/features/shared/labels.ts"],
  ["server/features/hover.ts", "server/core/checks/all.ts"],
  ["server/features/shared/labels.ts", "server/features/shared/other.ts"],
  ["server/features/shared/labels.ts", "server/features/convert.ts"],
  ["server/cli/main.ts", "server/core/cleanup/plan.ts"],
  ["server/cli/main.ts", "server/cli/lsp.ts"],
  ["server/cli/main.ts", "node:fs/promises"],
  ["server/cli/lsp.ts", "server/node/main.ts"],
  ["server/core/article/formats/ria.ts", "server/core/article/model.ts"],
  ["server/core/article/formats/ria.ts", "server/core/text/span.ts"],
  ["server/core/article/formats/front-matter.ts", "yaml"],
  ["server/core/annotations/anchoring/find-candidates.ts", "approx-string-match"],
  ["server/core/checks/glued-link.ts", "server/core/checks/check.ts"],
  ["server/core/checks/glued-link.ts", "server/core/checks/shared/dates.ts"],
  ["server/core/checks/glued-link.ts", "server/core/links/scan.ts"],
  ["server/core/checks/shared/dates.ts", "server/core/checks/check.ts"],
  ["server/core/checks/shared/dates.ts", "server/core/checks/shared/other.ts"],
  ["server/core/checks/all.ts", "server/core/checks/glued-link.ts"],
  ["server/core/cleanup/plan.ts", "server/core/checks/all.ts"],
  ["server/core/annotations/anchor.ts", "server/core/cleanup/plan.ts"],
];

const impurities: readonly (readonly [source: string, caught: string])[] = [
  ["console.log(1);", impureGlobal],
  ["export const a = process.argv;", impureGlobal],
  ["export const a = performance.now();", impureGlobal],
  ['export const a = fetch("x");', impureGlobal],
  ["setTimeout(() => {}, 1);", impureGlobal],
  ['export const a = require("node:fs");', impureGlobal],
  ["export const a = globalThis;", impureGlobal],
  ["export const a = crypto;", impureGlobal],
  ["export const a = Date.now();", impureProperty],
  ["export const a = Math.random();", impureProperty],
  ["export const a = new Date();", plugin],
  ["export const a = Date();", plugin],
  ["export const a = String(true);", plugin],
];

const pureSources: readonly string[] = [
  'export const a = new Date("2022-10-14").getTime();',
  "export const a = Date.UTC(2022, 9, 14);",
  "export const a = [1].concat(2, Math.max(1, 2));",
  "export const a = (found: boolean[]) => found.push(true);",
];

const otherRules: readonly Plant[] = [
  plant("server/wiring/any.ts", "export const a: any = 1;\n", "lint/suspicious/noExplicitAny"),
  plant("server/wiring/default.ts", "export default 1;\n", "lint/style/noDefaultExport"),
  plant("server/wiring/barrel.ts", 'export * from "./cycle-a.ts";\n', "lint/performance/noBarrelFile"),
  plant("server/wiring/cycle-a.ts", cycleTo("cycle-b"), "lint/suspicious/noImportCycles"),
  plant("server/wiring/cycle-b.ts", cycleTo("cycle-a"), "lint/suspicious/noImportCycles"),
  plant(
    "server/wiring/no-extension.ts",
    'export { a } from "./any";\n',
    "lint/correctness/useImportExtensions",
  ),
  plant("server/wiring/console.ts", "console.log(1);\n", "lint/suspicious/noConsole"),
  plant("server/wiring/camelCase.ts", "export const a = 1;\n", "lint/style/useFilenamingConvention"),
  plant("server/wiring/promise.ts", "async function a() {}\na();\n", "lint/nursery/noFloatingPromises"),
  plant("server/wiring/long.ts", "export {};\n".repeat(401), "lint/style/noExcessiveLinesPerFile"),
  plant(
    "test/core/focused.test.ts",
    'import { test } from "vitest";\ntest.only("a", () => {});\n',
    "lint/suspicious/noFocusedTests",
  ),
];

const plants: readonly Plant[] = [
  ...forbiddenImports.map((pair) => importing(pair, restrictedImport)),
  ...allowedImports.map((pair) => importing(pair, undefined)),
  ...importRules.flatMap(derivedPlants),
  ...importRules
    .filter(({ globals }) => globals === "pure")
    .flatMap((rule) => impurities.map(([source, caught]) => plant(fileUnder(rule), `${source}\n`, caught))),
  ...importRules
    .filter(({ globals }) => globals === "pure")
    .flatMap((rule) => pureSources.map((source) => plant(fileUnder(rule), `${source}\n`, undefined))),
  ...otherRules,
];

describe("the linter", () => {
  let folder: string;
  let reported: ReadonlyMap<string, ReadonlySet<string>>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "pressmark-import-rules-"));
    for (const file of ["biome.json", "package.json"]) {
      await cp(inProject(file), join(folder, file));
    }
    await cp(inProject("build/lint"), join(folder, "build", "lint"), { recursive: true });
    const paths = new Set(plants.map(({ path }) => path));
    await Promise.all([...paths].map((path) => write(join(folder, path), textOf(path))));
    reported = await lint(folder);
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(plants)("$path: $source", (one) => {
    const found = reported.get(placeOf(one)) ?? new Set<string>();
    if (one.caught === undefined) {
      expect(guarding.filter((rule) => found.has(rule))).toEqual([]);
    } else {
      expect(found).toContain(one.caught);
    }
  });
});

describe("the import graph", () => {
  test.each(forbiddenImports)("%s must not import %s", (importer, imported) => {
    expect(importProblems(twoFiles(importer, imported))).toEqual([
      { file: importer, message: expect.stringContaining(specifier(importer, imported)) },
    ]);
  });

  test.each(allowedImports)("%s may import %s", (importer, imported) => {
    expect(importProblems(twoFiles(importer, imported))).toEqual([]);
  });

  test("sees where a specifier leads that the linter takes for another folder's", () => {
    const sources = new Map([
      ["server/core/article/node/tree.ts", "export const a = 1;\n"],
      ["server/core/text/span.ts", 'export type A = import("../article/node/tree.ts").A;\n'],
    ]);
    expect(importProblems(sources)).toHaveLength(1);
  });

  test("wants every file under exactly one rule", () => {
    expect(importProblems(new Map([["server/core/loose.ts", ""]]))).toHaveLength(1);
    expect(importProblems(new Map([["scripts/loose.ts", ""]]))).toHaveLength(1);
  });
});

function plant(path: string, source: string, caught: string | undefined): Plant {
  return { path, source, caught };
}

function cycleTo(name: string): string {
  return `import { b } from "./${name}.ts";\nexport const a = (): unknown => b;\nexport { a as b };\n`;
}

function importing([importer, imported]: readonly [string, string], caught: string | undefined): Plant {
  return plant(importer, `import "${specifier(importer, imported)}";\n`, caught);
}

function specifier(importer: string, imported: string): string {
  if (!isProjectFile(imported)) {
    return imported;
  }
  const path = posix.relative(posix.dirname(importer), imported);
  return path.startsWith(".") ? path : `./${path}`;
}

function isProjectFile(path: string): boolean {
  return /^(client|server|test|build)\//.test(path);
}

/** Every place that a rule leaves closed is tried, and every one that it leaves open. */
function derivedPlants(rule: ImportRule): Plant[] {
  const importer = fileUnder(rule);
  return ruledPlaces
    .filter((place) => !isWithin(baseOf(rule), place) && !isWithin(place, baseOf(rule)))
    .map((place) => {
      const open = rule.mayImport.some((one) => isWithin(place, one));
      const target = place.endsWith(".ts") ? place : `${place}/some-file.ts`;
      return importing([importer, target], open ? undefined : restrictedImport);
    });
}

function fileUnder(rule: ImportRule): string {
  const first = rule.files[0] ?? "";
  return first.replace(/\*\*$|\*(?=\.ts)/, first.endsWith("**") ? "planted.ts" : "planted");
}

/** Several plants can stand in one file, a line each, as some rules are for one file alone. */
function textOf(path: string): string {
  return plants
    .filter((one) => one.path === path)
    .map(({ source }) => source)
    .join("");
}

/** Path and line of a plant, as `lint` names places. */
function placeOf(one: Plant): string {
  const before = plants.slice(0, plants.indexOf(one)).filter(({ path }) => path === one.path);
  return otherRules.includes(one) ? one.path : `${one.path}:${before.length + 1}`;
}

function twoFiles(importer: string, imported: string): Map<string, string> {
  const sources = new Map([[importer, `import "${specifier(importer, imported)}";\n`]]);
  return isProjectFile(imported) ? sources.set(imported, "") : sources;
}

async function write(path: string, source: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, source);
}

/** The rules that Biome reports, by path from the folder, and by path and line. */
async function lint(folder: string): Promise<Map<string, Set<string>>> {
  const program = inProject("node_modules/.bin/biome");
  const options = ["lint", "--vcs-enabled=false", "--max-diagnostics=none", "--reporter=json", "."];
  const output = await new Promise<string>((resolve) => {
    execFile(program, options, { cwd: folder, maxBuffer: 1 << 28 }, (_error, stdout) => resolve(stdout));
  });
  const report = JSON.parse(output) as { diagnostics: readonly Diagnostic[] };
  const byPlace = new Map<string, Set<string>>();
  for (const { category, location } of report.diagnostics) {
    for (const place of [location.path, `${location.path}:${location.start.line}`]) {
      byPlace.set(place, (byPlace.get(place) ?? new Set()).add(category));
    }
  }
  return byPlace;
}
