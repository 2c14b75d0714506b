import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** An input that once failed; its file is named for what it found. */
export interface Regression {
  readonly target: string;
  readonly salt: number;
  /** What did not hold. */
  readonly found: string;
  /** Lone surrogates and all, as JSON escapes them. */
  readonly text: string;
}

export const REGRESSIONS_FOLDER: string = fileURLToPath(new URL("regressions", import.meta.url));

export function readRegressions(): readonly (Regression & { readonly name: string })[] {
  return readdirSync(REGRESSIONS_FOLDER)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => ({
      name: name.slice(0, -".json".length),
      ...(JSON.parse(readFileSync(`${REGRESSIONS_FOLDER}/${name}`, "utf8")) as Regression),
    }));
}

export function writeRegression(path: string, regression: Regression): void {
  writeFileSync(path, `${JSON.stringify(regression, undefined, 2)}\n`);
}
