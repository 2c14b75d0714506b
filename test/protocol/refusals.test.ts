import { afterEach, describe, expect, test } from "vitest";
import { ErrorCodes, LSPErrorCodes } from "vscode-languageserver-protocol";
import { CHECK_TEXT_REQUEST } from "../../server/protocol.ts";
import { readSample } from "../support/samples.ts";
import { neovim, vscode } from "./clients.ts";
import {
  answersOf,
  frame,
  killServer,
  type ServerProcess,
  spawnServer,
  startServerProcess,
} from "./server-process.ts";

const uri = "untitled:Untitled-1";
const text = readSample("harbour-talks.txt");

let server: ServerProcess;

afterEach(() => killServer(server));

describe("requests that cannot be answered", () => {
  test.each([
    [
      "of an unknown document",
      "textDocument/hover",
      { textDocument: { uri: "file:///nowhere" }, position: { line: 0, character: 0 } },
    ],
    ["without a document", "textDocument/documentSymbol", {}],
    ["without parameters", "textDocument/foldingRange", undefined],
    ["without a position", "textDocument/hover", { textDocument: { uri } }],
    [
      "with a position of words",
      "textDocument/definition",
      { textDocument: { uri }, position: { line: "one", character: 0 } },
    ],
    [
      "with half a range",
      "textDocument/codeAction",
      { textDocument: { uri }, range: { start: { line: 0, character: 0 } }, context: {} },
    ],
    [
      "with positions that are none",
      "textDocument/selectionRange",
      { textDocument: { uri }, positions: [null] },
    ],
    [
      "with an action that is not ours",
      "codeAction/resolve",
      { title: "x", data: { uri, version: 1, target: 7 } },
    ],
    ["without a text", CHECK_TEXT_REQUEST, { path: "a.txt" }],
  ])("%s get an error, and the next one its answer", async (_, method, params) => {
    server = await startServerProcess({ capabilities: neovim });
    await server.open(uri, text);
    await expect(server.request(method, params)).rejects.toMatchObject({ code: ErrorCodes.InvalidParams });
    expect(await server.request("textDocument/documentSymbol", { textDocument: { uri } })).toHaveLength(1);
  });

  test("of an unknown method get the error for that", async () => {
    server = await startServerProcess();
    await expect(server.request("textDocument/nonsense", {})).rejects.toMatchObject({
      code: ErrorCodes.MethodNotFound,
    });
  });

  test("changes of documents that are not open, or of no form, do not end the server", async () => {
    server = await startServerProcess({ capabilities: neovim });
    await server.change("file:///nowhere", 2, { text: "x" });
    await server.connection.sendNotification("textDocument/didChange", { textDocument: { uri, version: 2 } });
    await server.connection.sendNotification("textDocument/didOpen", {});
    await server.open(uri, text);
    expect(await server.published(uri, 1)).not.toEqual([]);
  });

  test("a position far outside the text is taken for its end", async () => {
    server = await startServerProcess({ capabilities: neovim });
    await server.open(uri, text);
    const position = { line: 1_000_000, character: 1_000_000 };
    const ranges = await server.request("textDocument/selectionRange", {
      textDocument: { uri },
      positions: [position],
    });
    expect(ranges).toHaveLength(1);
  });
});

test("what is no JSON at all does not end the server", async () => {
  const child = spawnServer("server");
  try {
    const answers = answersOf(child);
    child.stdin.write("Content-Length: 5\r\n\r\n{oops");
    child.stdin.write(
      frame({ id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } }),
    );
    expect(await answers.get(1)).toMatchObject({ result: { serverInfo: { name: "Pressmark" } } });
  } finally {
    child.kill("SIGKILL");
  }
});

describe("requests that are not wanted any more", () => {
  const textDocument = { uri };
  // Nobody answers this client's questions, so it must not say that it has settings.
  const capabilities = { ...vscode, workspace: {} };

  /** The answer to request 2, sent in one piece with what comes behind it. */
  async function answerTo(method: string, behind: object) {
    const child = spawnServer("server");
    try {
      const answers = answersOf(child);
      child.stdin.write(
        frame({
          id: 1,
          method: "initialize",
          params: { processId: null, rootUri: null, capabilities },
        }),
      );
      await answers.get(1);
      const document = { uri, languageId: "text", version: 1, text };
      child.stdin.write(
        [
          { method: "initialized", params: {} },
          { method: "textDocument/didOpen", params: { textDocument: document } },
          { id: 2, method, params: { textDocument } },
          behind,
        ]
          .map(frame)
          .join(""),
      );
      return await answers.get(2);
    } finally {
      child.kill("SIGKILL");
    }
  }

  const change = {
    method: "textDocument/didChange",
    params: { textDocument: { uri, version: 2 }, contentChanges: [{ text: "" }] },
  };

  test("are answered as cancelled, not as empty", async () => {
    const cancel = { method: "$/cancelRequest", params: { id: 2 } };
    const { result, error } = await answerTo("textDocument/documentSymbol", cancel);
    expect(result).toBeUndefined();
    expect(error?.code).toBe(LSPErrorCodes.RequestCancelled);
  });

  test("because the document changed are answered so", async () => {
    const { result, error } = await answerTo("textDocument/documentSymbol", change);
    expect(result).toBeUndefined();
    expect(error?.code).toBe(LSPErrorCodes.ContentModified);
  });

  test("and were for diagnostics are to be sent again: a client would take ContentModified for no problems", async () => {
    const { error } = await answerTo("textDocument/diagnostic", change);
    expect(error).toMatchObject({ code: LSPErrorCodes.ServerCancelled, data: { retriggerRequest: true } });
  });
});
