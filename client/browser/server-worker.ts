import { l10n, type Uri } from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  type MessageTransports,
} from "vscode-languageclient/browser";
import { WORKER_FAULT, WORKER_READY } from "../../server/protocol.ts";

/** As an argument of `Uri.toString`: an address for the browser, which does its own escaping. */
const SKIP_ENCODING = true;

/** A script of one megabyte comes within this time on the slowest lines, or not at all. */
const LOAD_LIMIT_MILLISECONDS = 60_000;

/**
 * Starts the server's script in a worker. VS Code does not hand on the `error` events of an extension's workers, so the script
 * itself says that it is there, and later that it has come to harm.
 *
 * @returns both ends of the line. Closing it ends the worker; a fault of the server closes it, so that the session starts
 * another one, as it does when a process dies.
 * @throws an Error in plain words when the script does not run.
 */
export async function startServerWorker(script: Uri): Promise<MessageTransports> {
  const worker = new Worker(script.toString(SKIP_ENCODING));
  try {
    await untilReady(worker);
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return { reader: new WorkerReader(worker), writer: new WorkerWriter(worker) };
}

function untilReady(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(
      () => reject(new Error(l10n.t("Its script could not be loaded. Reload the window to try again."))),
      LOAD_LIMIT_MILLISECONDS,
    );
    worker.addEventListener("message", ({ data }) => {
      if (isNotification(data, WORKER_READY)) {
        clearTimeout(limit);
        resolve();
      }
    });
  });
}

class WorkerReader extends BrowserMessageReader {
  constructor(worker: Worker) {
    super(worker);
    worker.addEventListener("message", ({ data }) => {
      if (isNotification(data, WORKER_FAULT)) {
        worker.terminate();
        this.fireClose();
      }
    });
  }
}

class WorkerWriter extends BrowserMessageWriter {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    super(worker);
    this.#worker = worker;
  }

  override end(): void {
    this.#worker.terminate();
  }
}

function isNotification(message: unknown, method: string): boolean {
  return (message as { readonly method?: unknown } | null)?.method === method;
}
