import type { Uri } from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  type MessageTransports,
} from "vscode-languageclient/browser";

/** As an argument of `Uri.toString`: an address for the browser, which does its own escaping. */
const SKIP_ENCODING = true;

/**
 * Starts the server's script in a worker.
 *
 * @param log Told when the worker ended by a fault.
 * @returns both ends of the line. Closing it ends the worker; a fault of the worker closes it, so that the session starts
 * another one, as it does when a process dies.
 */
export function startServerWorker(script: Uri, log: (message: string) => void): MessageTransports {
  const worker = new Worker(script.toString(SKIP_ENCODING));
  return { reader: new WorkerReader(worker, log), writer: new WorkerWriter(worker) };
}

class WorkerReader extends BrowserMessageReader {
  constructor(worker: Worker, log: (message: string) => void) {
    super(worker);
    worker.addEventListener("error", ({ lineno, colno }) => {
      // Without the message, which may quote a dump.
      log(`The language server ended by a fault at ${lineno}:${colno} of its script.`);
      worker.terminate();
      this.fireClose();
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
