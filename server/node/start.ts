import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { setImmediate, setTimeout } from "node:timers/promises";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startServer } from "../wiring/start-server.ts";
import { bounded } from "./bounded.ts";

/**
 * Starts the server on what the command line says: `--stdio`, `--node-ipc` (VS Code), `--socket=PORT` or `--pipe=NAME`.
 * It ends with its input, as not every editor says goodbye.
 *
 * @throws when the command line names no way to talk.
 */
export function startNodeServer(): void {
  const connection = createConnection(ProposedFeatures.all);
  // A fault outside any request leaves the state unknown: say where, without the message, which may quote a dump, and end;
  // clients start the server again.
  for (const event of ["uncaughtException", "unhandledRejection"]) {
    process.on(event, (error: unknown) => {
      const frames =
        error instanceof Error
          ? (error.stack ?? "").split("\n").filter((line) => line.includes("    at "))
          : [];
      process.stderr.write(`${["Pressmark's server ended by a fault.", ...frames].join("\n")}\n`);
      process.exit(1);
    });
  }
  startServer(connection, {
    // Twice: the connection handles one message a turn, and its next one comes behind our first turn.
    nextTurn: async () => {
      await setImmediate();
      await setImmediate();
    },
    now: () => performance.now(),
    delay: (milliseconds) => setTimeout(milliseconds, undefined, { ref: false }),
    alarm: (milliseconds, ring) => {
      const timer = globalThis.setTimeout(ring, milliseconds).unref();
      return () => clearTimeout(timer);
    },
    bounded,
    session: `${process.pid}.${Date.now().toString(36)}`,
    checkDocumentation: checkDocumentation(),
    readText,
  });
}

/** Files only (a pipe would be waited for without end), and what is not there is as good as empty. */
async function readText(uri: string): Promise<string | undefined> {
  try {
    const url = new URL(uri);
    return (await stat(url)).isFile() ? await readFile(url, "utf8") : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The checks' pages lie in docs/checks of the package. The bundle is in dist/ or, where several entries share this file,
 * in a folder below it.
 */
function checkDocumentation(): string | undefined {
  const folders = ["../docs/checks/", "../../docs/checks/"].map((path) => new URL(path, import.meta.url));
  return folders.find((folder) => existsSync(folder))?.href;
}
