import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ErrorCodes } from "vscode-languageserver-protocol";
import {
  CITATION_REQUEST,
  EXPORT_REQUEST,
  EXPORT_TEXT_REQUEST,
  type ExportResult,
  QUOTATION_REQUEST,
  type TextResult,
} from "../../server/protocol.ts";
import { readSample } from "../support/samples.ts";
import { vscode } from "./clients.ts";
import { killServer, type ServerProcess, startServerProcess } from "./server-process.ts";

const uri = "file:///dumps/harbour%20talks.txt";
const two = "untitled:Untitled-2";
const textDocument = { uri };
const text = readSample("harbour-talks.txt");

let server: ServerProcess;

beforeEach(async () => {
  server = await startServerProcess({ capabilities: vscode });
  await server.open(uri, text);
  await server.open(two, readSample("two-dumps.txt"));
});

afterEach(() => killServer(server));

describe("export", () => {
  test("of all articles, and of the one at a position", async () => {
    const all = await server.request<ExportResult>(EXPORT_REQUEST, {
      textDocument: { uri: two },
      format: "jsonl",
    });
    expect(all.articles).toBe(2);
    const headlines = all.text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).headline);
    expect(headlines).toEqual([
      "Village Radio Goes Off Air After Forty Years Because Its Mast Is a Listed Building",
      "Wind Farm Vote Ends in Tie for Third Time, Mayor Buys Coin",
    ]);
    const params = { textDocument: { uri: two }, format: "jsonl", position: { line: 40, character: 0 } };
    const one = await server.request<ExportResult>(EXPORT_REQUEST, params);
    expect(one.articles).toBe(1);
    expect(JSON.parse(one.text).headline).toBe(headlines[1]);
  });

  test.each(["txt", "md", "jsonl", "csv", "jsonld"])(
    "as %s of a text that is not open is the same",
    async (format) => {
      const open = await server.request<ExportResult>(EXPORT_REQUEST, { textDocument, format });
      const closed = await server.request<ExportResult>(EXPORT_TEXT_REQUEST, { path: "a.txt", text, format });
      expect(closed).toEqual(open);
      expect(open.text).toContain("Harbour Unions Angry");
    },
  );

  test("of no dump is nothing, and says so", async () => {
    const params = { path: "notes.txt", text: "Notes.\n", format: "csv" };
    expect(await server.request(EXPORT_TEXT_REQUEST, params)).toEqual({ text: "", articles: 0 });
  });

  test.each([
    [EXPORT_REQUEST, { textDocument, format: "pdf" }],
    [EXPORT_REQUEST, { textDocument, format: "constructor" }],
    [EXPORT_TEXT_REQUEST, { path: "a", text, format: undefined }],
    [CITATION_REQUEST, { textDocument, format: "bibtex", position: { line: 0, character: 0 } }],
  ])("%s in a format that there is not is an error", async (method, params) => {
    await expect(server.request(method, params)).rejects.toMatchObject({ code: ErrorCodes.InvalidParams });
  });
});

describe("quotation", () => {
  const select = (line: number, from: number, to: number, lastLine = line) => ({
    textDocument,
    range: { start: { line: line - 1, character: from }, end: { line: lastLine - 1, character: to } },
  });

  test("joins wrapped lines and says where the words stand", async () => {
    const quotation = await server.request<TextResult>(QUOTATION_REQUEST, select(48, 0, 12, 49));
    expect(quotation.text).toContain("“The dockers’ federation wants a seat at the upcoming”");
    expect(quotation.text).toContain("Published 2023-03-14T09:05+0000, updated 2023-11-02T12:40+0000");
    expect(quotation.text).toContain("harbour talks.txt, lines 48-49");
  });

  test("of nothing is nothing", async () => {
    expect(await server.request(QUOTATION_REQUEST, select(48, 4, 4))).toBeNull();
    const outside = { textDocument: { uri: two }, range: select(19, 0, 0).range };
    expect(await server.request(QUOTATION_REQUEST, outside)).toBeNull();
  });
});

test("citation of the article at a position", async () => {
  const params = { textDocument: { uri: two }, format: "csl", position: { line: 40, character: 0 } };
  const { text: csl } = await server.request<TextResult>(CITATION_REQUEST, params);
  expect(JSON.parse(csl)).toMatchObject([
    { title: "Wind Farm Vote Ends in Tie for Third Time, Mayor Buys Coin" },
  ]);
  const ris = await server.request<TextResult>(CITATION_REQUEST, { ...params, format: "ris" });
  expect(ris.text).toMatch(/^TY {2}- /u);
});
