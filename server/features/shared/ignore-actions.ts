import { type CodeAction, CodeActionKind, type WorkspaceEdit } from "vscode-languageserver-types";
import type { ReportedFinding } from "../../core/checks/check.ts";
import type { IgnoreEntry } from "../../core/checks/shared/ignore-entry.ts";
import { readIgnoreList, withIgnoreEntry } from "../../core/checks/shared/ignore-list.ts";
import { contentFingerprint, excerptOf, siteOf } from "../../core/checks/shared/ignored-findings.ts";
import { indexLines, positionAt } from "../../core/text/lines.ts";
import { type CodeActionData, IGNORE_COMMAND, type IgnoreScope } from "../../protocol.ts";
import type { Analysis, Ignoring } from "../feature-context.ts";
import type { IdentifiedFinding } from "./identify-findings.ts";

/** Whether the client runs a command of ours, or takes an edit of the ignore file. */
export type IgnoreMode = "command" | "edit";

/** So many findings at one place are offered to be ignored one by one; more is a selection of half the file. */
const MOST_FINDINGS = 5;

/** What can be ignored at a place: each finding there, and its check in this file and on this site. */
export function ignoreActions(
  analysis: Analysis,
  touched: readonly IdentifiedFinding[],
  mode: IgnoreMode,
): CodeAction[] {
  const { ignoring } = analysis;
  if (ignoring === undefined || touched.length > MOST_FINDINGS || cannotBeChanged(ignoring)) {
    return [];
  }
  const actions: CodeAction[] = [];
  const titles = new Set<string>();
  for (const { finding, fingerprint } of touched) {
    for (const scope of SCOPES) {
      const title = titleOf(analysis, finding, scope, touched.length > 1);
      if (title === undefined || (scope !== "finding" && titles.has(title))) {
        continue;
      }
      titles.add(title);
      actions.push({
        title,
        kind: CodeActionKind.QuickFix,
        ...means(analysis, fingerprint, scope, title, mode),
      });
    }
  }
  return actions;
}

const SCOPES: readonly IgnoreScope[] = ["finding", "file", "site"];

/** The site is a host name in ASCII, the check an id of ours: nothing else of the dump gets into a menu. */
function titleOf(
  analysis: Analysis,
  finding: ReportedFinding,
  scope: IgnoreScope,
  isOneOfSeveral: boolean,
): string | undefined {
  const { phrases } = analysis;
  switch (scope) {
    case "finding":
      return isOneOfSeveral
        ? phrases.say("Ignore this finding ({0})", finding.check)
        : phrases.say("Ignore this finding");
    case "file":
      return phrases.say("Ignore {0} in this file", finding.check);
    case "site": {
      const site = siteOf(analysis.lines, finding);
      return site === undefined ? undefined : phrases.say("Ignore {0} for {1}", finding.check, site);
    }
  }
}

/** Arguments of ids and URIs alone. */
function means(
  { uri, version }: Analysis,
  fingerprint: string,
  scope: IgnoreScope,
  title: string,
  mode: IgnoreMode,
): Pick<CodeAction, "command" | "data"> {
  if (mode === "command") {
    return { command: { title, command: IGNORE_COMMAND, arguments: [{ uri, fingerprint, scope }] } };
  }
  const data: CodeActionData = { uri, version, target: { kind: "ignore", fingerprint, scope } };
  return { data };
}

/** The entry that ignores a finding, or its check in its file or on its site; undefined where there is no such place. */
export function ignoreEntryFor(
  { lines, ignoring }: Analysis,
  finding: ReportedFinding,
  scope: IgnoreScope,
): IgnoreEntry | undefined {
  const { check } = finding;
  switch (scope) {
    case "finding": {
      if (ignoring === undefined) {
        return undefined;
      }
      const text = excerptOf(lines.text, finding.span);
      const fingerprint = contentFingerprint(lines, finding);
      return { check, file: ignoring.file, fingerprint, ...(text === "" ? {} : { text }) };
    }
    case "file":
      return ignoring === undefined ? undefined : { check, file: ignoring.file };
    case "site": {
      const site = siteOf(lines, finding);
      return site === undefined ? undefined : { check, site };
    }
  }
}

/** An edit that puts an entry into the ignore file, which it creates where there is none. */
export function ignoreEdit({ list, listUri }: Ignoring, entry: IgnoreEntry): WorkspaceEdit {
  const lines = indexLines(list ?? "");
  const end = positionAt(lines, lines.text.length, "utf-16");
  const range = { start: { line: 0, character: 0 }, end };
  return {
    documentChanges: [
      { kind: "create", uri: listUri, options: { ignoreIfExists: true } },
      {
        textDocument: { uri: listUri, version: null },
        edits: [{ range, newText: withIgnoreEntry(list, entry) }],
      },
    ],
  };
}

function cannotBeChanged({ list }: Ignoring): boolean {
  return readIgnoreList(list).problem !== undefined;
}
