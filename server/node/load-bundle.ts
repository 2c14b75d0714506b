import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import { Script } from "node:vm";

/** Node puts them in around the file that this is a part of. */
declare const require: NodeJS.Require;
declare const __dirname: string;

/** The last line of a bundle, with which the build says what is in it: `//# digest=` and 32 hexadecimal digits. */
const DIGEST = /\n\/\/# digest=([0-9a-f]{32})\n$/;
const DIGEST_LENGTH = 46;

/** The runs that may add to what is kept of a bundle: what hardly anybody calls would be loaded by everybody. */
const MOST_GENERATIONS = 4;

/** Bundles of other versions and builds that stay; each is a megabyte or two. */
const MOST_FILES_KEPT = 24;

/** A program that is ended from outside, as servers are, has done its first work by then; in milliseconds. */
const KEEP_AFTER = 3_000;

/**
 * Loads a bundle, and those that it asks for, with the compiled form of all that earlier runs called. Node's own cache keeps
 * what is compiled while a file loads and nothing of what is compiled when it is first called, which is nearly everything:
 * reading it again took half of the time of a short check. The file is kept in the user's folder for such things.
 * NODE_DISABLE_COMPILE_CACHE=1 turns it off, NODE_COMPILE_CACHE names another folder. Where there is none or it cannot be
 * written, the bundle is loaded as any file.
 *
 * @param name Of an entry of the build; its file stands beside this one.
 */
export function loadBundle<Exports>(name: string, options: KeepOptions): Exports {
  const path = join(__dirname, `${name}.js`);
  const folder = cacheFolder();
  return (
    folder === undefined ? require(path) : loadThrough({ folder, options, loaded: new Map() }, path)
  ) as Exports;
}

export interface KeepOptions {
  /** Programs that end by themselves have done all that they do by then. Servers and threads are ended from outside. */
  readonly keep: "at the end" | "meanwhile";
  /** What sets this use of a bundle apart, where the engine is set otherwise. */
  readonly variant?: string;
}

interface Loading {
  readonly folder: string;
  readonly options: KeepOptions;
  /** By path. */
  readonly loaded: Map<string, Module>;
}

/** Where a user's system keeps what can be made again. */
function cacheFolder(): string | undefined {
  const { env, platform } = process;
  if (env["NODE_DISABLE_COMPILE_CACHE"]) {
    return undefined;
  }
  const home = platform === "win32" ? env["LOCALAPPDATA"] : env["HOME"];
  const usual =
    home && join(home, platform === "win32" ? "" : platform === "darwin" ? "Library/Caches" : ".cache");
  const base = env["NODE_COMPILE_CACHE"] || env["XDG_CACHE_HOME"] || usual;
  return base && isAbsolute(base) ? join(base, "pressmark") : undefined;
}

interface Module {
  exports: unknown;
}

/** As Node's loader for CommonJS. */
function loadThrough(loading: Loading, path: string): unknown {
  const { folder, options, loaded } = loading;
  const known = loaded.get(path);
  if (known !== undefined) {
    return known.exports;
  }
  // Bundles are ASCII, which is read faster this way than as UTF-8.
  const source = readFileSync(path, "latin1");
  const digest = DIGEST.exec(source.slice(-DIGEST_LENGTH))?.[1];
  if (digest === undefined) {
    return require(path);
  }
  const module: Module = { exports: {} };
  loaded.set(path, module);
  const requireFrom = (id: string): unknown =>
    id.startsWith("./") ? loadThrough(loading, join(dirname(path), id)) : require(id);
  const cache = join(folder, `${digest}-${fingerprint(options)}`);
  const kept = readKept(cache);
  const script = new Script(`(function(exports,require,module,__filename,__dirname){${source}\n})`, {
    filename: path,
    cachedData: kept?.code,
  });
  const isUsed = kept !== undefined && script.cachedDataRejected !== true;
  const generation = isUsed ? kept.generation : 0;
  if (generation < MOST_GENERATIONS) {
    keepLater(options, () => keep(script, folder, cache, generation + 1));
  }
  script.runInThisContext()(module.exports, requireFrom, module, path, dirname(path));
  return module.exports;
}

/** Code is of use to the very engine that compiled it, set to the same options. */
function fingerprint({ variant = "" }: KeepOptions): string {
  const { arch, env, execArgv, platform, versions } = process;
  const name = [versions.node, versions.v8, arch, platform, env["NODE_OPTIONS"], variant, ...execArgv].join(
    " ",
  );
  // FNV-1a.
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(16);
}

interface Kept {
  readonly code: Buffer;
  /** How many runs have added to it. */
  readonly generation: number;
}

/**
 * A file holds the code twice, and the number of its generation in one byte. The engine believes the code blindly, and a
 * disk that lost a part of it would make every call crash; comparing two copies takes less time than loading a checksum.
 */
function readKept(path: string): Kept | undefined {
  try {
    const bytes = readFileSync(path);
    const half = (bytes.length - 1) / 2;
    const code = bytes.subarray(0, half);
    return code.equals(bytes.subarray(half, half * 2))
      ? { code, generation: bytes[half * 2] as number }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Behind the work, or while it goes on for long; what goes wrong there is nobody's trouble. */
function keepLater({ keep: when }: KeepOptions, action: () => void): void {
  let isDone = false;
  const once = () => {
    if (!isDone) {
      isDone = true;
      try {
        action();
      } catch {
        // The next call is as slow as this one.
      }
    }
  };
  process.once("exit", once);
  if (when === "meanwhile") {
    setTimeout(once, KEEP_AFTER).unref();
  }
}

function keep(script: Script, folder: string, path: string, generation: number): void {
  makeFolder(dirname(folder));
  makeFolder(folder);
  const temporary = `${path}.${process.pid}.${Math.trunc(performance.now() * 1000)}`;
  // Opened first: without the right to write there is no use in gathering the code.
  const file = openSync(temporary, "wx", 0o600);
  try {
    const code = script.createCachedData();
    const before = readKept(path);
    // Another thread, or a run of more of the program, may know more.
    const best = before !== undefined && before.code.length > code.length ? before.code : code;
    writeSync(file, Buffer.concat([best, best, Uint8Array.of(generation)]));
    fsyncSync(file);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  removeOldest(folder);
}

/** One level at a time: asked for several, Node tries for ever where the system knows no folders, as in /proc. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") {
      throw error;
    }
  }
}

function removeOldest(folder: string): void {
  const files = readdirSync(folder).map((name) => join(folder, name));
  if (files.length > MOST_FILES_KEPT) {
    const byAge = files
      .map((path) => ({ path, time: statSync(path).mtimeMs }))
      .sort((first, second) => second.time - first.time);
    for (const { path } of byAge.slice(MOST_FILES_KEPT)) {
      rmSync(path, { force: true });
    }
  }
}
