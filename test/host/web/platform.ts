import * as vscode from "vscode";
import { WORKER_FAULT } from "../../../server/protocol.ts";
import type { Platform } from "../suite/platform.ts";

/** As much of a browser's worker as is used here. */
interface ServerWorker extends EventTarget {
  terminate(): void;
}

type WorkerClass = new (script: string) => ServerWorker;

/** Loading is short and other processes work too, so that the best of a few counts. */
const LOADS = 5;

export const platform: Platform = {
  name: "web worker",
  cannotEndServer: undefined,
  loadExtension: async ({ extensionUri, packageJSON }) => {
    const { browser } = packageJSON as { readonly browser: string };
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, browser));
    const script = new TextDecoder().decode(bytes);
    return Math.min(...Array.from({ length: LOADS }, () => load(script)));
  },
  ...observeWorkers(),
  // The memory knows no permissions: a folder stands in the way of the file by which the other one would be replaced.
  protect: async (file) => {
    const obstacle = file.with({ path: `${file.path}.new` });
    await vscode.workspace.fs.createDirectory(obstacle);
    return async () => {
      await vscode.workspace.fs.delete(obstacle, { recursive: true });
    };
  },
};

/** As VS Code's web worker host loads an extension. */
function load(script: string): number {
  const before = performance.now();
  const module = { exports: {} as { readonly activate?: unknown } };
  new Function("module", "exports", "require", script)(module, module.exports, () => vscode);
  const milliseconds = performance.now() - before;
  if (typeof module.exports.activate !== "function") {
    throw new Error("The extension's main file exports no function activate.");
  }
  return milliseconds;
}

/** The tests run in the same worker as the extension, and before it: what it starts from now on is counted. */
function observeWorkers(): Pick<Platform, "servers" | "endServer"> {
  const running = new Map<string, ServerWorker>();
  const scope = globalThis as unknown as { Worker: WorkerClass };
  let count = 0;
  scope.Worker = new Proxy(scope.Worker, {
    construct(original, [script]: [string]) {
      const worker = new original(script);
      if (script.endsWith("/server-browser.js")) {
        const name = String(++count);
        const terminate = worker.terminate.bind(worker);
        worker.terminate = () => {
          running.delete(name);
          terminate();
        };
        running.set(name, worker);
      }
      return worker;
    },
  });
  return {
    servers: () => [...running.keys()],
    // What the server says of itself after a fault; nothing that can be sent to it makes it have one.
    endServer: (name) => {
      const data = { jsonrpc: "2.0", method: WORKER_FAULT };
      running.get(name)?.dispatchEvent(new MessageEvent("message", { data }));
    },
  };
}
