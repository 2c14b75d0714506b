import { strictEqual } from "node:assert";
import * as vscode from "vscode";

/** Machines that do three things at once are slow; a condition that comes true ends the wait at once. */
const LIMIT_MILLISECONDS = 30_000;
const POLL_MILLISECONDS = 20;

export const LANGUAGE = "scraped-article";

/** Polls until the condition gives something else than `undefined` or `false`. The error says what was waited for. */
export async function waitFor<Value>(
  what: string,
  condition: () => Value | undefined | false | Promise<Value | undefined | false>,
  limit: number = LIMIT_MILLISECONDS,
): Promise<Value> {
  const giveUpAt = Date.now() + limit;
  for (;;) {
    const value = await condition();
    if (value !== undefined && value !== false) {
      return value;
    }
    if (Date.now() > giveUpAt) {
      throw new Error(`Waited ${limit / 1000} s in vain: ${what}.`);
    }
    await pause(POLL_MILLISECONDS);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** A file of the workspace, which is a copy made for the run. */
export function inWorkspace(...path: readonly string[]): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) {
    throw new Error("The tests need a folder that is open.");
  }
  return vscode.Uri.joinPath(folder.uri, ...path);
}

export async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

export async function writeText(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** A file of its own for a test that changes it, with the text of a sample. */
export async function copyOfSample(sample: string, name: string): Promise<vscode.Uri> {
  const uri = inWorkspace("copies", name);
  await writeText(uri, await readText(inWorkspace(sample)));
  return uri;
}

/**
 * Opens a file in a tab, as a user does: unlike `showTextDocument` with a URI it does not hold on to the document for
 * minutes after the tab has closed.
 */
export async function open(uri: vscode.Uri): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand("vscode.open", uri, { preview: false });
  return waitFor(`${uri.path} is open`, () =>
    vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString()),
  );
}

/** Opens a file in a tab and waits until it is an article. */
export async function openArticle(uri: vscode.Uri): Promise<vscode.TextEditor> {
  const editor = await open(uri);
  await waitFor(`${uri.path} is switched to ${LANGUAGE}`, () => editor.document.languageId === LANGUAGE);
  return editor;
}

/** Closes all tabs without asking, after throwing away what they changed. */
export async function closeAll(): Promise<void> {
  for (const { document } of vscode.window.visibleTextEditors) {
    if (document.isDirty && document.uri.scheme !== "untitled") {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand("workbench.action.files.revert");
    }
  }
  while (vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0)) {
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
}

/** All findings of the extension in a file, once there are as many as expected, or all that came until then. */
export function findingsOf(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "pressmark");
}

export async function waitForFindings(uri: vscode.Uri): Promise<vscode.Diagnostic[]> {
  return waitFor(`there are findings in ${uri.path}`, () => {
    const findings = findingsOf(uri);
    return findings.length > 0 && findings;
  });
}

const SEVERITY_NAMES = ["error", "warning", "information", "hint"] as const;

/** "warning 19 repeated-article-body", "hint 30-31 repeated-metadata", with line numbers as a user sees them. */
export function describeFinding({ severity, range, code }: vscode.Diagnostic): string {
  const [first, last] = [range.start.line + 1, range.end.line + 1];
  const lines = first === last ? `${first}` : `${first}-${last}`;
  const id = typeof code === "object" ? code.value : code;
  return `${SEVERITY_NAMES[severity]} ${lines} ${id}`;
}

/** Presses Enter in whatever list or box is open at the top until the condition holds. */
export async function acceptUntil<Value>(
  what: string,
  condition: () => Value | undefined | false | Promise<Value | undefined | false>,
): Promise<Value> {
  return waitFor(what, async () => {
    const value = await condition();
    if (value !== undefined && value !== false) {
      return value;
    }
    await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
    return undefined;
  });
}

export function activeDiff(): vscode.TabInputTextDiff | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputTextDiff ? input : undefined;
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** Compares texts line by line, so that a failure shows the first line that differs and not two whole dumps. */
export function sameText(actual: string, expected: string): void {
  const [got, wanted] = [actual.split("\n"), expected.split("\n")];
  for (let index = 0; index < Math.max(got.length, wanted.length); index++) {
    strictEqual(got[index], wanted[index], `line ${index + 1}`);
  }
}

/** Sets a setting of the workspace for the time of a test. */
export async function withSetting(key: string, value: unknown, use: () => Promise<void>): Promise<void> {
  const settings = vscode.workspace.getConfiguration();
  const before = settings.inspect(key)?.workspaceValue;
  await settings.update(key, value, vscode.ConfigurationTarget.Workspace);
  try {
    await use();
  } finally {
    await vscode.workspace.getConfiguration().update(key, before, vscode.ConfigurationTarget.Workspace);
  }
}
