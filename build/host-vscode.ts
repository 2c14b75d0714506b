import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A real VS Code without its desktop shell: the server, and the workbench that it serves to a browser. */
export interface VscodeServer {
  /** The folder that holds `out/server-main.js`. */
  readonly directory: string;
  /** The Node (24 or newer) that runs it. */
  readonly node: string;
}

/** `code-server` carries the built VS Code server and workbench. 4.139.1 is VS Code 1.139.1. */
const PACKAGE = "code-server";
const VERSION = "4.139.1";

/** Written when both installs have ended well, so that one which broke off is taken up again. */
const COMPLETE = "complete";
const LOCK = "installing";

/** code-server asks for the major version that it was built with. */
const NODE_MAJOR = 24;

/** How long another process's install is waited for before this one gives up. */
const LOCK_LIMIT_MILLISECONDS = 10 * 60_000;

/**
 * Gives the VS Code server, installing it under `.vscode-test` of the project's root at the first call (about 600 MB, 20 seconds).
 *
 * It is an install of its own and not one of the project's dependencies: nobody who only builds the extension needs it. No install script is run; the
 * two native modules that would be compiled by one are optional to the server.
 *
 * Throws an `Error` whose message says what failed and what to do.
 */
export async function obtainVscodeServer(root: string, say: (line: string) => void): Promise<VscodeServer> {
  const node = findNode(root);
  const home = join(root, ".vscode-test", `${PACKAGE}-${VERSION}`);
  const directory = join(home, "node_modules", PACKAGE, "lib", "vscode");
  if (isComplete(home, directory)) {
    return { directory, node };
  }
  await mkdir(home, { recursive: true });
  const release = await acquireLock(home, say);
  try {
    if (!isComplete(home, directory)) {
      say(
        `Fetching VS Code's server (${PACKAGE} ${VERSION}, about 600 MB once installed) into .vscode-test …`,
      );
      await install(home, directory, node);
      await writeFile(join(home, COMPLETE), `${new Date().toISOString()}\n`);
    }
  } finally {
    await release();
  }
  return { directory, node };
}

function isComplete(home: string, directory: string): boolean {
  return existsSync(join(home, COMPLETE)) && existsSync(join(directory, "out", "server-main.js"));
}

/** The project's own Node (the `node` development dependency), unless this process already is new enough. */
export function findNode(root: string): string {
  if (Number.parseInt(process.versions.node, 10) >= NODE_MAJOR) {
    return process.execPath;
  }
  const name = process.platform === "win32" ? "node.exe" : "node";
  const own = join(root, "node_modules", "node", "bin", name);
  if (existsSync(own)) {
    return own;
  }
  throw new Error(
    `VS Code's server needs Node ${NODE_MAJOR}, and this is ${process.versions.node}. Run "npm install" in ${root}: it brings Node ${NODE_MAJOR} for the project alone.`,
  );
}

async function install(home: string, directory: string, node: string): Promise<void> {
  // A package.json of its own keeps npm from walking up to the project's.
  await writeFile(join(home, "package.json"), `${JSON.stringify({ private: true })}\n`);
  const outer = [
    "install",
    "--ignore-scripts",
    "--save-exact",
    "--no-audit",
    "--no-fund",
    `${PACKAGE}@${VERSION}`,
  ];
  const inner = ["install", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"];
  try {
    await npm(outer, home, node);
    await npm(inner, directory, node);
  } catch {
    // What a broken-off attempt left behind can make npm stumble. The second attempt starts from nothing.
    await rm(join(home, "node_modules"), { recursive: true, force: true });
    await rm(join(home, "package-lock.json"), { force: true });
    await npm(outer, home, node);
    await npm(inner, directory, node);
  }
  if (!existsSync(join(directory, "out", "server-main.js"))) {
    throw new Error(
      `${PACKAGE} ${VERSION} was installed, but ${join(directory, "out", "server-main.js")} is not there. Remove ${home} and try again.`,
    );
  }
}

/** Runs npm with the given Node in front, quietly. A failure's message carries the end of what npm said. */
function npm(args: readonly string[], directory: string, node: string): Promise<void> {
  const script = process.env.npm_execpath;
  const [command, first] = script?.endsWith(".js")
    ? [node, [script]]
    : [process.platform === "win32" ? "npm.cmd" : "npm", []];
  const path = `${join(node, "..")}${process.platform === "win32" ? ";" : ":"}${process.env.PATH ?? ""}`;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const child = spawn(command, [...first, ...args], {
    cwd: directory,
    env: { ...process.env, PATH: path },
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32" && first.length === 0,
  });
  let output = "";
  const keep = (data: Buffer): void => {
    output = (output + data.toString()).slice(-4000);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  child.on("error", (error) =>
    reject(new Error(`npm could not be started (${error.message}). Is npm on the PATH?`)),
  );
  child.on("close", (code) => {
    if (code === 0) {
      resolve();
    } else {
      reject(
        new Error(
          `"npm ${args.join(" ")}" failed in ${directory} (exit code ${code}). Is the npm registry within reach? npm said:\n${output}`,
        ),
      );
    }
  });
  return promise;
}

/** Makes sure that only one process installs at a time. A lock whose owner is gone is taken over. */
async function acquireLock(home: string, say: (line: string) => void): Promise<() => Promise<void>> {
  const lock = join(home, LOCK);
  const giveUpAt = Date.now() + LOCK_LIMIT_MILLISECONDS;
  let told = false;
  for (;;) {
    try {
      await writeFile(lock, String(process.pid), { flag: "wx" });
      return () => rm(lock, { force: true });
    } catch (error) {
      if (!isAlreadyThere(error)) {
        throw error;
      }
    }
    const owner = Number(await readFile(lock, "utf8").catch(() => ""));
    if (owner > 0 && !isAlive(owner)) {
      await rm(lock, { force: true });
      continue;
    }
    if (Date.now() > giveUpAt) {
      throw new Error(
        `Another process (${owner}) has been installing VS Code's server for too long. End it, or remove ${lock}, and try again.`,
      );
    }
    if (!told) {
      say(`Waiting for process ${owner}, which is installing VS Code's server …`);
    }
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function isAlreadyThere(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: the process is there, but somebody else's.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
