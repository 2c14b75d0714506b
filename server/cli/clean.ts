import { mkdir } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { type CleanOptions, readCleanOptions } from "./clean-options.ts";
import { cleanedCollection, replaceWithSidecar, staleNotice, writeCopiedSidecar } from "./clean-sidecar.ts";
import { type CleanedText, cleanText } from "./cleaned-text.ts";
import { type Command, EXIT_CLEAN, EXIT_FOUND, EXIT_TROUBLE } from "./command.ts";
import { explainFileError } from "./file-error.ts";
import { folderOfPath, openablePath, placeBelow } from "./file-place.ts";
import { createSift, keepAll } from "./ignore-files.ts";
import { type InputFile, searchFiles } from "./input-files.ts";
import { manifestLine } from "./manifest.ts";
import { ManifestFile } from "./manifest-file.ts";
import { displayPath, reportTrouble, writeOut } from "./output.ts";
import { type ReadFile, readInput } from "./read-dump.ts";
import { replaceFile, writeAtomically } from "./replace-file.ts";
import { readSidecar, type Sidecar } from "./sidecar-file.ts";
import { encodeFile } from "./text-encoding.ts";
import { unifiedDiff } from "./unified-diff.ts";

const HELP = `Usage: pressmark clean (--diff | --stdout | --write | --out-dir DIR) [OPTIONS] PATH...

Applies the fixes that provably lose nothing: every sentence and every value that is removed still stands elsewhere in the
same article.

  --diff           print what would change as a unified diff, change nothing; exit 1 when something would
  --stdout         print the cleaned text
  --write          replace each file, whole or not at all
  --out-dir DIR    write cleaned copies into DIR, under the names and folders they have
  --manifest FILE  with --out-dir: a line of JSON per file: what was changed, where, why, the hashes of both files
  --encoding NAME  of files that are not UTF-8 and have no byte order mark
  --no-ignore-file mend also what .pressmark/ignore.json, in the file's folder or above, names

Annotations beside a file (FILE.annotations.jsonld) go along with --write and --out-dir; they keep their lines in the raw file.
Encoding, byte order mark and line ends stay as they are; mixed line ends become those that most lines have.

Examples:
  pressmark clean --diff dumps/2022-01-05.txt
  pressmark clean --out-dir cleaned --manifest cleaned.jsonl dumps/
`;

export const cleanCommand: Command = {
  help: HELP,
  async run(parameters) {
    const options = readCleanOptions(parameters);
    const search = searchFiles(options.paths);
    const manifest = options.manifest === undefined ? undefined : await ManifestFile.open(options.manifest);
    const outputs = new Set<string>();
    const sift = options.honoursIgnoreFiles ? createSift() : keepAll;
    const troubled = new Set<string>();
    let hadTrouble = false;
    let wouldChange = false;
    const report = (path: string, what: string) => {
      hadTrouble = true;
      reportTrouble(path, what);
    };
    for (const file of search.files) {
      const read = await readInput(file, options.encoding);
      if (typeof read === "string") {
        report(file.path, read);
        continue;
      }
      const cleaned = await cleanText(file, read.text, sift);
      const { ignoreTrouble } = cleaned;
      if (ignoreTrouble !== undefined && !troubled.has(ignoreTrouble.path)) {
        troubled.add(ignoreTrouble.path);
        report(ignoreTrouble.path, ignoreTrouble.reason);
      }
      wouldChange ||= !cleaned.plan.isEmpty;
      const sidecar = writesFiles(options) ? await readSidecar(file, read.text) : undefined;
      if (typeof sidecar === "string") {
        report(file.path, `${sidecar} It was left as it was.`);
        continue;
      }
      const notice = sidecar && staleNotice(sidecar);
      if (notice !== undefined) {
        reportTrouble(file.path, notice);
      }
      const trouble = await deliver(file, { read, cleaned, sidecar }, options, outputs, manifest);
      if (trouble !== undefined) {
        report(file.path, trouble);
      }
    }
    await manifest?.close();
    if (hadTrouble || search.hadTrouble()) {
      return EXIT_TROUBLE;
    }
    return options.mode === "diff" && wouldChange ? EXIT_FOUND : EXIT_CLEAN;
  },
};

function writesFiles({ mode }: CleanOptions): boolean {
  return mode === "write" || mode === "out-dir";
}

/** What was read and what is to become of it. */
interface Work {
  readonly read: ReadFile;
  readonly cleaned: CleanedText;
  /** Undefined when there are no annotations, or files are only shown. */
  readonly sidecar: Sidecar | undefined;
}

/** @returns what went wrong, in words. */
async function deliver(
  file: InputFile,
  work: Work,
  options: CleanOptions,
  outputs: Set<string>,
  manifest: ManifestFile | undefined,
): Promise<string | undefined> {
  const { read, cleaned, sidecar } = work;
  const { composition, isEmpty } = cleaned.plan;
  switch (options.mode) {
    case "diff":
      await writeOut(unifiedDiff(displayPath(file.path), read.text, composition.edits));
      return undefined;
    case "stdout":
      await writeOut(composition.text);
      return undefined;
    case "write": {
      const bytes = isEmpty ? read.bytes : encodeFile(composition.text, read.encoding);
      if (bytes === undefined) {
        return `files in ${read.encoding.name} can be read but not written; use --stdout or --out-dir, which write UTF-8.`;
      }
      if (isEmpty) {
        return undefined;
      }
      const replaceDump = () => replaceFile(openablePath(file), bytes, read.bytes);
      return sidecar === undefined
        ? replaceDump()
        : replaceWithSidecar(
            sidecar,
            cleanedCollection(sidecar, cleaned, read, file, basename(file.path)),
            replaceDump,
          );
    }
    case "out-dir":
      return writeCopy(file, work, options.outDir, outputs, manifest);
  }
}

async function writeCopy(
  file: InputFile,
  { read, cleaned, sidecar }: Work,
  outDir: string,
  outputs: Set<string>,
  manifest: ManifestFile | undefined,
): Promise<string | undefined> {
  const copy = placeBelow(outDir, file);
  const output = copy.path;
  if (outputs.has(output)) {
    return `another file was already written to ${displayPath(output)}; this one was left out.`;
  }
  if (resolve(output) === resolve(file.path)) {
    return "its copy would replace it; choose another folder, or --write.";
  }
  outputs.add(output);
  const { composition, isEmpty } = cleaned.plan;
  const bytes = isEmpty
    ? read.bytes
    : (encodeFile(composition.text, read.encoding) ?? Buffer.from(composition.text, "utf8"));
  try {
    const target = Buffer.from(openablePath(copy));
    await mkdir(folderOfPath(target), { recursive: true });
    await writeAtomically(target, bytes);
  } catch (error) {
    return `${displayPath(output)} could not be written: ${explainFileError(error)}`;
  }
  const migrated =
    sidecar &&
    (await writeCopiedSidecar(
      copy,
      composition.text,
      cleanedCollection(sidecar, cleaned, read, file, basename(output)),
    ));
  const annotations = typeof migrated === "string" ? undefined : migrated;
  try {
    await manifest?.write(manifestLine({ file, output, read, cleaned, bytes, annotations }));
  } catch (error) {
    return `the manifest has no line of it: ${explainFileError(error)}`;
  }
  return typeof migrated === "string" ? migrated : undefined;
}
