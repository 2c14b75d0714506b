import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ClientCapabilities, CodeAction, TextDocumentEdit } from "vscode-languageserver-protocol";
import {
  CHECK_TEXT_REQUEST,
  type CheckTextResult,
  IGNORE_COMMAND,
  IGNORE_LISTS_NOTIFICATION,
  IGNORE_REQUEST,
  IGNORED_ENTRIES_REQUEST,
  type IgnoreCommandArgument,
  type IgnoredEntriesResult,
  type IgnoreResult,
  LEARN_REQUEST,
  type LearnResult,
  REMOVE_IGNORED_REQUEST,
} from "../../server/protocol.ts";
import { applyTextEdits } from "../support/lsp-edits.ts";
import { readSample } from "../support/samples.ts";
import { eglot, neovim, vscode } from "./clients.ts";
import { killServer, type ServerProcess, startServerProcess } from "./server-process.ts";

const text = readSample("harbour-talks.txt");
const dateLine = text.split("\n").indexOf("28 February 2023, 16:20 GMT");

let folder: string;
let server: ServerProcess;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pressmark ignore-"));
});

afterEach(() => {
  killServer(server);
  rmSync(folder, { recursive: true, force: true });
});

function uriOf(path: string): string {
  return pathToFileURL(join(folder, path)).href;
}

const list = (...ignored: readonly object[]): string => JSON.stringify({ version: 1, ignored });

/** What the menu on the line of the first stray date offers to ignore. */
async function ignoreActions(uri: string, line = dateLine): Promise<CodeAction[]> {
  const range = { start: { line, character: 1 }, end: { line, character: 1 } };
  const actions = await server.request<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri },
    range,
    context: { diagnostics: [] },
  });
  return actions.filter(({ title }) => title.startsWith("Ignore"));
}

test("the sample has the date that is ignored here", () => {
  expect(dateLine).toBeGreaterThan(0);
});

describe("a client that sends the ignore files", () => {
  const uri = "vscode-remote://host/case%20one/dumps/talks.txt";
  const root = "vscode-remote://host/case one";

  async function start(ignored: string | null): Promise<void> {
    server = await startServerProcess({
      capabilities: vscode,
      initialization: { initializationOptions: { ignoreLists: [{ uri: root, text: ignored }] } },
    });
    await server.open(uri, text);
  }

  async function ignoredCount(version: number): Promise<number> {
    return (await server.status(uri, version)).ignored;
  }

  test("has them honoured from the start, and told how many findings that are", async () => {
    await start(list({ check: "stray-date", file: "dumps/talks.txt" }));
    expect(await ignoredCount(1)).toBe(2);
    expect(await ignoreActions(uri)).toEqual([]);
  });

  test("has changes honoured, and is asked to look again", async () => {
    await start(null);
    expect(await ignoredCount(1)).toBe(0);
    const refreshed = new Promise<void>((resolve) =>
      server.connection.onRequest("workspace/diagnostic/refresh", () => {
        resolve();
        return null;
      }),
    );
    await server.connection.sendNotification(IGNORE_LISTS_NOTIFICATION, {
      folders: [{ uri: root, text: list({ check: "stray-date", file: "dumps/talks.txt" }) }],
    });
    await refreshed;
    expect(await ignoreActions(uri)).toEqual([]);
  });

  test("gets a command with ids for arguments, asks what the file becomes, and gets what is in it", async () => {
    await start(null);
    const actions = await ignoreActions(uri);
    expect(actions.map(({ title }) => title)).toEqual([
      "Ignore this finding",
      "Ignore stray-date in this file",
      expect.stringMatching(/^Ignore stray-date for [a-z0-9.-]+$/u),
    ]);
    let ignored: string | null = null;
    for (const { command } of actions) {
      expect(command?.command).toBe(IGNORE_COMMAND);
      const argument = command?.arguments?.[0] as IgnoreCommandArgument;
      expect(Object.keys(argument).sort()).toEqual(["fingerprint", "scope", "uri"]);
      const { fingerprint, scope } = argument;
      const params = { textDocument: { uri }, fingerprint, scope, list: ignored };
      const result: IgnoreResult = await server.request(IGNORE_REQUEST, params);
      expect(result.problem).toBeNull();
      ignored = result.list;
    }
    const { entries, problem } = await server.request<IgnoredEntriesResult>(IGNORED_ENTRIES_REQUEST, {
      list: ignored,
    });
    expect(problem).toBeNull();
    expect(entries.map(({ check, file, isWholeCheck }) => [check, file, isWholeCheck])).toEqual([
      ["stray-date", "dumps/talks.txt", true],
      ["stray-date", "dumps/talks.txt", false],
      ["stray-date", null, true],
    ]);
    expect(entries[1]?.text).toBe("28 February 2023, 16:20 GMT");
    const left = await server.request<IgnoreResult>(REMOVE_IGNORED_REQUEST, {
      list: ignored,
      keys: entries.slice(1).map(({ key }) => key),
    });
    expect(left.list).toBe(
      '{\n  "version": 1,\n  "ignored": [\n    { "check": "stray-date", "file": "dumps/talks.txt" }\n  ]\n}\n',
    );
  });

  test("is told why a file is not changed", async () => {
    await start(null);
    const [first] = await ignoreActions(uri);
    const argument = first?.command?.arguments?.[0] as IgnoreCommandArgument;
    const params = { textDocument: { uri }, ...argument, list: "{" };
    const result = await server.request<IgnoreResult>(IGNORE_REQUEST, params);
    expect(result.list).toBeNull();
    expect(result.problem).toMatch(/no JSON/u);
  });

  test("has texts that are not open checked by the same file, and by what their site repeats", async () => {
    await start(list({ check: "stray-date", file: "other.txt" }));
    const check = (extra: object) =>
      server.request<CheckTextResult>(CHECK_TEXT_REQUEST, { path: "other.txt", text, ...extra });
    const dates = (result: CheckTextResult) =>
      result.findings.filter(({ code }) => code === "stray-date").length;
    expect(dates(await check({}))).toBe(2);
    expect(dates(await check({ uri: `${root}/other.txt` }))).toBe(0);

    const line = "The Courier keeps all its letters, and you keep the Courier.";
    const page = (index: number) =>
      `https://courier.example/2024061${index}/the-ferry-of-kettle-11800421${index}.html
2024-06-1${index}T08:20:00+00:00
The Ferry of Kettle Is Late Again for the ${index}th Time
The ferry of Kettle left ${index} minutes late, which its captain put down to the fog above the river.
${line}
Its ${index} passengers had to wait at the quay, said the mayor, who has asked for a second boat.
`;
    const texts = [1, 2, 3, 4, 5].map(page);
    const { learned } = await server.request<LearnResult>(LEARN_REQUEST, { texts });
    expect(learned.map(({ host }) => host)).toEqual(["courier.example"]);
    const found = await server.request<CheckTextResult>(CHECK_TEXT_REQUEST, {
      path: "6.txt",
      text: page(6),
      learned,
    });
    expect(found.findings.map(({ code }) => code)).toEqual(["boilerplate"]);
  });
});

describe("a client that leaves the ignore files to the server", () => {
  function write(path: string, content: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }

  const creating: ClientCapabilities = {
    ...eglot,
    workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ["create"] } },
  };

  test("has the one of its root read, wherever the dump lies below it", async () => {
    write(".pressmark/ignore.json", list({ check: "stray-date", file: "a b/ö.txt" }));
    server = await startServerProcess({ capabilities: neovim, initialization: { rootUri: uriOf("") } });
    await server.open(uriOf("a b/ö.txt"), text);
    const diagnostics = await server.published(uriOf("a b/ö.txt"), 1);
    expect(diagnostics.map(({ code }) => code)).not.toContain("stray-date");
    expect((await server.status(uriOf("a b/ö.txt"), 1)).ignored).toBe(2);
  });

  test("gets an edit that creates the file, which then holds, and one that adds to it", async () => {
    const uri = uriOf("talks.txt");
    server = await startServerProcess({ capabilities: creating, initialization: { rootUri: uriOf("") } });
    await server.open(uri, text);
    await server.published(uri, 1);
    const [first] = await ignoreActions(uri);
    const [create, edit] = first?.edit?.documentChanges ?? [];
    expect(create).toEqual({
      kind: "create",
      uri: uriOf(".pressmark/ignore.json"),
      options: { ignoreIfExists: true },
    });
    write(".pressmark/ignore.json", applyTextEdits("", (edit as TextDocumentEdit).edits as never));
    await server.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [] });
    const before = readFileSync(join(folder, ".pressmark/ignore.json"), "utf8");
    expect(JSON.parse(before).ignored).toHaveLength(1);
    const second = text.split("\n").indexOf("21 February 2023, 06:55 GMT");
    const again = await vi.waitFor(async () => {
      const left = await ignoreActions(uri);
      expect(left).toEqual([]);
      return ignoreActions(uri, second);
    });
    const change = again[0]?.edit?.documentChanges?.[1] as TextDocumentEdit;
    const after = applyTextEdits(before, change.edits as never);
    expect(JSON.parse(after).ignored).toHaveLength(2);
    expect(after.startsWith(before.slice(0, 30))).toBe(true);
  });

  test("is offered nothing where it cannot create files, or has no folder", async () => {
    server = await startServerProcess({ capabilities: neovim, initialization: { rootUri: uriOf("") } });
    await server.open(uriOf("talks.txt"), text);
    expect(await ignoreActions(uriOf("talks.txt"))).toEqual([]);
    killServer(server);
    server = await startServerProcess({ capabilities: creating });
    await server.open("untitled:1", text);
    expect(await ignoreActions("untitled:1")).toEqual([]);
  });

  test("is not kept from anything by a file that is no list", async () => {
    write(".pressmark/ignore.json", "{ broken");
    server = await startServerProcess({ capabilities: creating, initialization: { rootUri: uriOf("") } });
    await server.open(uriOf("talks.txt"), text);
    const diagnostics = await server.published(uriOf("talks.txt"), 1);
    expect(diagnostics.map(({ code }) => code)).toContain("stray-date");
    expect(await ignoreActions(uriOf("talks.txt"))).toEqual([]);
  });
});
