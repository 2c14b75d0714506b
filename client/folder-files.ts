import * as vscode from "vscode";
import { recognise } from "../server/core/article/recognise.ts";
import { LARGEST_SHARED_FILE } from "./documents.ts";
import { findFiles, type Wanted } from "./find-files.ts";

/** The known formats' extensions, in any case, as the command line has them. */
const DUMP_FILES: Wanted = {
  pattern: "**/*.{[tT][xX][tT],[mM][dD]}",
  isWanted: (name) => /\.(?:txt|md)$/iu.test(name),
};

/** How many files are read and asked about at the same time. */
const WORKERS = 4;

export interface FolderFile {
  readonly uri: vscode.Uri;
  /** From the folder, with forward slashes. */
  readonly path: string;
}

/** `text`: a file that the recogniser accepts. `other`: no dump. `unreadable`: with the reason, in plain words. */
export type FileText =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "other" }
  | { readonly kind: "unreadable"; readonly reason: string };

/** The files of a folder that may be dumps by their names, in the order of their paths; excluded files are left out. */
export async function filesOf(
  folder: vscode.Uri,
  token: vscode.CancellationToken,
): Promise<readonly FolderFile[]> {
  const uris = await findFiles(folder, DUMP_FILES, token);
  const prefix = folder.path.endsWith("/") ? folder.path : `${folder.path}/`;
  return uris
    .map((uri) => ({ uri, path: uri.path.startsWith(prefix) ? uri.path.slice(prefix.length) : uri.path }))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** Reads a file through the workspace's file system, and says whether it is a dump. Never throws. */
export async function readDump(uri: vscode.Uri): Promise<FileText> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > LARGEST_SHARED_FILE) {
      return { kind: "unreadable", reason: vscode.l10n.t("It is larger than 50 MB.") };
    }
    return accepted(decode(await vscode.workspace.fs.readFile(uri)));
  } catch (error) {
    const isBadText = error instanceof TypeError;
    const reason = isBadText
      ? vscode.l10n.t("It is not UTF-8 text. Open it with its encoding and save it as UTF-8.")
      : error instanceof Error
        ? error.message
        : String(error);
    return { kind: "unreadable", reason };
  }
}

/** Does something for every file, a few at a time, until all are done or it is cancelled. */
export async function forEachFile<File>(
  files: readonly File[],
  token: vscode.CancellationToken,
  use: (file: File, index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < files.length && !token.isCancellationRequested) {
      const index = next++;
      await use(files[index] as File, index);
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
}

/** Whoever asks for a folder wants what may be a dump, too, not only what is certainly one. */
function accepted(text: string | undefined): FileText {
  return text !== undefined && recognise(text).format !== null ? { kind: "text", text } : { kind: "other" };
}

/** The text of UTF-8 with or without a mark, or of UTF-16 with one; undefined for a binary file. Throws a TypeError for other encodings. */
function decode(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  if (encoding === "utf-8" && bytes.subarray(0, 8192).includes(0)) {
    return undefined;
  }
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}
