import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** An invented dump of test/fixtures/samples. */
export function readSample(name: string): string {
  return readFileSync(new URL(`../fixtures/samples/${name}`, import.meta.url), "utf8");
}

const seedPath = fileURLToPath(new URL("../../../shared/samples/sputnik-2022.txt", import.meta.url));

/** The real dump that the issues speak of; undefined where the folder beside the project is not there. */
export function readSeed(): string | undefined {
  return existsSync(seedPath) ? readFileSync(seedPath, "utf8") : undefined;
}
