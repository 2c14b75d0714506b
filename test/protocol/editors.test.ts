import { afterEach, describe, expect, test } from "vitest";
import {
  type CodeAction,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentDiagnosticReport,
  type Hover,
  type SymbolInformation,
} from "vscode-languageserver-protocol";
import { FIX_ALL_KIND } from "../../server/protocol.ts";
import { applyTextEdits, editsFor } from "../support/lsp-edits.ts";
import { readSample } from "../support/samples.ts";
import { ale, bytesOnly, eglot, neovim, vscode } from "./clients.ts";
import { type ClientOptions, killServer, type ServerProcess, startServerProcess } from "./server-process.ts";

const uri = "file:///somewhere/harbour-talks.txt";
const text = readSample("harbour-talks.txt");
const lines = text.split("\n");

let server: ServerProcess;

async function start(options: ClientOptions): Promise<void> {
  server = await startServerProcess(options);
}

afterEach(() => killServer(server));

function wholeRange() {
  return { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
}

function summary(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, range }) => `${range.start.line + 1}-${range.end.line + 1} ${code}`);
}

/** What is wrong with the sample, as its fixture's reading has it. */
const expected = [
  "3-3 repeated-metadata",
  "7-7 repeated-metadata",
  "19-19 repeated-article-body",
  "22-22 repeated-metadata",
  "23-23 repeated-metadata",
  "30-31 repeated-metadata",
  "34-37 repeated-metadata",
  "38-38 glued-link",
  "38-41 repeated-metadata",
  "42-43 repeated-metadata",
  "45-45 repeated-metadata",
  "47-47 glued-dateline",
  "48-49 wrapped-paragraph",
  "53-55 wrapped-paragraph",
  "57-57 stray-date",
  "66-66 stray-date",
  "67-68 wrapped-paragraph",
];

describe("VS Code", () => {
  const options = { capabilities: vscode, initialization: { rootUri: "file:///somewhere" } };

  async function pull(previousResultId?: string): Promise<DocumentDiagnosticReport> {
    const params = { textDocument: { uri }, ...(previousResultId === undefined ? {} : { previousResultId }) };
    return server.request("textDocument/diagnostic", params);
  }

  test("pulls diagnostics, is told when nothing changed, and gets no pushed ones", async () => {
    await start(options);
    expect(server.initialized.capabilities.positionEncoding).toBe("utf-16");
    let pushed = 0;
    server.connection.onNotification("textDocument/publishDiagnostics", () => {
      pushed++;
    });
    await server.open(uri, text, "scraped-article");
    const first = await pull();
    expect(first.kind === "full" && summary(first.items)).toEqual(expected);
    const { resultId } = first as { readonly resultId: string };
    expect(await pull(resultId)).toEqual({ kind: "unchanged", resultId });
    // A letter in a paragraph that the article on one line lacks changes no finding.
    await server.change(uri, 2, {
      range: { start: { line: 49, character: 0 }, end: { line: 49, character: 1 } },
      text: "X",
    });
    expect(await pull(resultId)).toEqual({ kind: "unchanged", resultId });
    await server.change(uri, 3, {
      range: { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } },
      text: "",
    });
    const third = await pull(resultId);
    expect(third.kind === "full" && third.items.length).toBe(expected.length - 1);
    expect(pushed).toBe(0);
  });

  test("gets everything that it can show of a diagnostic", async () => {
    await start({
      ...options,
      initialization: { initializationOptions: { checkDocumentation: "file:///docs/" } },
    });
    await server.open(uri, text, "scraped-article");
    const report = await pull();
    const [headline] = report.kind === "full" ? report.items : [];
    expect(headline).toMatchObject({
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: lines[2]?.length } },
      severity: DiagnosticSeverity.Hint,
      code: "repeated-metadata",
      codeDescription: { href: "file:///docs/repeated-metadata.md" },
      source: "pressmark",
      tags: [DiagnosticTag.Unnecessary],
      relatedInformation: [{ location: { uri, range: { start: { line: 1, character: 0 } } } }],
      data: { check: "repeated-metadata" },
    });
  });

  test("resolves the edit of an action when it is chosen, for the version it was offered for", async () => {
    await start(options);
    await server.open(uri, text, "scraped-article");
    const params = {
      textDocument: { uri },
      range: wholeRange(),
      context: { diagnostics: [], only: [FIX_ALL_KIND] },
    };
    const [fixAll, ...others] = await server.request<CodeAction[]>("textDocument/codeAction", params);
    expect(others).toEqual([]);
    expect(fixAll?.edit).toBeUndefined();
    const resolved = await server.request<CodeAction>("codeAction/resolve", fixAll);
    expect(resolved.edit?.documentChanges).toMatchObject([{ textDocument: { uri, version: 1 } }]);
    expect(applyTextEdits(text, editsFor(resolved.edit, uri))).toBe(readSample("harbour-talks.cleaned.txt"));
    await server.change(uri, 2, { text: `${text}\nmore` });
    await expect(server.request("codeAction/resolve", fixAll)).rejects.toMatchObject({ code: -32801 });
  });

  test("settings are asked for, and asked for again when they changed", async () => {
    let configuration: unknown = { checks: { "repeated-metadata": "off" }, inlayHints: { fields: false } };
    await start({ ...options, configuration: () => configuration });
    const refreshes = { diagnostic: 0, hints: 0 };
    server.connection.onRequest("workspace/diagnostic/refresh", () => {
      refreshes.diagnostic++;
      return null;
    });
    server.connection.onRequest("workspace/semanticTokens/refresh", () => null);
    const refreshed = new Promise<void>((resolve) => {
      server.connection.onRequest("workspace/inlayHint/refresh", () => {
        refreshes.hints++;
        resolve();
        return null;
      });
    });
    await server.open(uri, text);
    const before = await pull();
    expect(before.kind === "full" && summary(before.items)).toEqual(
      expected.filter((one) => !one.includes("metadata")),
    );
    const hints = { textDocument: { uri }, range: wholeRange() };
    expect(await server.request("textDocument/inlayHint", hints)).toEqual([]);
    configuration = { maxFindings: 3 };
    await server.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await refreshed;
    expect(refreshes).toEqual({ diagnostic: 1, hints: 1 });
    const after = await pull();
    // The three most severe: both warnings, and the first of the notes.
    expect(after.kind === "full" && summary(after.items)).toEqual([
      "19-19 repeated-article-body",
      "38-38 glued-link",
      "47-47 glued-dateline",
    ]);
    expect((await server.request<unknown[]>("textDocument/inlayHint", hints)).length).toBeGreaterThan(10);
  });
});

describe("Neovim", () => {
  test("with a null root and the language text gets diagnostics pushed, with the version, and applies a fix", async () => {
    await start({ capabilities: neovim });
    await server.open(uri, text, "text");
    const diagnostics = await server.published(uri, 1);
    expect(summary(diagnostics)).toEqual(expected);
    const [first] = diagnostics;
    const actions = await server.request<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: first?.range,
      context: { diagnostics: [first] },
    });
    const fix = actions.find(({ isPreferred }) => isPreferred);
    expect(fix?.diagnostics).toEqual([first]);
    const { edit } = await server.request<CodeAction>("codeAction/resolve", fix);
    expect(edit?.changes?.[uri]).toHaveLength(1);
    await server.change(
      uri,
      2,
      ...editsFor(edit, uri).map(({ range, newText }) => ({ range, text: newText })),
    );
    expect(summary(await server.published(uri, 2))).toHaveLength(expected.length - 1);
  });

  test("is told that nothing is left when a document is closed", async () => {
    await start({ capabilities: neovim });
    await server.open(uri, text, "text");
    await server.published(uri, 1);
    const cleared = new Promise<unknown>((resolve) => {
      server.connection.onNotification("textDocument/publishDiagnostics", resolve);
    });
    await server.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
    expect(await cleared).toEqual({ uri, diagnostics: [] });
  });
});

describe("eglot", () => {
  test("asks for one kind, gets edits at once, with versions, and a plain hover", async () => {
    const folder = "file:///somewhere";
    await start({
      capabilities: eglot,
      initialization: { rootUri: folder, workspaceFolders: [{ uri: folder, name: "somewhere" }] },
    });
    await server.open(uri, text, "text");
    const diagnostics = await server.published(uri, 1);
    expect(
      diagnostics.every(
        ({ tags, relatedInformation }) => tags === undefined && relatedInformation === undefined,
      ),
    ).toBe(true);
    const glued = diagnostics.find(({ code }) => code === "glued-link");
    const actions = await server.request<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: glued?.range,
      context: { diagnostics: [glued], only: ["quickfix"] },
    });
    expect(
      actions.every(
        ({ kind, edit, data }) => kind === "quickfix" && edit !== undefined && data === undefined,
      ),
    ).toBe(true);
    const fixed = applyTextEdits(text, editsFor(actions[0]?.edit, uri)).split("\n");
    expect(fixed[37]).toMatch(/\.jpg$/u);
    expect(fixed[38]).toBe("Meridian Wire International");
    const hover = await server.request<{ contents: unknown }>("textDocument/hover", {
      textDocument: { uri },
      position: { line: 0, character: 3 },
    });
    expect(hover.contents).toMatchObject({
      kind: "plaintext",
      value: expect.stringContaining("Host: meridianwire.example"),
    });
  });
});

describe("ALE", () => {
  test("sends whole texts, and contexts without severity, source and data", async () => {
    await start({ capabilities: ale });
    await server.open(uri, "nothing yet\n", "text");
    expect(await server.published(uri, 1)).toEqual([]);
    await server.change(uri, 2, { text });
    const diagnostics = await server.published(uri, 2);
    expect(summary(diagnostics)).toEqual(expected);
    const stripped = diagnostics.slice(0, 1).map(({ range, code, message }) => ({ range, code, message }));
    const actions = await server.request<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: stripped[0]?.range,
      context: { diagnostics: stripped },
    });
    expect(actions[0]).toMatchObject({ kind: "quickfix", isPreferred: true, diagnostics: stripped });
    const fixAll = actions.find(({ kind }) => kind === FIX_ALL_KIND);
    expect(applyTextEdits(text, editsFor(fixAll?.edit, uri))).toBe(readSample("harbour-talks.cleaned.txt"));
  });

  test("gets the outline in the flat form", async () => {
    await start({ capabilities: ale });
    await server.open(uri, text, "text");
    const symbols = await server.request<SymbolInformation[]>("textDocument/documentSymbol", {
      textDocument: { uri },
    });
    expect(symbols[0]?.location.uri).toBe(uri);
    expect(symbols.find(({ name }) => name === "Body")?.containerName).toBe(symbols[0]?.name);
  });

  test("is killed, not asked to stop: the server ends with its input", async () => {
    await start({ capabilities: ale });
    server.process.stdin.end();
    expect(await server.ended).not.toBeNull();
  });
});

describe("a client that counts in bytes", () => {
  test("edits behind non-ASCII text, and is answered in bytes", async () => {
    await start({ capabilities: bytesOnly });
    expect(server.initialized.capabilities.positionEncoding).toBe("utf-8");
    const encoded = (line: number) => Buffer.byteLength(lines[line] ?? "", "utf8");
    // Line 2 holds ’ (three bytes, one UTF-16 unit): without counting bytes this would cut into the next line.
    expect(encoded(1)).toBeGreaterThan((lines[1] ?? "").length);
    await server.open(uri, text, "text");
    const [headline] = await server.published(uri, 1);
    expect(headline?.range).toEqual({
      start: { line: 2, character: 0 },
      end: { line: 2, character: encoded(2) },
    });
    await server.change(uri, 2, {
      range: { start: { line: 2, character: encoded(2) - 4 }, end: { line: 2, character: encoded(2) } },
      text: "ähem",
    });
    const length = encoded(2) - 4 + Buffer.byteLength("ähem");
    const hover = await server.request<Hover>("textDocument/hover", {
      textDocument: { uri },
      position: { line: 2, character: 0 },
    });
    expect(hover.range?.end).toEqual({ line: 2, character: length });
    await server.change(uri, 3, {
      range: { start: { line: 2, character: length - 5 }, end: { line: 2, character: length } },
      text: "Says",
    });
    expect(summary(await server.published(uri, 3))).toEqual(expected);
  });
});
