import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver-types";
import type { Fix } from "../core/checks/check.ts";
import type { CheckedDump, UnitFinding } from "../core/checks/checked-dump.ts";
import { type Composition, composeOperations } from "../core/cleanup/compose.ts";
import { groupTitle } from "../core/cleanup/group-titles.ts";
import { type CodeActionData, FIX_ALL_KIND } from "../protocol.ts";
import type { Analysis } from "./feature-context.ts";
import { findingsAt, findingWith } from "./shared/findings-at.ts";
import type { IdentifiedFinding } from "./shared/identify-findings.ts";
import { type IgnoreMode, ignoreActions, ignoreEdit, ignoreEntryFor } from "./shared/ignore-actions.ts";
import { planSafeFixes } from "./shared/plan-safe-fixes.ts";
import { type EditReach, toTextEdits } from "./shared/text-edits.ts";

/** What a client asks of code actions. Its diagnostics may lack severity, source, code and data: not every editor keeps them. */
export interface CodeActionRequest {
  readonly range: Range;
  readonly diagnostics: readonly Diagnostic[];
  /** The kinds asked for; all when missing. A kind stands for those below it. */
  readonly only?: readonly string[];
}

export interface CodeActionOptions {
  /** Whether the client asks for an action's edit when it is chosen; else all come with their edits. */
  readonly edits: "lazy" | "eager";
  /** Whether edits can name the version they are for. */
  readonly versions: "named" | "unnamed";
  readonly reach: EditReach;
  /** Told what a fix does that is about to be applied, for whoever has to follow the text through it. */
  readonly offered?: (analysis: Analysis, composition: Composition) => void;
  /** How a finding is ignored; missing where it cannot be. */
  readonly ignore?: IgnoreMode;
}

/** Nobody reads on in a longer menu; it is met only when a whole file is selected. */
const MOST_FIXES = 100;

/**
 * What can be done about the findings that touch a range: each fix, all safe fixes of one check, all safe fixes. Which
 * findings these are is decided by place, never by what the client remembers of our diagnostics.
 */
export function provideCodeActions(
  analysis: Analysis,
  request: CodeActionRequest,
  options: CodeActionOptions,
): CodeAction[] {
  const actions: CodeAction[] = [];
  if (isWanted(CodeActionKind.QuickFix, request.only)) {
    const touched = findingsAt(analysis, analysis.convert.span(request.range));
    actions.push(...quickFixes(analysis, request, touched), ...fixesOfKind(analysis, request, touched));
    if (options.ignore !== undefined) {
      actions.push(...ignoreActions(analysis, touched, options.ignore));
    }
  }
  if (isWanted(FIX_ALL_KIND, request.only) && someOf(analysis.checked, hasSafeFix)) {
    actions.push({
      title: analysis.phrases.say("Apply all safe fixes (nothing is lost)"),
      kind: FIX_ALL_KIND,
      data: dataOf(analysis, { kind: "all" }),
    });
  }
  return actions
    .map((action) => finish(analysis, action, options))
    .filter((action): action is CodeAction => action !== undefined);
}

/**
 * The action with its edit.
 *
 * @returns undefined when the action's finding is not there any more, or its data is not ours.
 */
export function resolveCodeAction(
  analysis: Analysis,
  action: CodeAction,
  options: CodeActionOptions,
): CodeAction | undefined {
  const data = action.data as CodeActionData;
  if (data.target.kind === "ignore") {
    const edit = ignoreEditFor(analysis, data.target);
    return edit === undefined ? undefined : { ...action, edit };
  }
  const composition = compositionFor(analysis, data.target);
  if (composition === undefined) {
    return undefined;
  }
  options.offered?.(analysis, composition);
  const edits = toTextEdits(analysis, composition.edits, options.reach);
  return { ...action, edit: workspaceEdit(analysis, edits, options) };
}

function finish(analysis: Analysis, action: CodeAction, options: CodeActionOptions): CodeAction | undefined {
  if (options.edits === "lazy" || action.command !== undefined) {
    return action;
  }
  const { data: _, ...resolved } = resolveCodeAction(analysis, action, options) ?? {
    title: "",
    data: undefined,
  };
  return "edit" in resolved ? resolved : undefined;
}

function quickFixes(
  analysis: Analysis,
  request: CodeActionRequest,
  touched: readonly IdentifiedFinding[],
): CodeAction[] {
  return touched
    .flatMap((identified) =>
      (identified.finding.fixes ?? []).map((fix, index) => ({
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: diagnosticsOf(analysis, request, identified),
        // Preferred actions are applied by "auto fix" without a look at them.
        isPreferred: fix.safety === "safe" && index === 0,
        data: {
          ...dataOf(analysis, { kind: "fix", fingerprint: identified.fingerprint, index }),
          ...comparisonOf(analysis, fix),
        },
      })),
    )
    .slice(0, MOST_FIXES);
}

/** For each check that is at hand here and has more safe fixes in the file than one. */
function fixesOfKind(
  analysis: Analysis,
  request: CodeActionRequest,
  touched: readonly IdentifiedFinding[],
): CodeAction[] {
  const checks = new Set(
    touched.filter(({ finding }) => hasSafeFix(finding)).map(({ finding }) => finding.check),
  );
  return [...checks].flatMap((check) => {
    const { byUnit, ofFile } = analysis.checked;
    const fixes = [...byUnit, ofFile].flatMap((findings) =>
      findings.flatMap((finding) => (finding.check === check ? (safeFixOf(finding) ?? []) : [])),
    );
    if (fixes.length < 2) {
      return [];
    }
    const alike = touched.filter(({ finding }) => finding.check === check);
    return [
      {
        title: analysis.phrases.say(
          "Fix all of this kind in the file: {0}",
          kindTitle(analysis, check, fixes),
        ),
        kind: CodeActionKind.QuickFix,
        diagnostics: alike.flatMap((identified) => diagnosticsOf(analysis, request, identified)),
        data: dataOf(analysis, { kind: "check", check }),
      },
    ];
  });
}

function ignoreEditFor(
  analysis: Analysis,
  { fingerprint, scope }: Extract<CodeActionData["target"], { kind: "ignore" }>,
): WorkspaceEdit | undefined {
  const found = findingWith(analysis, fingerprint);
  const entry = found === undefined ? undefined : ignoreEntryFor(analysis, found.finding, scope);
  return entry === undefined || analysis.ignoring === undefined
    ? undefined
    : ignoreEdit(analysis.ignoring, entry);
}

function compositionFor(
  analysis: Analysis,
  target: Exclude<CodeActionData["target"], { kind: "ignore" }>,
): Composition | undefined {
  switch (target.kind) {
    case "fix": {
      const found = findingWith(analysis, target.fingerprint);
      const fix = found?.finding.fixes?.[target.index];
      return fix && composeOperations(analysis.lines, fix.operations);
    }
    case "check":
      return planSafeFixes(analysis, { checks: [target.check] }).composition;
    case "all":
      return planSafeFixes(analysis).composition;
  }
}

function workspaceEdit(
  analysis: Analysis,
  edits: readonly TextEdit[],
  options: CodeActionOptions,
): WorkspaceEdit {
  const { uri, version } = analysis;
  return options.versions === "named"
    ? { documentChanges: [{ textDocument: { uri, version }, edits: [...edits] }] }
    : { changes: { [uri]: [...edits] } };
}

function comparisonOf({ convert }: Analysis, { comparison }: Fix): Pick<CodeActionData, "comparison"> {
  return comparison === undefined
    ? {}
    : { comparison: { goes: convert.range(comparison.goes), stays: convert.range(comparison.stays) } };
}

function dataOf({ uri, version }: Analysis, target: CodeActionData["target"]): CodeActionData {
  return { uri, version, target };
}

function kindTitle({ phrases }: Analysis, check: string, fixes: readonly Pick<Fix, "operations">[]): string {
  const kinds = new Set(fixes.flatMap(({ operations }) => operations.map(({ kind }) => kind)));
  return groupTitle(check, fixes.length, kinds, phrases);
}

function someOf({ byUnit, ofFile }: CheckedDump, test: (finding: UnitFinding) => boolean): boolean {
  return ofFile.some(test) || byUnit.some((findings) => findings.some(test));
}

function hasSafeFix(finding: FixableFinding): boolean {
  return safeFixOf(finding) !== undefined;
}

type FixableFinding = { readonly fixes?: readonly Pick<Fix, "safety" | "operations">[] };

function safeFixOf({ fixes }: FixableFinding): Pick<Fix, "safety" | "operations"> | undefined {
  return fixes?.find(({ safety }) => safety === "safe");
}

function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return (
    only === undefined ||
    only.some((wanted) => wanted === "" || kind === wanted || kind.startsWith(`${wanted}.`))
  );
}

/** The client's own copies of a finding's diagnostic, told by what is left of them: our data, else place and code. */
function diagnosticsOf(
  analysis: Analysis,
  { diagnostics }: CodeActionRequest,
  { finding, fingerprint }: IdentifiedFinding,
): Diagnostic[] {
  const range = analysis.convert.range(finding.span);
  return diagnostics.filter((diagnostic) => {
    const data = diagnostic.data as { readonly fingerprint?: unknown } | undefined;
    const isSame =
      typeof data?.fingerprint === "string"
        ? data.fingerprint === fingerprint
        : isSameRange(diagnostic.range, range);
    return isSame && (diagnostic.code === undefined || diagnostic.code === finding.check);
  });
}

function isSameRange(first: Range, second: Range): boolean {
  return (
    first.start.line === second.start.line &&
    first.start.character === second.start.character &&
    first.end.line === second.end.line &&
    first.end.character === second.end.character
  );
}
