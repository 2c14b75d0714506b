import { PassThrough } from "node:stream";
import { afterEach, expect, test } from "vitest";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { STATUS_NOTIFICATION, type StatusParams } from "../../server/protocol.ts";
import type { Runtime } from "../../server/wiring/runtime.ts";
import { startServer } from "../../server/wiring/start-server.ts";
import { OutOfTime } from "../../server/wiring/time-limit.ts";
import { readSample } from "../support/samples.ts";

let client: ProtocolConnection | undefined;

afterEach(() => client?.dispose());

/** A server in this process, in which what takes long is stopped at once. */
async function startHastyServer(isHasty: () => boolean) {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(toServer),
    new StreamMessageWriter(toClient),
  );
  const runtime: Runtime = {
    nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
    now: () => performance.now(),
    delay: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds).unref()),
    alarm: () => () => {},
    bounded: (milliseconds, step) => {
      if (isHasty()) {
        throw new OutOfTime(milliseconds, false);
      }
      return step();
    },
    session: "test",
    checkDocumentation: undefined,
  };
  startServer(server, runtime);
  const connection = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  client = connection;
  const statuses: StatusParams[] = [];
  let arrived = (): void => {};
  connection.onNotification(STATUS_NOTIFICATION, (status: StatusParams) => {
    statuses.push(status);
    arrived();
  });
  connection.listen();
  await connection.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
  await connection.sendNotification("initialized", {});
  return {
    connection,
    nextStatus: async (): Promise<StatusParams | undefined> => {
      if (statuses.length === 0) {
        await new Promise<void>((resolve) => {
          arrived = resolve;
        });
      }
      return statuses.shift();
    },
  };
}

test("who waits for a check that was stopped is told so, and what is found when the text is another one", async () => {
  let isHasty = true;
  const { connection, nextStatus } = await startHastyServer(() => isHasty);
  const uri = "file:///dump.txt";
  const text = readSample("harbour-talks.txt");
  await connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "scraped-article", version: 1, text },
  });
  expect(await nextStatus()).toMatchObject({
    version: 1,
    articles: [],
    stopped: "Checking took more than 30 s and was stopped. It is tried again when the text changes.",
  });
  isHasty = false;
  await connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: `${text}\n` }],
  });
  const status = await nextStatus();
  expect(status).toMatchObject({ version: 2, articles: [{ range: { start: { line: 0 } } }] });
  expect(status?.stopped).toBeUndefined();
});
