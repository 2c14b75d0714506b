import { afterEach, describe, expect, test } from "vitest";
import type {
  CodeAction,
  Diagnostic,
  DocumentSymbol,
  SemanticTokens,
  SemanticTokensDelta,
  SymbolInformation,
} from "vscode-languageserver-protocol";
import {
  CHECK_TEXT_REQUEST,
  type CheckTextResult,
  CLEAN_UP_REQUEST,
  type CleanUpResult,
  FIX_ALL_KIND,
  SECTIONS_REQUEST,
} from "../../server/protocol.ts";
import { applyTextEdits, editsFor } from "../support/lsp-edits.ts";
import { readSample, readSeed } from "../support/samples.ts";
import { neovim, vscode } from "./clients.ts";
import {
  isBuilt,
  killServer,
  type Program,
  type ServerProcess,
  spawnServer,
  startServerProcess,
} from "./server-process.ts";

const uri = "untitled:Untitled-1";
const text = readSample("harbour-talks.txt");
const seed = readSeed();

let server: ServerProcess;

afterEach(() => killServer(server));

/** The programs that hold the server; the command line comes with a whole build. */
const programs: readonly Program[] = (["server", "cli"] as const).filter(
  (program) => program === "server" || isBuilt(program),
);

describe.each(programs)("the process of %s", (program) => {
  test("ends well after shutdown and exit", async () => {
    server = await startServerProcess({ program });
    expect(server.initialized.serverInfo?.name).toBe("Pressmark");
    expect(await server.stop()).toBe(0);
  });

  test("ends when its input closes without a word, and says by its exit code that nobody said goodbye", async () => {
    server = await startServerProcess({ program });
    await server.open(uri, text);
    server.process.stdin.end();
    expect(await server.ended).toBe(1);
  });

  test("ends when its input closes before it was ever spoken to", async () => {
    const child = spawnServer(program);
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.stdin.end();
    expect(await ended).toBe(1);
  });
});

test("every language id is served alike, and text that is no dump has nothing", async () => {
  server = await startServerProcess({ capabilities: neovim });
  const counts = await Promise.all(
    ["text", "plaintext", "markdown", "scraped-article"].map(async (languageId) => {
      await server.open(`file:///${languageId}`, text, languageId);
      return (await server.published(`file:///${languageId}`, 1)).length;
    }),
  );
  expect(new Set(counts).size).toBe(1);
  expect(counts[0]).toBeGreaterThan(10);
  await server.open(uri, "Buy milk.\n\nCall the plumber about the tap.\n", "text");
  expect(await server.published(uri, 1)).toEqual([]);
  expect(await server.request("textDocument/documentSymbol", { textDocument: { uri } })).toEqual([]);
  expect((await server.status(uri, 1)).articles).toEqual([]);
});

test("a text that looks too little like a dump is one when its user says so", async () => {
  server = await startServerProcess({ capabilities: neovim });
  const weak = [
    "The Mayor Opens the New Bridge Over the River",
    "12:00 GMT 06.06.2018",
    "The mayor opened it on Monday.",
    "Nobody came to see it.",
    "",
  ].join("\n");
  await server.open("untitled:plain", weak, "plaintext");
  expect((await server.status("untitled:plain", 1)).articles).toEqual([]);
  await server.open("untitled:chosen", weak, "scraped-article");
  expect((await server.status("untitled:chosen", 1)).articles).toHaveLength(1);
  const textDocument = { uri: "untitled:chosen" };
  const [article] = await server.request<DocumentSymbol[]>("textDocument/documentSymbol", { textDocument });
  expect(article?.name).toBe("The Mayor Opens the New Bridge Over the River");
});

test("the status says what it is, how sure that is, and how much was found", async () => {
  server = await startServerProcess({ capabilities: neovim, configuration: () => ({ maxFindings: 4 }) });
  await server.open(uri, text);
  const status = await server.status(uri, 1);
  expect(status.articles).toMatchObject([
    { confidence: expect.any(Number), range: { start: { line: 0, character: 0 } } },
  ]);
  expect(status.articles[0]?.formatName).not.toBe("");
  expect(status.articles[0]?.evidence.length).toBeGreaterThan(0);
  expect(status.counts).toEqual({ errors: 0, warnings: 2, notes: 6, repeats: 9 });
  expect(status.omitted).toEqual([
    "13 findings are not listed: the setting pressmark.maxFindings allows 4 per file.",
  ]);
  expect(await server.published(uri, 1)).toHaveLength(4);
});

test("semantic tokens: the delta makes the new tokens out of the old ones, and a range is a part of the whole", async () => {
  server = await startServerProcess({ capabilities: vscode });
  await server.open(uri, text);
  const textDocument = { uri };
  const full = await server.request<SemanticTokens>("textDocument/semanticTokens/full", { textDocument });
  expect(full.data.length % 5).toBe(0);
  await server.change(uri, 2, {
    range: { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } },
    text: "",
  });
  const delta = await server.request<SemanticTokensDelta>("textDocument/semanticTokens/full/delta", {
    textDocument,
    previousResultId: full.resultId,
  });
  const data = [...full.data];
  for (const { start, deleteCount, data: added = [] } of delta.edits) {
    data.splice(start, deleteCount, ...added);
  }
  const again = await server.request<SemanticTokens>("textDocument/semanticTokens/full", { textDocument });
  expect(data).toEqual(again.data);
  expect(delta.edits.flatMap((edit) => edit.data ?? []).length).toBeLessThan(full.data.length / 2);
  const stale = await server.request<SemanticTokens>("textDocument/semanticTokens/full/delta", {
    textDocument,
    previousResultId: "of another server",
  });
  expect(stale.data).toEqual(again.data);
  const range = { start: { line: 0, character: 0 }, end: { line: 4, character: 0 } };
  const part = await server.request<SemanticTokens>("textDocument/semanticTokens/range", {
    textDocument,
    range,
  });
  expect(part.data.length).toBeGreaterThan(0);
  expect(again.data.slice(0, part.data.length)).toEqual(part.data);
});

describe("a clean-up", () => {
  test("as code action and as request gives the text that the fixture states", async () => {
    server = await startServerProcess({ capabilities: vscode });
    await server.open(uri, text);
    const cleaned = readSample("harbour-talks.cleaned.txt");
    const result = await server.request<CleanUpResult>(CLEAN_UP_REQUEST, { textDocument: { uri } });
    expect(result.cleanedText).toBe(cleaned);
    expect(applyTextEdits(text, result.edits)).toBe(cleaned);
    expect(result.groups.map(({ check, count }) => [check, count])).toContainEqual(["repeated-metadata", 9]);
    expect(result.summary).toMatch(/Nothing is lost\.$/u);
    await server.open("untitled:2", cleaned);
    const again = await server.request<CleanUpResult>(CLEAN_UP_REQUEST, {
      textDocument: { uri: "untitled:2" },
    });
    expect(again).toMatchObject({
      groups: [],
      edits: [],
      cleanedText: cleaned,
      summary: "There is nothing to clean up.",
    });
  });

  test("of one article and of one check leaves the others alone", async () => {
    server = await startServerProcess({ capabilities: vscode });
    const two = readSample("two-dumps.txt");
    await server.open(uri, two);
    const params = {
      textDocument: { uri },
      position: { line: 24, character: 0 },
      checks: ["repeated-metadata"],
    };
    const { edits, groups } = await server.request<CleanUpResult>(CLEAN_UP_REQUEST, params);
    expect(groups.map(({ check }) => check)).toEqual(["repeated-metadata"]);
    expect(edits.map(({ range }) => range.start.line + 1)).toEqual([22]);
    const outside = { textDocument: { uri }, position: { line: 18, character: 0 } };
    const sections = await server.request(SECTIONS_REQUEST, {
      textDocument: { uri },
      position: { line: 24, character: 0 },
    });
    expect(sections).toMatchObject({ metadata: { start: { line: 19 } }, body: { start: { line: 36 } } });
    expect(await server.request(CLEAN_UP_REQUEST, outside)).toMatchObject({ groups: expect.any(Array) });
  });

  test("of nothing says so", async () => {
    server = await startServerProcess({ capabilities: vscode });
    await server.open(uri, "Nothing of the kind.\n");
    expect(await server.request(CLEAN_UP_REQUEST, { textDocument: { uri } })).toMatchObject({
      edits: [],
      summary: "There is no article here to clean up.",
    });
  });

  test.skipIf(seed === undefined)(
    "of the real dump gives the lines that the issue states, in its order",
    async () => {
      const raw = seed ?? "";
      server = await startServerProcess({ capabilities: neovim });
      await server.open(uri, raw);
      const [fixAll] = await server.request<CodeAction[]>("textDocument/codeAction", {
        textDocument: { uri },
        range: { start: { line: 0, character: 0 }, end: { line: 65, character: 0 } },
        context: { diagnostics: [], only: ["source.fixAll"] },
      });
      expect(fixAll?.kind).toBe(FIX_ALL_KIND);
      const { edit } = await server.request<CodeAction>("codeAction/resolve", fixAll);
      const lines = raw.split("\n");
      const line = (number: number) => lines[number - 1] ?? "";
      const between = (first: number, last: number) => lines.slice(first - 1, last);
      const [image = ""] = line(36).split("Sputnik International");
      const byline = line(45).indexOf(") ") + 1;
      const expected = [
        ...[1, 2, 4, 5, 6, 8].map(line),
        ...between(9, 16),
        ...[18, 54, 19, 62].map(line),
        ...between(22, 27),
        ...[30, 31].map(line),
        image,
        ...[42, 44].map(line),
        line(45).slice(0, byline),
        line(45).slice(byline + 1),
        between(46, 48).join(" "),
        ...between(49, 53),
        ...between(55, 61),
        between(63, 64).join(" "),
        line(65),
      ];
      expect(
        applyTextEdits(raw, editsFor(edit, uri))
          .split("\n")
          .filter((one) => one !== ""),
      ).toEqual(expected);
    },
  );
});

test("a text that is not open is checked by what it holds", async () => {
  server = await startServerProcess({ capabilities: neovim });
  const found = await server.request<CheckTextResult>(CHECK_TEXT_REQUEST, { path: "dumps/a.txt", text });
  expect(found.recognised).toBe(true);
  expect(found.findings.filter(({ severity }) => severity === "warning").map(({ code }) => code)).toEqual([
    "repeated-article-body",
    "glued-link",
  ]);
  const none = await server.request<CheckTextResult>(CHECK_TEXT_REQUEST, {
    path: "notes.txt",
    text: "Notes.\n",
  });
  expect(none).toEqual({ recognised: false, findings: [] });
});

test("symbols of all open dumps are found by the letters of their names", async () => {
  server = await startServerProcess({ capabilities: vscode });
  await server.open("file:///a.txt", text);
  await server.open("file:///b.txt", readSample("two-dumps.txt"));
  const radio = await server.request<SymbolInformation[]>("workspace/symbol", { query: "village radio" });
  expect(radio[0]).toMatchObject({
    name: expect.stringContaining("Village Radio"),
    location: { uri: "file:///b.txt" },
  });
  expect(await server.request("workspace/symbol", { query: "zzqqxx" })).toEqual([]);
});

test("a line of megabytes is answered for", async () => {
  server = await startServerProcess({ capabilities: neovim });
  const lines = text.split("\n");
  const body = lines[18] ?? "";
  lines[18] = body.repeat(Math.ceil(3_000_000 / body.length));
  await server.open(uri, lines.join("\n"));
  expect((await server.published(uri, 1)).length).toBeGreaterThan(5);
  const textDocument = { uri };
  const position = { line: 18, character: 2_500_000 };
  expect(
    await server.request<DocumentSymbol[]>("textDocument/documentSymbol", { textDocument }),
  ).toHaveLength(1);
  expect(await server.request("textDocument/hover", { textDocument, position })).toMatchObject({
    range: { start: { line: 18 } },
  });
  expect(
    await server.request("textDocument/selectionRange", { textDocument, positions: [position] }),
  ).toHaveLength(1);
  await server.change(uri, 2, { range: { start: position, end: position }, text: "x" });
  const diagnostics: Diagnostic[] = await server.published(uri, 2);
  expect(diagnostics.length).toBeGreaterThan(5);
});
