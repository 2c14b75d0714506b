import { readFileSync } from "node:fs";
import { loadFormat } from "../core/article/formats/load.ts";
import type { Dump } from "../core/article/model.ts";
import { parseAs } from "../core/article/parse-as.ts";
import { recognise } from "../core/article/recognise.ts";
import { explainFileError } from "./file-error.ts";
import { openablePath } from "./file-place.ts";
import type { InputFile } from "./input-files.ts";
import { type DecodedFile, decodeFile } from "./text-encoding.ts";

export interface ReadFile extends DecodedFile {
  /** As they were on the disk when the file was read. */
  readonly bytes: Uint8Array;
}

/**
 * A file is read at once: nothing else could go on meanwhile, and Node takes some 3 ms to make its other way ready.
 *
 * @returns what is wrong, in words, when the file cannot be read or holds no text.
 */
export async function readInput(file: InputFile, encoding: string | undefined): Promise<ReadFile | string> {
  try {
    const bytes = file.path === "-" ? await readStandardInput() : readFileSync(openablePath(file));
    const decoded = decodeFile(bytes, encoding);
    return typeof decoded === "string" ? decoded : { ...decoded, bytes };
  } catch (error) {
    return explainFileError(error);
  }
}

/** Loads the parser of the text's own format and no other: YAML alone would double the time of a short call. */
export async function parseDump(text: string): Promise<Dump> {
  return parseAs(text, await loadFormat(recognise(text).format));
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
