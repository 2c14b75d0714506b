import { execFileSync } from "node:child_process";
import { chmod } from "node:fs/promises";
import { join } from "node:path";
import type { Extension, Uri } from "vscode";

/** What tests need of the place that extensions run in. The tests for the web worker host are bundled with another one. */
export interface Platform {
  readonly name: "Node" | "web worker";
  /** Why `endServer` cannot be used here; undefined where it can. */
  readonly cannotEndServer: string | undefined;
  /** Loads the extension's main file, perhaps once more, as VS Code does, without activating it. In milliseconds. */
  loadExtension(extension: Extension<unknown>): Promise<number>;
  /** The language servers that the extension has started, by names of their own. */
  servers(): readonly string[];
  /** Ends a server as a crash does. */
  endServer(name: string): void;
  /** Has a file not be written over, until what is given is called. */
  protect(file: Uri): Promise<() => Promise<void>>;
}

export const platform: Platform = {
  name: "Node",
  cannotEndServer: process.platform === "linux" ? undefined : "ps is asked as Linux has it",
  loadExtension: async (extension) => {
    const { main } = extension.packageJSON as { readonly main: string };
    const file = join(extension.extensionPath, main);
    delete require.cache[file];
    // Time on the processor, not by the clock, as other processes work, too.
    const before = processorTime();
    const { activate } = require(file) as { readonly activate?: unknown };
    const milliseconds = processorTime() - before;
    if (typeof activate !== "function") {
      throw new Error("The extension's main file exports no function activate.");
    }
    return milliseconds;
  },
  servers: serverProcesses,
  endServer: (name) => {
    process.kill(Number(name), "SIGKILL");
  },
  protect: async ({ fsPath }) => {
    await chmod(fsPath, READ_ONLY);
    return () => chmod(fsPath, READ_AND_WRITE);
  },
};

const READ_ONLY = 0o444;
const READ_AND_WRITE = 0o644;

/** The use of the thread that extensions run on, in milliseconds; where Node is too old to tell, of the whole process. */
function processorTime(): number {
  const { threadCpuUsage } = process as { readonly threadCpuUsage?: typeof process.cpuUsage };
  const { user, system } = threadCpuUsage?.() ?? process.cpuUsage();
  return (user + system) / 1000;
}

/** The identifiers of the processes that this extension host has started. */
function serverProcesses(): string[] {
  const listed = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  return listed
    .split("\n")
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null)
    .filter(
      ([, , parent, command]) => Number(parent) === process.pid && /dist\/server\.js/.test(command ?? ""),
    )
    .map(([, id]) => id ?? "");
}
