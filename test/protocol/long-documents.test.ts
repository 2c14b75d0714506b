import { afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  CancellationTokenSource,
  type DocumentDiagnosticReport,
  type DocumentSymbol,
  type FoldingRange,
  LSPErrorCodes,
  type SemanticTokens,
} from "vscode-languageserver-protocol";
import { manyArticles } from "../bench/synthetic-dumps.ts";
import { readSample } from "../support/samples.ts";
import { vscode } from "./clients.ts";
import { killServer, type ServerProcess, startServerProcess } from "./server-process.ts";

/** The test bench has ten times as much; this is checked in a second or two. */
const LENGTH = 1_200_000;

const uri = "file:///long.txt";
const textDocument = { uri };
const range = { start: { line: 0, character: 0 }, end: { line: 60, character: 0 } };

let text = "";
let server: ServerProcess;

beforeAll(() => {
  text = manyArticles(7, LENGTH);
});

afterEach(() => killServer(server));

/** A request with the order in which it was answered among the others, and its error if it has one. */
function createOrder() {
  const answered: string[] = [];
  return {
    answered,
    async ask<Result>(name: string, request: Promise<Result>): Promise<Result> {
      try {
        return await request;
      } finally {
        answered.push(name);
      }
    },
  };
}

function open(): Promise<void> {
  return server.open(uri, text, "scraped-article");
}

describe("a long document that was just opened", () => {
  test("shows its outline, its folds and the tokens in view before its checks are done, and the rest when they are", async () => {
    const refreshing = { ...vscode.workspace, foldingRange: { refreshSupport: true } };
    server = await startServerProcess({ capabilities: { ...vscode, workspace: refreshing } });
    const refreshed = ["semanticTokens", "foldingRange"].map(
      (feature) =>
        new Promise<void>((resolve) => {
          server.connection.onRequest(`workspace/${feature}/refresh`, () => {
            resolve();
            return null;
          });
        }),
    );
    await open();
    const { ask, answered } = createOrder();
    const report = ask("diagnostics", server.request("textDocument/diagnostic", { textDocument }));
    const tokens = ask(
      "tokens",
      server.request<SemanticTokens>("textDocument/semanticTokens/range", { textDocument, range }),
    );
    const folds = ask("folds", server.request<FoldingRange[]>("textDocument/foldingRange", { textDocument }));
    const symbols = ask(
      "symbols",
      server.request<DocumentSymbol[]>("textDocument/documentSymbol", { textDocument }),
    );
    await report;
    expect(answered.at(-1)).toBe("diagnostics");
    expect(answered).toHaveLength(4);
    expect((await symbols).length).toBeGreaterThan(100);
    const early = (await tokens).data;
    expect(early.length).toBeGreaterThan(50);
    expect((await folds).length).toBeGreaterThan(100);
    await Promise.all(refreshed);
    const whole = await server.request<SemanticTokens>("textDocument/semanticTokens/range", {
      textDocument,
      range,
    });
    // That something can go is what checks tell.
    expect(whole.data).not.toEqual(early);
  });

  test("lets others have their turn while it is checked", async () => {
    server = await startServerProcess({ capabilities: vscode });
    const other = { uri: "file:///short.txt" };
    await server.open(other.uri, readSample("harbour-talks.txt"), "scraped-article");
    await server.request("textDocument/diagnostic", { textDocument: other });
    await open();
    let isDone = false;
    const report = server.request("textDocument/diagnostic", { textDocument }).then(() => {
      isDone = true;
    });
    let answers = 0;
    while (!isDone) {
      await server.request("textDocument/hover", {
        textDocument: other,
        position: { line: 0, character: 1 },
      });
      answers++;
    }
    await report;
    // In one go there were two or three.
    expect(answers).toBeGreaterThan(20);
  });
});

describe("a request about a long document", () => {
  const errorOf = (request: Promise<unknown>): Promise<number | undefined> =>
    request.then(
      () => undefined,
      ({ code }: { readonly code: number }) => code,
    );

  test("that is cancelled ends so before the checks are done, which go on for others", async () => {
    server = await startServerProcess({ capabilities: vscode });
    await open();
    const { ask, answered } = createOrder();
    const source = new CancellationTokenSource();
    const cancelled = ask(
      "cancelled",
      errorOf(
        server.connection.sendRequest("textDocument/semanticTokens/full", { textDocument }, source.token),
      ),
    );
    const report = ask("diagnostics", server.request("textDocument/diagnostic", { textDocument }));
    // By its answer the document is read, and its checks have begun.
    await server.request("textDocument/documentSymbol", { textDocument });
    source.cancel();
    expect(await cancelled).toBe(LSPErrorCodes.RequestCancelled);
    expect(answered).toEqual(["cancelled"]);
    expect(await report).toMatchObject({ kind: "full" });
  });

  test("whose document changes ends so at once, and what was begun serves the next version", async () => {
    server = await startServerProcess({ capabilities: vscode });
    await open();
    const { ask, answered } = createOrder();
    const stale = [
      ask("tokens", errorOf(server.request("textDocument/semanticTokens/full", { textDocument }))),
      ask("diagnostics", errorOf(server.request("textDocument/diagnostic", { textDocument }))),
    ];
    await server.request("textDocument/documentSymbol", { textDocument });
    await server.change(uri, 2, { range: { start: range.start, end: range.start }, text: "New " });
    const report = ask(
      "next",
      server.request<DocumentDiagnosticReport>("textDocument/diagnostic", { textDocument }),
    );
    expect(await Promise.all(stale)).toEqual([
      LSPErrorCodes.ContentModified,
      // A client takes ContentModified for no problems any more.
      LSPErrorCodes.ServerCancelled,
    ]);
    expect(answered).toHaveLength(2);
    const after = await report;
    const fresh = await startServerProcess({ capabilities: vscode });
    try {
      await fresh.open(uri, `New ${text}`, "scraped-article");
      const expected = await fresh.request<DocumentDiagnosticReport>("textDocument/diagnostic", {
        textDocument,
      });
      expect(after).toEqual({ ...expected, resultId: expect.any(String) });
    } finally {
      killServer(fresh);
    }
  });
});

test("of more findings than are listed those that come into view are listed when it rests", async () => {
  const settings = { maxFindings: 30 };
  server = await startServerProcess({ capabilities: vscode, configuration: () => settings });
  let refreshed = (): void => {};
  server.connection.onRequest("workspace/diagnostic/refresh", () => {
    refreshed();
    return null;
  });
  const dumps = manyArticles(7, 60_000);
  await server.open(uri, dumps, "scraped-article");
  const lines = async (): Promise<readonly number[]> => {
    const report = await server.request<DocumentDiagnosticReport>("textDocument/diagnostic", {
      textDocument,
    });
    return report.kind === "full" ? report.items.map((item) => item.range.start.line) : [];
  };
  const before = await lines();
  expect(before).toHaveLength(settings.maxFindings);
  const last = dumps.split("\n").length - 1;
  const end = { start: { line: last - 40, character: 0 }, end: { line: last, character: 0 } };
  const isRefreshed = new Promise<void>((resolve) => {
    refreshed = resolve;
  });
  await server.request("textDocument/inlayHint", { textDocument, range: end });
  await isRefreshed;
  const after = await lines();
  expect(after).toHaveLength(settings.maxFindings);
  expect(after.filter((line) => line > last - 100).length).toBeGreaterThan(
    before.filter((line) => line > last - 100).length,
  );
});

test("who asked before the settings changed, and who asked since, are answered by the new ones", async () => {
  server = await startServerProcess({ capabilities: vscode });
  let answerFirst = (): void => {};
  const isToBeAnswered = new Promise<void>((resolve) => {
    answerFirst = resolve;
  });
  let asked = 0;
  server.connection.onRequest("workspace/configuration", async () => {
    asked++;
    const isFirst = asked === 1;
    if (isFirst) {
      await isToBeAnswered;
    }
    return [{ maxFindings: isFirst ? 30 : 40 }];
  });
  server.connection.onRequest("workspace/diagnostic/refresh", () => null);
  await open();
  const report = () => server.request<DocumentDiagnosticReport>("textDocument/diagnostic", { textDocument });
  const before = report();
  await server.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
  const since = report();
  // The text is read by now, and its checks are under way.
  await server.request("textDocument/documentSymbol", { textDocument });
  answerFirst();
  const counts = (await Promise.all([before, since])).map((answer) =>
    answer.kind === "full" ? answer.items.length : answer.kind,
  );
  expect(counts).toEqual([40, 40]);
  expect(asked).toBe(2);
});
