import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { access, link, mkdir, open, readFile, realpath, rename, stat, unlink } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, join } from "node:path";

/** How long another window may take for its change, in milliseconds; a window that was killed holds nothing. */
const LONGEST_WAIT = 10_000;
const LOOK_INTERVAL = 15;

/**
 * Changes a file of the disk that other windows may be changing at the same time: one after the other, by a lock beside it.
 * At any moment the old or the new text is there, whole, as the new one is renamed over it. A link stays and its target is
 * changed; permissions stay. Rejects with the file system's error, and with what `change` throws.
 *
 * @param change Makes the new text of the present one (null for none); null leaves the file as it is.
 * @returns the text that this left in the file; null when it was left as it was.
 */
export async function updateLocalFile(
  path: string,
  change: (text: string | null) => Promise<string | null>,
): Promise<string | null> {
  await mkdir(dirname(path), { recursive: true });
  const target = await realpath(path).catch(() => path);
  const lock = await takeLock(`${target}.lock`);
  try {
    const before = await readText(target);
    const after = await change(before);
    if (after !== null && after !== before) {
      await replace(target, after);
    }
    return after;
  } finally {
    await lock.release();
  }
}

async function readText(path: string): Promise<string | null> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(path));
  } catch (error) {
    if (codeOf(error) === "ENOENT") {
      return null;
    }
    throw error;
  }
}

async function replace(target: string, text: string): Promise<void> {
  const status = await stat(target).catch(() => undefined);
  if (status !== undefined) {
    await access(target, constants.W_OK);
    if ((status.mode & ANY_WRITE_PERMISSION) === 0) {
      throw Object.assign(new Error("EACCES"), { code: "EACCES" });
    }
  }
  const temporary = join(dirname(target), `.pressmark-${process.pid}-${randomBytes(6).toString("hex")}.tmp`);
  const file = await open(temporary, "wx");
  try {
    try {
      await file.writeFile(text);
      if (status !== undefined) {
        await file.chmod(status.mode & ALL_PERMISSIONS);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await unlink(temporary).catch(() => {});
    throw error;
  }
}

/** A file without any was protected on purpose, even from an administrator. */
const ANY_WRITE_PERMISSION = 0o222;

/** The part of a file's mode that is not its kind. */
const ALL_PERMISSIONS = 0o7777;

interface Lock {
  release(): Promise<void>;
}

/** Waits for the lock; one whose owner is dead, or that is older than any change takes, is taken over. */
async function takeLock(path: string): Promise<Lock> {
  const own = `${hostname()} ${process.pid} ${randomBytes(6).toString("hex")}\n`;
  for (;;) {
    try {
      const file = await open(path, "wx");
      try {
        await file.writeFile(own);
      } finally {
        await file.close();
      }
      return { release: () => unlinkIf(path, own) };
    } catch (error) {
      if (codeOf(error) !== "EEXIST") {
        throw error;
      }
    }
    const holder = await readFile(path, "utf8").catch(async (error: unknown) => {
      // What stands there and cannot be read will not go away: waiting for it would never end.
      if (codeOf(error) !== "ENOENT" && (await isOld(path))) {
        throw error;
      }
      return undefined;
    });
    if (holder !== undefined && (await isAbandoned(path, holder))) {
      await unlinkIf(path, holder);
    } else {
      await new Promise((resolve) => setTimeout(resolve, LOOK_INTERVAL));
    }
  }
}

async function isAbandoned(path: string, holder: string): Promise<boolean> {
  const [host, pid] = holder.split(" ");
  if (host === hostname() && pid !== undefined && !isAlive(Number(pid))) {
    return true;
  }
  // Of another machine, of a window that hangs, or killed before it had written who it is.
  return isOld(path);
}

async function isOld(path: string): Promise<boolean> {
  const status = await stat(path).catch(() => undefined);
  return status !== undefined && Date.now() - status.mtimeMs > LONGEST_WAIT;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else is one.
    return codeOf(error) === "EPERM";
  }
}

/**
 * Takes a lock away if it is still the one that was looked at: it is moved aside, which only one can do, and put back when it
 * turns out to be another one.
 */
async function unlinkIf(path: string, content: string): Promise<void> {
  const aside = `${path}-${randomBytes(6).toString("hex")}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  if ((await readFile(aside, "utf8").catch(() => content)) !== content) {
    await link(aside, path).catch(() => {});
  }
  await unlink(aside).catch(() => {});
}

function codeOf(error: unknown): unknown {
  return (error as { readonly code?: unknown } | null)?.code;
}
