import { glob, readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { importProblems } from "../../build/import-graph.ts";
import { inProject, root } from "../../build/paths.ts";

/** The import directions over the project as it is; import-rules.test.ts shows that a violation is seen. */
describe("the project's sources", () => {
  let sources: ReadonlyMap<string, string>;

  beforeAll(async () => {
    const found = new Map<string, string>();
    for await (const path of glob("{client,server,test,build}/**/*.ts", {
      cwd: root,
      exclude: ["test/fixtures/*/**", "test/bench/node_modules/**"],
    })) {
      found.set(path.replaceAll("\\", "/"), await readFile(inProject(path.replaceAll("\\", "/")), "utf8"));
    }
    sources = found;
  });

  test("import only what their folder may", () => {
    expect(sources.size).toBeGreaterThan(20);
    expect(importProblems(sources)).toEqual([]);
  });

  test("hold no state in the modules of the core", () => {
    const findings = [...sources]
      .filter(([path]) => path.startsWith("server/core/"))
      .flatMap(([path, source]) => moduleState(source).map((line) => `${path}: ${line}`));
    expect(findings).toEqual([]);
  });
});

describe("module state", () => {
  test.each([
    "let count = 0;",
    "export let count = 0;",
    "var count = 0;",
    "const cache = new Map();",
    "const cache = new Map<string, number>();",
    "export const seen: Set<string> = new Set();",
    "const cache = new WeakMap<object, string>();",
    "const found: string[] = [];",
    "const found: Record<string, string> = {};",
  ])("is seen in %s", (source) => {
    expect(moduleState(source)).toEqual([source]);
  });

  test.each([
    "const words = new Set([1, 2]);",
    "const table: ReadonlyMap<string, string> = new Map([]);",
    "export const ALL_CHECKS: readonly AnyCheck[] = [];",
    "  let count = 0;",
    "  const cache = new Map();",
    "const limit = 10;",
  ])("is not seen in %s", (source) => {
    expect(moduleState(source)).toEqual([]);
  });
});

/**
 * The lines that declare what can change at a module's top level: variables, and collections that begin empty and so
 * are there to be filled. The formatter puts declarations at the top level, and nothing else of the kind, into the first column.
 */
function moduleState(source: string): string[] {
  return source.split("\n").filter((line) => {
    const variable = /^(export )?(let|var) /.test(line);
    const emptyCollection =
      /^(export )?const /.test(line) && /= (new (Map|Set|WeakMap|WeakSet)(<.*>)?\(\)|\[\]|\{\});$/.test(line);
    return variable || (emptyCollection && !/: (readonly |Readonly)/.test(line));
  });
}
