import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from "vscode-languageserver/browser";
import type { Runtime } from "../wiring/runtime.ts";
import { startServer } from "../wiring/start-server.ts";

// The script of a worker; whoever started the worker is the client.
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
);

connection.onExit(() => self.close());

// A fault outside any request leaves the state unknown: the client ends a worker that has one, and starts another. It hears
// of what is thrown, but not of what a promise was rejected with.
self.addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  reportError(event.reason);
});

startServer(connection, browserRuntime());

/** There are no files here: the client reads them and sends what the server must know of them. */
function browserRuntime(): Runtime {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port2.onmessage = () => waiting.shift()?.();
  return {
    // A message to oneself comes behind those that have arrived. A timer would do the same, four milliseconds later.
    nextTurn: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        port1.postMessage(null);
      }),
    delay: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    session: Date.now().toString(36),
    checkDocumentation: undefined,
  };
}
