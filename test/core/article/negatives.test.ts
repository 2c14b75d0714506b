/**
 * Text that is no dump must be left alone: a wrong switch of language on somebody's notes costs more trust than a
 * missed dump. Every file of `fixtures/negatives` is invented; the rest is whatever this machine has installed.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { RECOGNISED_CONFIDENCE } from "../../../server/core/article/format.ts";
import { parse } from "../../../server/core/article/parse.ts";
import { recognise } from "../../../server/core/article/recognise.ts";

const invented = fileURLToPath(new URL("../../fixtures/negatives/", import.meta.url));
const packages = fileURLToPath(new URL("../../../node_modules/", import.meta.url));
const project = fileURLToPath(new URL("../../../", import.meta.url));
const shared = fileURLToPath(new URL("../../../../shared/", import.meta.url));

/** The layouts of ../shared that some format of this project reads; all others must be recognised as nothing. */
const supportedLayouts = new Set(["ria-layout", "url-date-title", "yaml-front-matter"]);

describe("invented files", () => {
  const names = readdirSync(invented);

  test("are many", () => {
    expect(names.length).toBeGreaterThanOrEqual(60);
  });

  test.each(names)("%s", (name) => {
    const text = readFileSync(join(invented, name), "utf8");
    expectNothing(text);
    // Line ends, a byte order mark and blank lines between all lines must not make a dump of it either.
    expectNothing(`\ufeff${text.replaceAll("\n", "\r\n")}`);
    expectNothing(text.replaceAll("\n", "\n\n"));
    expect(parse(text).articles).toEqual([]);
  });
});

describe("installed files", () => {
  const kinds: readonly (readonly [string, RegExp])[] = [
    ["READMEs", /\/readme[^/]*$/iu],
    ["licences", /\/(?:licen[cs]e|copying|notice)[^/]*$/iu],
    ["changelogs", /\/(?:changelog|changes|history)[^/]*$/iu],
    ["package descriptions", /\/package\.json$/u],
    ["JavaScript", /\.[cm]?js$/u],
    ["TypeScript", /\.[cm]?ts$/u],
    ["YAML and other settings", /\.(?:ya?ml|ini|toml|editorconfig|npmignore)$/u],
    ["text and tables", /\.(?:txt|csv|tsv|html|xml)$/u],
  ];
  const files = filesBelow(packages, 20_000);

  test.each(kinds)("%s of packages", (_, pattern) => {
    expectNothingIn(
      spread(
        files.filter((file) => pattern.test(file)),
        150,
      ),
    );
  });

  test.each(["/usr/share/common-licenses", "/usr/share/doc", "/usr/share/perl5", "/etc"])("%s", (folder) => {
    if (!existsSync(folder)) {
      console.warn(`Not tested, as it is not here: ${folder}`);
      return;
    }
    expectNothingIn(
      spread(
        filesBelow(folder, 5_000).filter((file) => !/\.(?:gz|xz|png|so)$/u.test(file)),
        300,
      ),
    );
  });

  test("the project's own sources", () => {
    const own = ["server", "client", "build"].flatMap((folder) =>
      existsSync(join(project, folder)) ? filesBelow(join(project, folder), 2_000) : [],
    );
    // The walkthrough opens a dump, which is one.
    expectNothingIn(own.filter((path) => !path.endsWith(join("walkthrough", "sample-dump.txt"))));
  });
});

describe("layouts of dumps that no format reads yet", () => {
  const samples = join(shared, "samples");
  if (!existsSync(samples)) {
    console.warn(`Not tested, as it is not here: ${samples}`);
  }
  const layouts = existsSync(samples)
    ? readdirSync(samples).filter(
        (name) => !supportedLayouts.has(name) && statSync(join(samples, name)).isDirectory(),
      )
    : [];

  test.each(layouts)("%s", (layout) => {
    expectNothingIn(filesBelow(join(samples, layout), 100));
  });

  test.runIf(layouts.length > 0)("the pages about them", () => {
    expectNothingIn(
      filesBelow(shared, 1_000).filter(
        (file) => /\.(?:md|tsv)$/u.test(file) && !/yaml-front-matter/u.test(file),
      ),
    );
  });
});

function expectNothing(text: string): void {
  const { format, confidence, evidence } = recognise(text);
  const seen = `${confidence}: ${evidence.map(({ summary }) => summary).join("; ")}`;
  expect(format, seen).toBeNull();
  expect(confidence, seen).toBeLessThan(RECOGNISED_CONFIDENCE);
}

function expectNothingIn(files: readonly string[]): void {
  const caught = files.flatMap((file) => {
    const { format, confidence } = recognise(readFileSync(file, "utf8"));
    return confidence >= RECOGNISED_CONFIDENCE ? [`${file}: ${format} ${confidence}`] : [];
  });
  expect(files.length).toBeGreaterThan(0);
  expect(caught).toEqual([]);
}

/** Ordinary, readable files, in the same order on every machine; links are not followed. */
function filesBelow(folder: string, limit: number): string[] {
  const files: string[] = [];
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined && files.length < limit; next = folders.pop()) {
    for (const entry of entriesOf(next)) {
      const path = join(next, entry.name);
      if (entry.isDirectory()) {
        folders.push(path);
      } else if (entry.isFile() && isReadable(path)) {
        files.push(path);
      }
    }
  }
  return files;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((first, second) =>
      first.name < second.name ? -1 : 1,
    );
  } catch {
    return [];
  }
}

function isReadable(path: string): boolean {
  try {
    return statSync(path).size < 2_000_000 && readFileSync(path).length > 0;
  } catch {
    return false;
  }
}

/** About `count` of the files, from all over the list. */
function spread(files: readonly string[], count: number): readonly string[] {
  const step = Math.max(1, Math.floor(files.length / count));
  return files.filter((_, index) => index % step === 0);
}
