import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { access, open, readFile, realpath, rename, stat, unlink } from "node:fs/promises";
import { explainFileError } from "./file-error.ts";
import { folderOfPath } from "./file-place.ts";

/** Write permission for anybody: a file without any was protected on purpose, even from an administrator. */
const ANY_WRITE_PERMISSION = 0o222;

/** The part of a file's mode that is not its kind. */
const ALL_PERMISSIONS = 0o7777;

/**
 * Replaces a file's content so that at any moment either the old or the new file is there, whole: written beside it,
 * flushed, and renamed over it. A symbolic link stays and its target is replaced; owner and mode stay.
 *
 * @param expected The content that the new one was made from; a file that holds something else by now is left alone.
 * @returns what is wrong, in words, when the file was left as it was.
 */
export async function replaceFile(
  path: string | Buffer,
  content: Uint8Array,
  expected: Uint8Array,
): Promise<string | undefined> {
  try {
    const target = await realpath(path, { encoding: "buffer" });
    const { mode, uid, gid } = await stat(target);
    await access(target, constants.W_OK);
    if ((mode & ANY_WRITE_PERMISSION) === 0) {
      return "is read-only and was left as it was.";
    }
    if (!(await readFile(target)).equals(expected)) {
      return "was changed by another program meanwhile and was left as it is now.";
    }
    await writeAtomically(target, content, { mode, uid, gid });
    return undefined;
  } catch (error) {
    return `${explainFileError(error)} It was left as it was.`;
  }
}

/** Who may do what with a file. */
interface Ownership {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/** Writes a file that need not be there yet, whole or not at all. Rejects with the file system's error. */
export async function writeAtomically(
  path: Buffer,
  content: Uint8Array,
  ownership?: Ownership,
): Promise<void> {
  // Nothing of the name: with more behind it, a long one would be too long. What is left behind by a run that was ended
  // is hidden and in nobody's way.
  const name = `.pressmark-${process.pid}-${randomBytes(6).toString("hex")}.tmp`;
  const temporary = Buffer.concat([folderOfPath(path), Buffer.from(`/${name}`)]);
  const file = await open(temporary, "wx");
  try {
    try {
      await file.writeFile(content);
      if (ownership !== undefined) {
        // The owner first: to change it takes away some permissions. Only an administrator can give a file to another.
        await file.chown(ownership.uid, ownership.gid).catch(() => {});
        await file.chmod(ownership.mode & ALL_PERMISSIONS);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => {});
    throw error;
  }
}
