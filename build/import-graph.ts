import { posix } from "node:path";
import { isWithin } from "./generate-biome.ts";
import { type ImportRule, importRules } from "./import-rules.ts";

export interface ImportProblem {
  readonly file: string;
  readonly message: string;
}

/**
 * Checks resolved imports against the import rules. The linter sees only a specifier's text, by which `../text/a.ts`
 * may be one folder or another; this sees where it leads. Type imports count, in `import("…")` types as well.
 *
 * @param sources text of the source files by path from the top folder.
 */
export function importProblems(sources: ReadonlyMap<string, string>): ImportProblem[] {
  const problems: ImportProblem[] = [];
  for (const [file, source] of sources) {
    const rules = rulesFor(file);
    const rule = rules[0];
    if (rule === undefined || rules.length > 1) {
      problems.push({
        file,
        message: `${rules.length} import rules are for this file; it must be exactly one`,
      });
      continue;
    }
    for (const specifier of specifiersIn(source)) {
      const message = specifier.startsWith(".")
        ? pathProblem(posix.join(posix.dirname(file), specifier), rule, sources)
        : packageProblem(specifier, rule);
      if (message !== undefined) {
        problems.push({ file, message: `${specifier}: ${message}` });
      }
    }
  }
  return problems;
}

/** The rules whose globs match a file; more than one is a mistake in the rules. */
export function rulesFor(file: string): ImportRule[] {
  return importRules.filter(({ files }) => {
    const included = files.some((glob) => !glob.startsWith("!") && posix.matchesGlob(file, glob));
    return included && !files.some((glob) => glob.startsWith("!") && posix.matchesGlob(file, glob.slice(1)));
  });
}

function pathProblem(
  target: string,
  rule: ImportRule,
  sources: ReadonlyMap<string, string>,
): string | undefined {
  // Bundled data and the manifest are not modules of a folder; whether they exist, the type check tells.
  if (target.endsWith(".json")) {
    return undefined;
  }
  if (!sources.has(target)) {
    return "there is no such source file";
  }
  const open = rule.mayImport.some((place) => isWithin(target, place));
  const excepted = rule.except?.some((place) => isWithin(target, place)) === true;
  const own = rulesFor(target)[0] === rule && rule.except !== undefined;
  return (open && !excepted) || own ? undefined : rule.because;
}

function packageProblem(specifier: string, rule: ImportRule): string | undefined {
  if (rule.allPackagesBut !== undefined) {
    return rule.allPackagesBut.includes(specifier) ? rule.because : undefined;
  }
  const allowed = rule.packages.some(
    (name) => name === specifier || (name === "node:*" && specifier.startsWith("node:")),
  );
  return allowed ? undefined : rule.because;
}

/**
 * What a file imports. Read off the text rather than off a syntax tree, which the formatter's one form allows: import
 * and export statements begin in the first column. Imports inside a string, of which the tests have some, do not count.
 */
function specifiersIn(source: string): Set<string> {
  const statement = /^(?:(?:import|export)\b[^"'\n]* from |\} from |import )"([^"\n]+)"/gm;
  const expression = /^[^'"`\n]*\bimport\("([^"\n]+)"\)/gm;
  const matches = [...source.matchAll(statement), ...source.matchAll(expression)];
  return new Set(matches.map((match) => match[1] ?? ""));
}
