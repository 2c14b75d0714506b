import { deepStrictEqual, ok, strictEqual } from "node:assert";
import * as vscode from "vscode";
import {
  closeAll,
  copyOfSample,
  describeFinding,
  findingsOf,
  inWorkspace,
  openArticle,
  readText,
  sameText,
  waitFor,
  waitForFindings,
  withSetting,
} from "./support.ts";

/** Of the invented dump in the layout of the seed, as the issue lists them for the seed itself. */
const EXPECTED = [
  "hint 3 repeated-metadata",
  "hint 7 repeated-metadata",
  "warning 19 repeated-article-body",
  "hint 22 repeated-metadata",
  "hint 23 repeated-metadata",
  "hint 30-31 repeated-metadata",
  "hint 34-37 repeated-metadata",
  "warning 38 glued-link",
  "hint 38-41 repeated-metadata",
  "hint 42-43 repeated-metadata",
  "hint 45 repeated-metadata",
  "information 47 glued-dateline",
  "information 48-49 wrapped-paragraph",
  "information 53-55 wrapped-paragraph",
  "information 57 stray-date",
  "information 66 stray-date",
  "information 67-68 wrapped-paragraph",
];

describe("findings", () => {
  afterEach(closeAll);

  it("are those of the dump, each trouble once", async () => {
    const { document } = await openArticle(inWorkspace("harbour-talks.txt"));
    const findings = await waitForFindings(document.uri);
    const sorted = findings.toSorted((one, other) => one.range.start.compareTo(other.range.start));
    deepStrictEqual(sorted.map(describeFinding), EXPECTED);
  });

  it("fade what can go, and lead to a page about themselves", async () => {
    const { document } = await openArticle(inWorkspace("harbour-talks.txt"));
    const findings = await waitForFindings(document.uri);
    for (const finding of findings.filter(({ code }) => idOf(code) === "repeated-metadata")) {
      deepStrictEqual(finding.tags, [vscode.DiagnosticTag.Unnecessary]);
    }
    for (const { code } of findings) {
      ok(
        typeof code === "object" && code.target.path.endsWith(`/docs/checks/${code.value}.md`),
        String(code),
      );
    }
  });

  it("follow the settings", async () => {
    const { document } = await openArticle(inWorkspace("harbour-talks.txt"));
    await waitForFindings(document.uri);
    await withSetting("pressmark.checks.stray-date", "error", async () => {
      await waitFor("stray dates are errors", () =>
        findingsOf(document.uri).some(
          ({ code, severity }) => idOf(code) === "stray-date" && severity === vscode.DiagnosticSeverity.Error,
        ),
      );
    });
    await withSetting("pressmark.checks.stray-date", "off", async () => {
      await waitFor(
        "stray dates are gone",
        () =>
          findingsOf(document.uri).length > 0 &&
          findingsOf(document.uri).every(({ code }) => idOf(code) !== "stray-date"),
      );
    });
    await waitFor("they are back", () => findingsOf(document.uri).length === EXPECTED.length);
  });

  it("are mended one by one by quick fixes", async () => {
    const { document } = await openArticle(await copyOfSample("harbour-talks.txt", "quick-fix.txt"));
    await waitForFindings(document.uri);
    const action = await waitFor("there is a quick fix at line 19", async () => {
      const actions = await actionsAt(
        document,
        new vscode.Range(18, 0, 18, 0),
        vscode.CodeActionKind.QuickFix,
      );
      return actions.find(({ isPreferred }) => isPreferred) ?? actions[0];
    });
    const lines = document.lineCount;
    const removed = document.lineAt(18).text;
    ok(action.edit);
    strictEqual(await vscode.workspace.applyEdit(action.edit), true);
    strictEqual(document.lineCount, lines - 1);
    ok(!document.getText().includes(removed));
    await waitFor("the finding is gone", () =>
      findingsOf(document.uri).every(({ code }) => idOf(code) !== "repeated-article-body"),
    );
  });

  it("are mended all at once on save, when the settings ask for it", async () => {
    const uri = await copyOfSample("harbour-talks.txt", "on-save.txt");
    const editor = await openArticle(uri);
    await waitForFindings(uri);
    const setting = { "source.fixAll.pressmark": "explicit" };
    await withSetting("editor.codeActionsOnSave", setting, async () => {
      await editor.edit((builder) => builder.insert(new vscode.Position(69, 0), " "));
      await editor.edit((builder) => builder.delete(new vscode.Range(69, 0, 69, 1)));
      await vscode.commands.executeCommand("workbench.action.files.save");
      sameText(await readText(uri), await readText(inWorkspace("harbour-talks.cleaned.txt")));
    });
  });

  it("are not mended on save otherwise", async () => {
    const uri = await copyOfSample("harbour-talks.txt", "not-on-save.txt");
    const editor = await openArticle(uri);
    await waitForFindings(uri);
    const before = await readText(uri);
    await editor.edit((builder) => builder.insert(new vscode.Position(69, 0), " "));
    await vscode.commands.executeCommand("workbench.action.files.save");
    strictEqual((await readText(uri)).length, before.length + 1);
  });

  it("of a file with two articles are those of both", async () => {
    const { document } = await openArticle(inWorkspace("two-dumps.txt"));
    const findings = await waitForFindings(document.uri);
    const bodies = findings.filter(({ code }) => idOf(code) === "repeated-article-body");
    deepStrictEqual(bodies.map(({ range }) => range.start.line + 1).sort(), [12, 32]);
  });
});

function idOf(code: vscode.Diagnostic["code"]): unknown {
  return typeof code === "object" ? code.value : code;
}

async function actionsAt(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  const RESOLVE_ALL = 100;
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    range,
    kind.value,
    RESOLVE_ALL,
  );
}
