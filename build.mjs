// The one way into every task of the project: `node build.mjs TASK [ARGUMENTS]`, which is what the npm scripts call.
//
// It runs on any Node >= 20 in a clone with nothing installed: it installs the locked packages when they are missing or
// not the ones of the lock file, and then hands over to build/tasks.ts under the project's own Node (the `node` package
// of devDependencies), because several tools want a newer one than the machine may have. It may import nothing but Node's
// own modules, and must stay plain JavaScript.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL(".", import.meta.url));
const modules = join(root, "node_modules");
const ownNode = join(modules, "node", "bin", process.platform === "win32" ? "node.exe" : "node");
const oldestNode = 20;

if (Number.parseInt(process.versions.node, 10) < oldestNode) {
  stop(
    `Pressmark's build needs Node ${oldestNode} or newer; this is ${process.version}. Install a newer Node.`,
  );
}

const reason = reasonToInstall();
if (reason !== undefined) {
  install(reason);
}
runTask();

/**
 * Why the packages must be installed first, or undefined when every package of the lock file is there in the locked
 * version. npm writes what it installed to node_modules/.package-lock.json, which is compared, not the files' times: a
 * checkout of another commit sets those at will.
 */
function reasonToInstall() {
  const installedLock = join(modules, ".package-lock.json");
  if (!existsSync(installedLock)) {
    return "they are not installed yet";
  }
  if (!existsSync(ownNode)) {
    return "the project's own Node is missing";
  }
  const wanted = readPackages(join(root, "package-lock.json"));
  const installed = readPackages(installedLock);
  for (const [path, entry] of Object.entries(wanted)) {
    // Packages for another operating system are in the lock file and rightly not on the disk.
    if (path === "" || (entry.optional && installed[path] === undefined)) {
      continue;
    }
    if (installed[path]?.version !== entry.version) {
      return `${path.replace(/^node_modules\//, "")} ${entry.version} is not installed`;
    }
  }
  return undefined;
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
  } catch (error) {
    return stop(`${file} cannot be read: ${error.message}. Restore it, then try again.`);
  }
}

/**
 * `npm ci`, with its output kept back unless it fails: the warnings are about the machine's Node being older than what
 * some tools want, which is settled by running them under the project's own.
 */
function install(why) {
  process.stderr.write(`Installing packages (${why}) ...\n`);
  const started = Date.now();
  // The development tools are what is wanted here, whatever NODE_ENV the shell happens to have.
  const options = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const result = spawnSync("npm", options, {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
    maxBuffer: 1 << 26,
    // The web host's runner brings a package whose install script would download a browser; the tests bring their own.
    env: { ...withoutNpmVariables(process.env), PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" },
  });
  if (result.error !== undefined) {
    stop(`npm could not be started: ${result.error.message}. Install npm, then try again.`);
  }
  if (result.status !== 0) {
    process.stderr.write(`${result.stdout}${result.stderr}`);
    stop("npm ci failed; its output is above.");
  }
  if (!existsSync(ownNode)) {
    // A half-installed tree must not look complete to the next run.
    rmSync(join(modules, ".package-lock.json"), { force: true });
    stop(
      "The package `node` was installed without its program: npm ran no install script. Allow it (npm's " +
        "`ignore-scripts` must be off, `allowScripts` of package.json honoured), then try again.",
    );
  }
  process.stderr.write(`Packages installed in ${Math.round((Date.now() - started) / 1000)} s.\n`);
}

/** npm passes its own settings down to what it runs; handed to another npm they would override the user's. */
function withoutNpmVariables(environment) {
  return Object.fromEntries(
    Object.entries(environment).filter(
      ([name]) => !/^npm_(package|lifecycle|command|execpath|node)/i.test(name),
    ),
  );
}

function runTask() {
  const path = [join(modules, "node", "bin"), join(modules, ".bin"), process.env.PATH ?? ""].join(delimiter);
  const task = spawn(ownNode, [join(root, "build", "tasks.ts"), ...process.argv.slice(2)], {
    stdio: "inherit",
    env: { ...process.env, PATH: path },
  });
  // Ctrl+C reaches the task by itself, as it shares the terminal; this process only has to outlive it. A signal sent to
  // this process alone is passed on.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => task.kill("SIGTERM"));
  process.on("SIGHUP", () => task.kill("SIGHUP"));
  task.on("error", (error) => stop(`${ownNode} could not be started: ${error.message}.`));
  task.on("exit", (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
}

function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
