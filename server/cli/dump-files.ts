import type { Dump } from "../core/article/model.ts";
import { searchFiles } from "./input-files.ts";
import { requirePaths } from "./options.ts";
import { reportTrouble } from "./output.ts";
import { parseDump, readInput } from "./read-dump.ts";
import { readEncodingName } from "./text-encoding.ts";

export interface DumpFiles {
  readonly dumps: AsyncIterable<Dump & { readonly path: string }>;
  /** Whether anything could not be read so far; each trouble was reported when it was met. */
  hadTrouble(): boolean;
}

/** Reads the files that the paths stand for, one by one; what cannot be read is reported and left out. */
export function readDumps(
  command: string,
  paths: readonly string[],
  encodingName: string | undefined,
): DumpFiles {
  const encoding = encodingName === undefined ? undefined : readEncodingName(encodingName);
  const search = searchFiles(requirePaths(command, paths));
  let hadTrouble = false;
  async function* dumps() {
    for (const file of search.files) {
      const read = await readInput(file, encoding);
      if (typeof read === "string") {
        hadTrouble = true;
        reportTrouble(file.path, read);
      } else {
        // Its articles and blocks are made when they are asked for, and would be lost in a copy.
        yield Object.assign(await parseDump(read.text), { path: file.path });
      }
    }
  }
  return { dumps: dumps(), hadTrouble: () => hadTrouble || search.hadTrouble() };
}
