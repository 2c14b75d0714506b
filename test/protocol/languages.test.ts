import { readFile } from "node:fs/promises";
import { afterEach, describe, expect, test } from "vitest";
import type { CodeAction, DocumentDiagnosticReport, DocumentSymbol } from "vscode-languageserver-protocol";
import { inProject } from "../../build/paths.ts";
import { readSample } from "../support/samples.ts";
import { vscode } from "./clients.ts";
import { killServer, type ServerProcess, startServerProcess } from "./server-process.ts";

const uri = "file:///somewhere/harbour-talks.txt";
const text = readSample("harbour-talks.txt");

let server: ServerProcess;

afterEach(() => killServer(server));

/** What a reader is told about the sample: findings, what lies beside them, names of the outline, titles of the menu. */
async function told(locale: string, messages?: unknown): Promise<readonly string[]> {
  server = await startServerProcess({
    capabilities: vscode,
    initialization: {
      rootUri: "file:///somewhere",
      locale,
      initializationOptions: messages === undefined ? {} : { messages },
    },
  });
  await server.open(uri, text, "scraped-article");
  const textDocument = { uri };
  const report = await server.request<DocumentDiagnosticReport>("textDocument/diagnostic", { textDocument });
  const symbols = await server.request<DocumentSymbol[]>("textDocument/documentSymbol", { textDocument });
  const range = { start: { line: 0, character: 0 }, end: { line: 60, character: 0 } };
  const actions = await server.request<CodeAction[]>("textDocument/codeAction", {
    textDocument,
    range,
    context: { diagnostics: [] },
  });
  const { articles } = await server.status(uri, 1);
  const found = report.kind === "full" ? report.items : [];
  return [
    ...found.map(({ message }) => String(message)),
    ...found.flatMap(({ relatedInformation = [] }) => relatedInformation.map(({ message }) => message)),
    ...(symbols[0]?.children ?? []).map(({ name }) => name),
    ...actions.map(({ title }) => title),
    ...articles.flatMap(({ formatName, evidence }) => [formatName, ...evidence]),
  ];
}

describe("the server", () => {
  test.each(["de", "fr", "ru"])("speaks %s, all of it", async (language) => {
    const english = await told("en");
    killServer(server);
    const messages = JSON.parse(await readFile(inProject(`l10n/bundle.l10n.${language}.json`), "utf8"));
    const translated = await told(language, messages);
    expect(translated.length).toBe(english.length);
    expect(english.length).toBeGreaterThan(40);
    // "Metadata" is called alike nowhere; and no message of this sample is the same in two of the languages.
    expect(translated.filter((message, index) => message === english[index])).toEqual([]);
  });

  test("speaks English where nobody brings messages of another language", async () => {
    expect(await told("de")).toContain("Two identical headlines one after the other");
  });
});
