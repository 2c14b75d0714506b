import { constants } from "node:fs";
import { access, open, readFile, realpath, rename, stat, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { explainFileError } from "./input-files.ts";

/** Write permission for anybody: a file without any was protected on purpose, even from an administrator. */
const ANY_WRITE_PERMISSION = 0o222;

/**
 * Replaces a file's content so that at any moment either the old or the new file is there, whole: written beside it,
 * flushed, and renamed over it. A symbolic link stays and its target is replaced; the mode stays.
 *
 * @param expected The content that the new one was made from; a file that holds something else by now is left alone.
 * @returns what is wrong, in words, when the file was left as it was.
 */
export async function replaceFile(
  path: string,
  content: Uint8Array,
  expected: Uint8Array,
): Promise<string | undefined> {
  try {
    const target = await realpath(path);
    const { mode } = await stat(target);
    await access(target, constants.W_OK);
    if ((mode & ANY_WRITE_PERMISSION) === 0) {
      return "is read-only and was left as it was.";
    }
    if (!(await readFile(target)).equals(expected)) {
      return "was changed by another program meanwhile and was left as it is now.";
    }
    await writeAtomically(target, content, mode);
    return undefined;
  } catch (error) {
    return `${explainFileError(error)} It was left as it was.`;
  }
}

/** Writes a file that need not be there yet, whole or not at all. Rejects with the file system's error. */
export async function writeAtomically(path: string, content: Uint8Array, mode = 0o666): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 200)}.${process.pid}.tmp`);
  const file = await open(temporary, "wx", mode);
  try {
    try {
      await file.writeFile(content);
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
