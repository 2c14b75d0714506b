import { spawn } from "node:child_process";
import { existsSync, rmSync, statSync } from "node:fs";
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type BundleMode, bundle } from "./bundle.ts";
import { findOnPath } from "./host-chromium.ts";
import { installVsix, QUIET_SETTINGS, startHostServer, workbenchUrl } from "./host-server.ts";
import { obtainVscodeServer } from "./host-vscode.ts";
import { inProject, root } from "./paths.ts";
import { makeVsix } from "./vsix.ts";

const HELP = `Usage: npm start [-- [FOLDER] [--web | --desktop] [--port NUMBER] [--no-browser]]

Builds Pressmark and opens a real VS Code with it on FOLDER, a folder of scraped articles.
Without FOLDER, on a copy of the project's sample dumps, in which everything can be tried.

  --desktop      in the desktop VS Code or VSCodium that is on the PATH ("code", "codium"); the default where there is one
  --web          in a browser, with VS Code's own server, which is fetched at the first use; the default elsewhere
  --port NUMBER  the port of that server; default: any free one
  --no-browser   only print the address, do not open a browser

In the browser it runs until Ctrl+C, and every start has a fresh profile. FOLDER is opened in Restricted Mode, as strangers' files should be.`;

interface StartOptions {
  readonly folder: string;
  readonly port: number;
  readonly browser: "open" | "leave";
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return 2;
});

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      web: { type: "boolean" },
      desktop: { type: "boolean" },
      port: { type: "string", default: "0" },
      "no-browser": { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  if (positionals.length > 1 || (values.web && values.desktop)) {
    throw new Error(`Give one FOLDER at most, and one of --web and --desktop.\n\n${HELP}`);
  }
  const [given] = positionals;
  const port = portOf(values.port);
  const desktop = values.web ? undefined : (findOnPath("code") ?? findOnPath("codium"));
  if (values.desktop && desktop === undefined) {
    throw new Error(
      'There is no desktop VS Code: neither "code" nor "codium" is on the PATH. Without --desktop, Pressmark opens in a browser.',
    );
  }
  const folder = given === undefined ? await copySamples() : existingFolder(given);
  if (desktop !== undefined) {
    return startDesktop(desktop, folder);
  }
  return startWeb({ folder, port, browser: values["no-browser"] ? "leave" : "open" });
}

/** Opens the desktop with the extension from its source folder, and leaves it to itself. */
async function startDesktop(executable: string, folder: string): Promise<number> {
  await buildAll("development");
  console.log(`Opening ${folder} in ${executable} …`);
  // Electron refuses to run as root without these two.
  const asRoot =
    process.getuid?.() === 0
      ? ["--no-sandbox", `--user-data-dir=${join(root, ".vscode-test", "start", "profile")}`]
      : [];
  const child = spawn(executable, ["--new-window", `--extensionDevelopmentPath=${root}`, ...asRoot, folder], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  const code = await new Promise<number | null>((done, fail) => child.on("close", done).on("error", fail));
  if (code !== 0) {
    console.error(`${executable} ended with exit code ${code}. To use a browser instead: npm start -- --web`);
  }
  return code ?? 1;
}

/** Serves a workbench that has the packaged extension installed, as a user has it, until Ctrl+C. */
async function startWeb(options: StartOptions): Promise<number> {
  const say = (line: string): void => console.log(line);
  await assertPortIsFree(options.port);
  const vscode = await obtainVscodeServer(root, say);
  say("Building and installing the extension …");
  await buildAll("production");
  const profile = await mkdtemp(join(tmpdir(), "pressmark-start-"));
  const interruption = watchForInterruption(() => rmSync(profile, { recursive: true, force: true }));
  const extensionsDirectory = join(profile, "extensions");
  const vsix = join(profile, "pressmark.vsix");
  try {
    await makeVsix(vsix);
    await installVsix(vscode, vsix, extensionsDirectory);
    const server = await startHostServer({
      vscode,
      dataDirectory: profile,
      extensionsDirectory,
      port: options.port,
      // A folder of strangers' files must not run its tasks or git hooks because somebody looked at it.
      workspaceTrust: "enabled",
      driver: "plain",
      settings: QUIET_SETTINGS,
    });
    try {
      const url = workbenchUrl(server.authority, { folder: options.folder });
      say(`\nVS Code with Pressmark on ${options.folder}:\n\n  ${url}\n\nCtrl+C ends it.`);
      if (options.browser === "open") {
        openBrowser(url);
      }
      const ending = await Promise.race([interruption.whenRunning(), server.ended]);
      if (ending !== "interrupted") {
        throw new Error(`VS Code's server ended by itself (exit code ${ending}).`);
      }
      return 0;
    } finally {
      await server.stop();
    }
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function buildAll(mode: BundleMode): Promise<void> {
  const missing = await bundle(mode);
  if (missing.length > 0) {
    throw new Error(
      `Pressmark cannot be built: ${missing.join(", ")} ${missing.length === 1 ? "does" : "do"} not exist.`,
    );
  }
}

/** A copy of the sample dumps, fresh at each start, so that cleaning one up does not change the project's tests. */
async function copySamples(): Promise<string> {
  const copy = join(root, ".vscode-test", "start", "sample-dumps");
  await rm(copy, { recursive: true, force: true });
  await mkdir(copy, { recursive: true });
  const isDump = (path: string): boolean => !path.endsWith(".tsv") && !path.endsWith(".gitattributes");
  await cp(inProject("test/fixtures/samples"), copy, { recursive: true, filter: isDump });
  return copy;
}

/** npm runs its scripts in the project's folder; the path is meant from where the user stands. */
function existingFolder(given: string): string {
  const folder = resolve(process.env["INIT_CWD"] ?? process.env["PWD"] ?? ".", given);
  if (!existsSync(folder)) {
    throw new Error(
      `${folder} does not exist. Give a folder of scraped articles, or none to see the samples.`,
    );
  }
  if (!statSync(folder).isDirectory()) {
    throw new Error(`${folder} is a file. Give the folder that it is in.`);
  }
  return folder;
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port ${text} is not a port: give a number from 1 to 65535.`);
  }
  return port;
}

/** VS Code's server does not end when its port is taken, so this is found out before. */
async function assertPortIsFree(port: number): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((done, fail) => probe.once("error", fail).listen(port, "127.0.0.1", done));
  } catch (error) {
    const reason =
      error instanceof Error && "code" in error && error.code === "EADDRINUSE"
        ? "is taken"
        : `cannot be used (${String(error)})`;
    throw new Error(
      `Port ${port} ${reason}. Give another one by --port, or leave --port out to have a free one.`,
    );
  }
  await new Promise((done) => probe.close(done));
}

/**
 * From now on Ctrl+C, or the system asking this process to end, breaks off the preparations (after `tidyUp`) or, once `whenRunning` was called, resolves
 * its promise. A second Ctrl+C does not break off what then follows.
 */
function watchForInterruption(tidyUp: () => void): { whenRunning(): Promise<"interrupted"> } {
  let interrupt = (): void => {
    tidyUp();
    // Ending this way also ends a server that is starting.
    process.exit(130);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => interrupt());
  }
  return {
    whenRunning: () =>
      new Promise((done) => {
        interrupt = () => done("interrupted");
      }),
  };
}

/** Opens the user's browser where there is a desktop to show it on. That it cannot be opened is no failure: the address is printed. */
function openBrowser(url: string): void {
  const command = browserCommand(url);
  if (command === undefined) {
    return;
  }
  const [program, ...rest] = command;
  spawn(program, rest, { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}

function browserCommand(url: string): [string, ...string[]] | undefined {
  switch (process.platform) {
    case "darwin":
      return ["open", url];
    case "win32":
      return ["rundll32", "url.dll,FileProtocolHandler", url];
    default: {
      const hasDesktop = process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"];
      const opener = findOnPath("xdg-open");
      return hasDesktop && opener !== undefined ? [opener, url] : undefined;
    }
  }
}
