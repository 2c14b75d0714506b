import { deepStrictEqual, match, ok, strictEqual } from "node:assert";
import * as vscode from "vscode";
import {
  closeAll,
  copyOfSample,
  exists,
  findingsOf,
  inWorkspace,
  openArticle,
  pause,
  readText,
  waitFor,
  waitForFindings,
} from "./support.ts";

const FIRST_DATE = 56;

function strayDates(uri: vscode.Uri): number {
  return findingsOf(uri).filter(({ code }) => (typeof code === "object" ? code.value : code) === "stray-date")
    .length;
}

async function ignoreActions(uri: vscode.Uri): Promise<vscode.CodeAction[]> {
  const place = new vscode.Range(FIRST_DATE, 1, FIRST_DATE, 1);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    uri,
    place,
    vscode.CodeActionKind.QuickFix.value,
  );
  return actions.filter(({ title }) => title.startsWith("Ignore"));
}

async function run({ command }: vscode.CodeAction): Promise<void> {
  ok(command);
  await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

/**
 * Opens the list of what is ignored, ticks the first entry and accepts. Nothing tells when the list is open, and Enter that comes
 * before the tick closes it with nothing chosen; so it is given time first, and more with each attempt.
 */
async function chooseFirstIgnored(attempt: number): Promise<void> {
  const managed = Promise.resolve(vscode.commands.executeCommand("pressmark.manageIgnored"));
  await pause(attempt * 150);
  for (const command of [
    "quickInput.first",
    "quickInput.toggleCheckbox",
    "workbench.action.acceptSelectedQuickOpenItem",
  ]) {
    await vscode.commands.executeCommand(command);
  }
  await Promise.race([managed, pause(1_000)]);
  await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
  await managed;
}

describe("ignoring", () => {
  const list = inWorkspace(".pressmark", "ignore.json");

  afterEach(async () => {
    await closeAll();
    if (await exists(list)) {
      await vscode.workspace.fs.delete(list);
    }
  });

  it("a finding writes it into the folder's file, and it is gone until it is taken out again", async () => {
    const { document } = await openArticle(await copyOfSample("harbour-talks.txt", "ignored.txt"));
    await waitForFindings(document.uri);
    await waitFor("both dates are found", () => strayDates(document.uri) === 2);
    const actions = await ignoreActions(document.uri);
    strictEqual(actions.length, 3);
    await run(actions[0] as vscode.CodeAction);
    await waitFor("one date is left", () => strayDates(document.uri) === 1);
    const text = await readText(list);
    const { ignored } = JSON.parse(text) as { readonly ignored: readonly Record<string, string>[] };
    deepStrictEqual(
      ignored.map(({ check, file }) => [check, file]),
      [["stray-date", "copies/ignored.txt"]],
    );
    match(text, /^ {4}\{ "check": "stray-date", .*\}$/mu);
    ok(!document.isDirty);

    let attempt = 0;
    await waitFor("nothing is ignored any more", async () => {
      attempt++;
      await chooseFirstIgnored(attempt);
      return !(await readText(list)).includes("stray-date");
    });
    await waitFor("the date is found again", () => strayDates(document.uri) === 2);
    deepStrictEqual(JSON.parse(await readText(list)), { version: 1, ignored: [] });
  });

  it("a check in a file leaves other files alone", async () => {
    const { document } = await openArticle(await copyOfSample("harbour-talks.txt", "whole.txt"));
    await waitFor("both dates are found", () => strayDates(document.uri) === 2);
    await run((await ignoreActions(document.uri))[1] as vscode.CodeAction);
    await waitFor("no date is left", () => strayDates(document.uri) === 0);
    const other = await openArticle(await copyOfSample("harbour-talks.txt", "other.txt"));
    await waitForFindings(other.document.uri);
    strictEqual(strayDates(other.document.uri), 2);
  });

  it("follows the file when somebody else writes it", async () => {
    const { document } = await openArticle(await copyOfSample("harbour-talks.txt", "watched.txt"));
    await waitFor("both dates are found", () => strayDates(document.uri) === 2);
    const entry = { check: "stray-date", file: "copies/watched.txt" };
    const text = JSON.stringify({ version: 1, ignored: [entry] });
    await vscode.workspace.fs.writeFile(list, new TextEncoder().encode(text));
    await waitFor("no date is left", () => strayDates(document.uri) === 0);
    await vscode.workspace.fs.delete(list);
    await waitFor("they are back", () => strayDates(document.uri) === 2);
  });
});
