import { SIDECAR_ENDING } from "../core/annotations/vocabulary.ts";
import { type InputFile, searchFiles } from "./input-files.ts";
import { requirePaths } from "./options.ts";
import { reportTrouble } from "./output.ts";
import { type ReadFile, readInput } from "./read-dump.ts";
import { readSidecar, type Sidecar } from "./sidecar-file.ts";
import { readEncodingName } from "./text-encoding.ts";

export interface AnnotatedFile {
  readonly file: InputFile;
  readonly read: ReadFile;
  readonly sidecar: Sidecar;
}

export interface AnnotatedFiles {
  readonly files: AsyncIterable<AnnotatedFile>;
  /** Whether anything could not be read so far; each trouble was reported when it was met. */
  hadTrouble(): boolean;
}

/** The dumps that the paths stand for and that have annotations. A dump named by itself that has none is a trouble. */
export function annotatedFiles(paths: readonly string[], encodingName: string | undefined): AnnotatedFiles {
  const encoding = encodingName === undefined ? undefined : readEncodingName(encodingName);
  const dumps = requirePaths("annotations", paths).map(dumpOf);
  const named = new Set(dumps);
  const search = searchFiles(dumps);
  let hadTrouble = false;
  const report = (path: string, what: string) => {
    hadTrouble = true;
    reportTrouble(path, what);
  };
  async function* files() {
    for (const file of search.files) {
      const read = await readInput(file, encoding);
      if (typeof read === "string") {
        report(file.path, read);
        continue;
      }
      const sidecar = await readSidecar(file, read.text);
      if (typeof sidecar === "string") {
        report(file.path, sidecar);
      } else if (sidecar !== undefined) {
        yield { file, read, sidecar };
      } else if (named.has(file.path)) {
        report(file.path, "has no annotations beside it.");
      }
    }
  }
  return { files: files(), hadTrouble: () => hadTrouble || search.hadTrouble() };
}

/** Whoever names the annotations means those of their dump. */
function dumpOf(path: string): string {
  return path.endsWith(SIDECAR_ENDING) ? path.slice(0, -SIDECAR_ENDING.length) : path;
}
