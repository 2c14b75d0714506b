import { glob, readFile } from "node:fs/promises";
import { analyse } from "scslre";
import { describe, expect, test, vi } from "vitest";
import { inProject, root } from "../../build/paths.ts";
import { type RegularExpressionLiteral, regularExpressionLiterals } from "./regular-expression-literals.ts";

/**
 * No regular expression of the product may take more than linear time, as dumps are hostile: scslre looks at each literal,
 * and at those that a module of the core puts together from parts while it loads. Nothing else may put any together.
 */
describe("the regular expressions of the product", () => {
  test("take linear time", async () => {
    const literals = [...(await readSources())].flatMap(([path, source]) =>
      regularExpressionLiterals(source).map((literal) => ({ path, literal })),
    );
    expect(literals.length).toBeGreaterThan(20);
    const slow = literals.filter(({ literal }) => isSlow(literal));
    expect(
      slow.map(({ path, literal }) => `${path}:${literal.line}: /${literal.source}/${literal.flags}`),
    ).toEqual([]);
  });

  test("take linear time where they are put together from parts", async () => {
    const composing = [...(await readSources())].filter(([, source]) => /\bRegExp\(/.test(source));
    for (const [path, source] of composing) {
      expect(path).toMatch(/^server\/core\//);
      const made = await composedWhileLoading(path);
      expect(made.length, path).toBe(source.split(/\bRegExp\(/).length - 1);
      expect(made.filter(isSlow), path).toEqual([]);
    }
  });
});

describe("the search for slow regular expressions", () => {
  test.each(["const a = /(x+)+$/;", "return /\\d+\\d+z/;", "const b = /\\s+$/;"])("sees %s", (source) => {
    expect(regularExpressionLiterals(source).filter(isSlow)).toHaveLength(1);
  });

  test("finds literals among strings, templates, comments and divisions", () => {
    const source = [
      "#!/usr/bin/env no",
      'const a = "/no/"; // /no/',
      "const b = 4 / 2 / one; /* /no/ */",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source that is read.
      "const c = `/no/ ${text.replace(/yes[/]/g, `${d}`)} /no/`;",
      "return /^yes\\/$/u.test(value) && list[0] / 2 > (3) / 1;",
    ].join("\n");
    expect(regularExpressionLiterals(source)).toEqual([
      { source: "yes[/]", flags: "g", line: 4 },
      { source: "^yes\\/$", flags: "u", line: 5 },
    ]);
  });
});

/** What a module hands to `new RegExp` before it is ready. */
async function composedWhileLoading(path: string): Promise<readonly Expression[]> {
  const made: Expression[] = [];
  class Recording extends RegExp {
    constructor(source: string, flags = "") {
      super(source, flags);
      made.push({ source, flags });
    }
  }
  vi.resetModules();
  vi.stubGlobal("RegExp", Recording);
  try {
    await import(inProject(path));
  } finally {
    vi.unstubAllGlobals();
  }
  return made;
}

type Expression = Pick<RegularExpressionLiteral, "source" | "flags">;

function isSlow({ source, flags }: Expression): boolean {
  return analyse({ source, flags }).reports.length > 0;
}

async function readSources(): Promise<ReadonlyMap<string, string>> {
  const sources = new Map<string, string>();
  for await (const path of glob("{client,server}/**/*.ts", { cwd: root })) {
    sources.set(path.replaceAll("\\", "/"), await readFile(inProject(path), "utf8"));
  }
  return sources;
}
