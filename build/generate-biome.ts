import {
  type ImportRule,
  importRules,
  impureGlobals,
  impureProperties,
  ruledPlaces,
} from "./import-rules.ts";

/** One pattern group of Biome's `noRestrictedImports`: gitignore patterns over the specifier as it is written. */
interface PatternGroup {
  readonly group: readonly string[];
  readonly message: string;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Puts the import rules into a Biome configuration as its `overrides`: one per rule, so that no two match one file.
 * All else in the configuration is written by hand and stays.
 *
 * @param configuration the text of biome.json.
 * @returns the new text, unformatted: on one line the formatter breaks only what is too long for a line.
 */
export function withImportRules(configuration: string): string {
  const parsed = JSON.parse(configuration) as Json;
  return `${JSON.stringify({ ...parsed, overrides: importRules.map(overrideFor) })}\n`;
}

function overrideFor(rule: ImportRule): Json {
  const folder = rule.files[0]?.split("/")[0];
  const isTool = folder === "test" || folder === "build";
  return {
    includes: rule.files,
    linter: {
      rules: {
        style: {
          noRestrictedImports: { level: "error", options: { patterns: restrictions(rule) } },
          ...(rule.globals === "pure"
            ? { noRestrictedGlobals: { level: "error", options: { deniedGlobals: impureGlobals } } }
            : {}),
          // Tests look things up that they know to be there, and a failure is what they are for.
          ...(folder === "test" ? { noNonNullAssertion: "off" } : {}),
        },
        ...(rule.globals === "pure"
          ? {
              nursery: {
                noJsRestrictedProperties: { level: "error", options: { entries: impureProperties } },
              },
            }
          : {}),
        // No package but VS Code itself brings this module; that the import is allowed, the restrictions above say.
        ...(mayImportVscode(rule) ? { correctness: { noUndeclaredDependencies: "off" } } : {}),
        // The build and the tests talk to a person at a terminal; the product never does so by the console.
        ...(isTool ? { suspicious: { noConsole: "off" } } : {}),
      },
    },
  };
}

function mayImportVscode(rule: ImportRule): boolean {
  return rule.allPackagesBut === undefined
    ? rule.packages.includes("vscode")
    : !rule.allPackagesBut.includes("vscode");
}

/**
 * What the linter can tell from the specifier alone; the tests check the resolved paths besides. Packages have a group
 * of their own, as that one begins by closing everything.
 */
function restrictions(rule: ImportRule): PatternGroup[] {
  const paths = [...ownFolderPatterns(rule), ...closedPlacePatterns(rule)];
  return [packagePatterns(rule), paths]
    .filter((group) => group.length > 0)
    .map((group) => ({ group, message: rule.because }));
}

function packagePatterns(rule: ImportRule): readonly string[] {
  if (rule.allPackagesBut !== undefined) {
    return rule.allPackagesBut;
  }
  const allowed = rule.packages.flatMap((name) =>
    name === "node:*" ? ["!node:*", "!node:*/**"] : [`!${name}`],
  );
  return ["**", "!./**", "!../**", ...allowed];
}

/** Closed places are told by the last part of their path: from inside the core the specifier has no more than that. */
function closedPlacePatterns(rule: ImportRule): string[] {
  const closed = ruledPlaces.filter((place) => !rule.mayImport.some((open) => isWithin(place, open)));
  return [...closed, ...(rule.except ?? [])]
    .filter((place) => !isWithin(baseOf(rule), place))
    .flatMap((place) => {
      const openParts = rule.mayImport.filter((open) => isWithin(open, place));
      return [
        isFile(place) ? `**/${nameOf(place)}` : `**/${nameOf(place)}/**`,
        ...openParts.map(
          (open) => `!**/${nameOf(place)}${open.slice(place.length)}${isFile(open) ? "" : "/**"}`,
        ),
      ];
    });
}

/** For a folder of which only some files are open to its own others: a feature never imports a feature. */
function ownFolderPatterns(rule: ImportRule): string[] {
  const base = baseOf(rule);
  return ruledPlaces
    .filter((place) => isWithin(base, place) && !rule.mayImport.some((open) => isWithin(place, open)))
    .flatMap((place) => {
      const depth = base.slice(place.length).split("/").length - 1;
      const prefix = depth === 0 ? "./" : "../".repeat(depth);
      const open = rule.mayImport
        .filter((one) => isWithin(one, place))
        .map((one) => `!${prefix}${one.slice(place.length + 1)}${isFile(one) ? "" : "/**"}`);
      return [depth === 0 ? "./**" : `${prefix}*`, ...open];
    });
}

/** The folder that a rule's files lie in. */
export function baseOf(rule: ImportRule): string {
  const first = rule.files[0] ?? "";
  return first.slice(0, first.lastIndexOf("/"));
}

export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function isFile(place: string): boolean {
  return place.endsWith(".ts");
}

function nameOf(place: string): string {
  return place.slice(place.lastIndexOf("/") + 1);
}
