import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { VscodeServer } from "./host-vscode.ts";

export interface HostServerOptions {
  readonly vscode: VscodeServer;
  /** Holds the profile and the logs of this server. It is made when it is not there. */
  readonly dataDirectory: string;
  /** Where extensions are installed; by default inside `dataDirectory`. */
  readonly extensionsDirectory?: string;
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** `disabled`: every folder is trusted. `enabled`: a folder is not trusted until the user says so, and VS Code is in Restricted Mode. */
  readonly workspaceTrust: "disabled" | "enabled";
  /** `automation`: the workbench accepts an extension from its source folder and tests. `plain`: as a user has it. */
  readonly driver: "automation" | "plain";
  /** The user's settings, written before the start. */
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface HostServer {
  /** Host and port, which is also what `vscode-remote:` URIs call the server. */
  readonly authority: string;
  readonly logFile: string;
  /** Ends when the server ends by itself. */
  readonly ended: Promise<number | null>;
  /** Ends the server with all the extension hosts and language servers that it started. */
  stop(): Promise<void>;
}

/** Settings that make a first start quiet and a picture clean: no assistant, no welcome, no telemetry, nothing that blinks. */
export const QUIET_SETTINGS: Readonly<Record<string, unknown>> = {
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  // Not `false`: VS Code would write that anew as it starts, and lose count of the documents that it has open.
  "extensions.autoUpdate": "off",
  "extensions.ignoreRecommendations": true,
  "git.openRepositoryInParentFolders": "never",
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "security.workspace.trust.startupPrompt": "never",
};

const START_LIMIT_MILLISECONDS = 60_000;
const STOP_LIMIT_MILLISECONDS = 5_000;

/** Starts VS Code's server on 127.0.0.1 and gives it back once it listens. Throws with the end of its log when it does not start. */
export async function startHostServer(options: HostServerOptions): Promise<HostServer> {
  await writeUserSettings(options.dataDirectory, options.settings);
  const logFile = join(options.dataDirectory, "server.log");
  const args = [
    join(options.vscode.directory, "out", "server-main.js"),
    ...["--host", "127.0.0.1", "--port", String(options.port ?? 0)],
    ...["--server-data-dir", options.dataDirectory],
    ...(options.extensionsDirectory === undefined ? [] : ["--extensions-dir", options.extensionsDirectory]),
    "--without-connection-token",
    "--accept-server-license-terms",
    "--disable-telemetry",
    "--disable-getting-started-override",
    ...(options.workspaceTrust === "disabled" ? ["--disable-workspace-trust"] : []),
    // Auto shutdown is for the case that this process is killed and cannot take the server with it.
    ...(options.driver === "automation"
      ? ["--enable-smoke-test-driver", "--enable-remote-auto-shutdown"]
      : []),
  ];
  const child = spawn(options.vscode.node, args, {
    stdio: ["ignore", "pipe", "pipe"],
    detached: process.platform !== "win32",
  });
  const kill = (): void => killGroup(child, "SIGKILL");
  process.on("exit", kill);

  const log = createWriteStream(logFile);
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const { promise: listening, resolve, reject } = Promise.withResolvers<string>();
  let output = "";
  const keep = (data: Buffer): void => {
    log.write(data);
    output = (output + data.toString()).slice(-4000);
    const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
    if (port !== undefined) {
      resolve(port);
    }
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  child.on("error", (error) => reject(new Error(`VS Code's server could not be started: ${error.message}`)));
  const limit = setTimeout(
    () =>
      reject(
        new Error(
          `VS Code's server did not listen within ${START_LIMIT_MILLISECONDS / 1000} s. It said:\n${output}`,
        ),
      ),
    START_LIMIT_MILLISECONDS,
  );
  void ended.then((code) => {
    process.off("exit", kill);
    log.end();
    reject(new Error(`VS Code's server ended (exit code ${code}) instead of listening. It said:\n${output}`));
  });

  const stop = async (): Promise<void> => {
    killGroup(child, "SIGTERM");
    const force = setTimeout(kill, STOP_LIMIT_MILLISECONDS);
    await ended;
    clearTimeout(force);
    // The extension hosts are in the same group, and one that is busy may outlive the server.
    killGroup(child, "SIGKILL");
  };
  try {
    return { authority: `127.0.0.1:${await listening}`, logFile, ended, stop };
  } catch (error) {
    kill();
    throw error;
  } finally {
    clearTimeout(limit);
  }
}

/** Replaces the user's settings. A running workbench takes them over by itself. */
export async function writeUserSettings(
  dataDirectory: string,
  settings: Readonly<Record<string, unknown>>,
): Promise<void> {
  const directory = join(dataDirectory, "data", "User");
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, "settings.json"), `${JSON.stringify(settings, null, 2)}\n`);
}

/** Installs a packaged extension (`.vsix`), as the user's command *Install from VSIX…* does. */
export async function installVsix(
  vscode: VscodeServer,
  vsix: string,
  extensionsDirectory: string,
): Promise<void> {
  const dataDirectory = await mkdtemp(join(tmpdir(), "pressmark-install-"));
  const args = [
    join(vscode.directory, "out", "server-main.js"),
    ...[
      "--install-extension",
      vsix,
      "--extensions-dir",
      extensionsDirectory,
      "--server-data-dir",
      dataDirectory,
    ],
    "--accept-server-license-terms",
  ];
  const child = spawn(vscode.node, args, { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const keep = (data: Buffer): void => {
    output += data.toString();
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const code = await new Promise((resolve, reject) => child.on("close", resolve).on("error", reject));
  await rm(dataDirectory, { recursive: true, force: true });
  if (code !== 0 || !output.includes("successfully installed")) {
    throw new Error(`Installing ${vsix} failed (exit code ${String(code)}). VS Code said:\n${output}`);
  }
}

export interface WorkbenchAddress {
  /** A path, or the URI of a folder in another file system. */
  readonly folder: string;
  /** A file to open at once, with a one-based line to go to. */
  readonly file?: { readonly path: string; readonly line?: number };
  /** The folder of an extension that is not installed. Only a server with `driver: "automation"` takes it. */
  readonly extensionDevelopmentPath?: string;
  readonly extensionTestsPath?: string;
}

/** The URL at which a browser finds the workbench. */
export function workbenchUrl(authority: string, address: WorkbenchAddress): string {
  const remote = (path: string): string => `vscode-remote://${authority}${pathToFileURL(path).pathname}`;
  const payload: [string, string][] = [];
  if (address.extensionDevelopmentPath !== undefined) {
    payload.push(["extensionDevelopmentPath", remote(address.extensionDevelopmentPath)]);
  }
  if (address.extensionTestsPath !== undefined) {
    payload.push(["extensionTestsPath", remote(address.extensionTestsPath)]);
  }
  if (address.file !== undefined) {
    const line = address.file.line === undefined ? "" : `:${address.file.line}:1`;
    payload.push(["openFile", remote(address.file.path) + line]);
    if (line !== "") {
      payload.push(["gotoLineMode", "true"]);
    }
  }
  payload.push(["skipWelcome", "true"]);
  const url = new URL(`http://${authority}/`);
  const isUri = /^[a-z][a-z\d+.-]+:\//u.test(address.folder);
  url.searchParams.set("folder", isUri ? address.folder : pathToFileURL(address.folder).pathname);
  if (payload.length > 1) {
    url.searchParams.set("payload", JSON.stringify(payload));
  }
  return url.href;
}

/** Signals the server's whole process group, where there are such groups, so that no extension host stays behind. */
function killGroup(child: ChildProcess, signal: "SIGTERM" | "SIGKILL"): void {
  if (child.pid === undefined) {
    return;
  }
  try {
    if (process.platform === "win32") {
      child.kill(signal);
    } else {
      process.kill(-child.pid, signal);
    }
  } catch {
    // It is gone already.
  }
}
