import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { bundledFiles } from "./bundle.ts";
import { inProject, root } from "./paths.ts";

/** A package of which something is in a bundle. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** By its SPDX identifier, as its package.json has it. */
  readonly license: string;
  /** The words of the licence, with the copyright. */
  readonly text: string;
}

/**
 * Licences that let anybody use, change and pass on the code in a product under another licence, and ask for no more than that
 * their words go with it.
 */
export const ADMITTED_LICENSES: ReadonlySet<string> = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
]);

/**
 * Of what really is in the bundles, by name and version, each once.
 *
 * @throws an Error that names the package when one has no file with its licence's words.
 */
export async function bundledPackages(): Promise<readonly BundledPackage[]> {
  const files = (await bundledFiles()).filter((file) => file.startsWith("node_modules/"));
  const folders = [...new Set(files.map(packageFolder))];
  const packages = await Promise.all(folders.map(readPackage));
  const byName = new Map(packages.map((one) => [`${one.name} ${one.version}`, one]));
  return [...byName.keys()].sort().map((key) => byName.get(key) as BundledPackage);
}

/** Some packages have further package.json files inside, which name no package. */
function packageFolder(file: string): string {
  for (let folder = dirname(file); folder !== "node_modules"; folder = dirname(folder)) {
    const isPackage = /(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/.test(folder);
    if (isPackage && existsSync(inProject(`${folder}/package.json`))) {
      return folder;
    }
  }
  throw new Error(`${file} belongs to no package.`);
}

async function readPackage(folder: string): Promise<BundledPackage> {
  const path = join(root, folder);
  const manifest = JSON.parse(await readFile(join(path, "package.json"), "utf8")) as {
    readonly name: string;
    readonly version: string;
    readonly license?: string;
  };
  const file = (await readdir(path)).find((name) => /^licen[cs]e/i.test(name));
  if (file === undefined || manifest.license === undefined) {
    throw new Error(
      `${manifest.name} ${manifest.version} has no licence file, or names no licence. Do without the package, or add its licence's words by hand.`,
    );
  }
  const text = (await readFile(join(path, file), "utf8")).replaceAll("\r\n", "\n").trim();
  return { name: manifest.name, version: manifest.version, license: manifest.license, text };
}
