import { join } from "node:path";

/**
 * Where a file or folder is. A path of POSIX is bytes; where these are no UTF-8, a string does not lead back to them, so they
 * are kept beside a path that can be shown, in which such bytes are spelt `\xE9`.
 */
export interface FilePlace {
  /** As it is shown: the path given, or below it. "-" is standard input. */
  readonly path: string;
  /** From the folder that was given; for a file given by itself its name. What `--out-dir` keeps. */
  readonly relativePath: string;
  /** Both in bytes; missing where they are the strings'. */
  readonly bytes?: { readonly path: Uint8Array; readonly relativePath: Uint8Array };
}

/** What Node's file functions take for it. */
export function openablePath({ path, bytes }: FilePlace): string | Buffer {
  return bytes === undefined ? path : Buffer.from(bytes.path);
}

/** An entry of a folder. */
export function placeInside(folder: FilePlace, name: string | Buffer): FilePlace {
  const shown = typeof name === "string" ? name : spellBytes(name);
  const place = { path: join(folder.path, shown), relativePath: join(folder.relativePath, shown) };
  if (typeof name === "string" && folder.bytes === undefined) {
    return place;
  }
  const inBytes = { path: bytesInside(folder.bytes?.path ?? Buffer.from(folder.path), name) };
  const relative = folder.bytes?.relativePath ?? Buffer.from(folder.relativePath);
  return { ...place, bytes: { ...inBytes, relativePath: bytesInside(relative, name) } };
}

/** The place of the same relative path below another folder. */
export function placeBelow(folder: string, { relativePath, bytes }: FilePlace): FilePlace {
  const path = join(folder, relativePath);
  return bytes === undefined
    ? { path, relativePath }
    : {
        path,
        relativePath,
        bytes: {
          path: bytesInside(Buffer.from(folder), Buffer.from(bytes.relativePath)),
          relativePath: bytes.relativePath,
        },
      };
}

/** The folder that a path lies in. */
export function folderOfPath(path: Buffer): Buffer {
  const end = path.lastIndexOf("/");
  return end < 0 ? Buffer.from(".") : path.subarray(0, Math.max(end, 1));
}

/** A name as a string where it is one, else in its bytes. */
export function nameOf(bytes: Buffer): string | Buffer {
  const name = bytes.toString("utf8");
  return Buffer.from(name).equals(bytes) ? name : bytes;
}

function bytesInside(folder: Uint8Array, name: string | Buffer): Buffer {
  const own = typeof name === "string" ? Buffer.from(name) : name;
  return folder.length === 0 ? own : Buffer.concat([folder, Buffer.from("/"), own]);
}

/** Bytes that are no character are spelt, so that no two names look the same. */
function spellBytes(bytes: Buffer): string {
  let spelt = "";
  for (let at = 0; at < bytes.length; ) {
    const length = [1, 2, 3, 4].find(
      (count) => typeof nameOf(bytes.subarray(at, at + count)) === "string" && at + count <= bytes.length,
    );
    spelt +=
      length === undefined
        ? `\\x${(bytes[at] as number).toString(16).toUpperCase().padStart(2, "0")}`
        : bytes.toString("utf8", at, at + length);
    at += length ?? 1;
  }
  return spelt;
}
