import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { manyArticles, oneArticle } from "./synthetic-dumps.ts";

/** All data are made from it, so that every run on every machine sees the same bytes. */
export const SEED = 2022;

/** In code units, which are about as many bytes. */
export const SIZES = { "10 KB": 10_000, "100 KB": 100_000, "1 MB": 1_000_000, "10 MB": 10_000_000 } as const;

export type SizeName = keyof typeof SIZES;

/** 99 MB in files of all sizes: most files small, most bytes in middling ones. */
const FOLDER_FILES: readonly (readonly [count: number, size: SizeName])[] = [
  [1_000, "10 KB"],
  [390, "100 KB"],
  [40, "1 MB"],
  [1, "10 MB"],
];

/** A dump of many articles of the seed's length. */
export function dumpOfSize(size: SizeName): string {
  return manyArticles(SEED, SIZES[size]);
}

/** Writes a dump of each size, and one huge article; the paths by the names in the tables. */
export async function writeDumps(folder: string): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const size of Object.keys(SIZES) as SizeName[]) {
    texts.set(size, dumpOfSize(size));
  }
  texts.set("10 MB, one article", oneArticle(SEED, SIZES["10 MB"]));
  const paths = new Map<string, string>();
  for (const [name, text] of texts) {
    const path = join(folder, `${name.replaceAll(/\W+/g, "-")}.txt`);
    await writeFile(path, text);
    paths.set(name, path);
  }
  return paths;
}

/** @returns the folder, which is made below the given one. */
export async function writeDumpFolder(below: string): Promise<string> {
  const folder = join(below, "folder");
  await mkdir(folder);
  let seed = SEED;
  for (const [count, size] of FOLDER_FILES) {
    for (let number = 0; number < count; number++) {
      seed++;
      const path = join(folder, `${size.replace(" ", "-")}-${String(number).padStart(4, "0")}.txt`);
      await writeFile(path, manyArticles(seed, SIZES[size]));
    }
  }
  return folder;
}
