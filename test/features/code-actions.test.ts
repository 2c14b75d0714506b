import { describe, expect, test } from "vitest";
import { type CodeAction, CodeActionKind, type Diagnostic } from "vscode-languageserver-types";
import { provideCleanUp } from "../../server/features/clean-up.ts";
import {
  type CodeActionOptions,
  provideCodeActions,
  resolveCodeAction,
} from "../../server/features/code-actions.ts";
import { type DiagnosticOptions, provideDiagnostics } from "../../server/features/diagnostics.ts";
import { FIX_ALL_KIND } from "../../server/protocol.ts";
import { ANALYSIS_URI, analysisOf } from "../support/analysis.ts";
import { applyTextEdits, editsFor } from "../support/lsp-edits.ts";
import { readSample } from "../support/samples.ts";

const text = readSample("harbour-talks.txt");
const harbour = analysisOf(text);

const lazy: CodeActionOptions = { edits: "lazy", versions: "named", reach: "exact" };
const eager: CodeActionOptions = { edits: "eager", versions: "unnamed", reach: "exact" };
const everything: DiagnosticOptions = {
  limit: 1_000,
  relatedInformation: true,
  tags: true,
  documentation: "file:///docs/",
};
const diagnostics = provideDiagnostics(harbour, everything);

/** What the menu on a line offers, the line counted from 1. */
function actionsOn(
  line: number,
  options = eager,
  only?: readonly string[],
  context: readonly Diagnostic[] = [],
): CodeAction[] {
  const range = { start: { line: line - 1, character: 0 }, end: { line: line - 1, character: 1_000 } };
  return provideCodeActions(
    harbour,
    { range, diagnostics: context, ...(only === undefined ? {} : { only }) },
    options,
  );
}

function applied(action: CodeAction | undefined): string {
  return applyTextEdits(text, editsFor(action?.edit, ANALYSIS_URI));
}

describe("quick fixes", () => {
  test("of each finding on the line, then of all of their kind, then of all that is safe", () => {
    expect(actionsOn(3).map(({ title, kind, isPreferred }) => [title, kind, isPreferred])).toEqual([
      ["Remove the repeated line", CodeActionKind.QuickFix, true],
      ["Fix all of this kind in the file: Remove 9 repeats", CodeActionKind.QuickFix, undefined],
      ["Apply all safe fixes (nothing is lost)", FIX_ALL_KIND, undefined],
    ]);
  });

  test("change what they say and nothing else", () => {
    const lines = text.split("\n");
    expect(applied(actionsOn(3)[0]).split("\n")).toEqual(lines.toSpliced(2, 1));
    const moved = actionsOn(57).find(({ title }) => title.includes("line 20"));
    const date = lines[56] ?? "";
    expect(applied(moved).split("\n")).toEqual(lines.toSpliced(56, 1).toSpliced(20, 0, date));
  });

  test("of a kind leave the other kinds alone", () => {
    const result = applied(actionsOn(3)[1]);
    expect(provideDiagnostics(analysisOf(result), everything).map(({ code }) => code)).not.toContain(
      "repeated-metadata",
    );
    expect(result).toContain("jpg\n");
    expect(result.split("\n")).toContain(text.split("\n")[18]);
  });

  test("two findings that meet on one line are composed, not concatenated", () => {
    const [split, remove] = actionsOn(38);
    expect(applied(split)).toContain(".jpg\nMeridian Wire International\nfeedback@");
    expect(applied(remove)).toMatch(/_08d3fa6be1754c1d9b2297e40c6fd15a\.jpg\nPetra Lindqvist\n/u);
  });

  test("lie on the findings that the selection shares characters with", () => {
    expect(actionsOn(2)).toHaveLength(1);
    const cursor = { line: 2, character: 0 };
    const here = provideCodeActions(
      harbour,
      { range: { start: cursor, end: cursor }, diagnostics: [] },
      eager,
    );
    expect(here).toHaveLength(3);
  });
});

describe("the kinds that a client asks for", () => {
  test.each([
    [["quickfix"], [CodeActionKind.QuickFix]],
    [["source"], [FIX_ALL_KIND]],
    [["source.fixAll"], [FIX_ALL_KIND]],
    [[FIX_ALL_KIND], [FIX_ALL_KIND]],
    [["source.fixAll.eslint"], []],
    [["source.organizeImports", "refactor"], []],
    [["sourc"], []],
    [[""], [CodeActionKind.QuickFix, FIX_ALL_KIND]],
  ])("%j", (only, kinds) => {
    expect([...new Set(actionsOn(3, lazy, only).map(({ kind }) => kind))]).toEqual(kinds);
  });
});

describe("edits", () => {
  test("come when an action is chosen, where a client can ask for them, and are the same", () => {
    for (const line of [3, 19, 38, 47, 48, 57]) {
      const now = actionsOn(line);
      const later = actionsOn(line, lazy);
      expect(later.map(({ title }) => title)).toEqual(now.map(({ title }) => title));
      expect(later.every(({ edit }) => edit === undefined)).toBe(true);
      for (const [index, action] of later.entries()) {
        const resolved = resolveCodeAction(harbour, JSON.parse(JSON.stringify(action)), lazy);
        expect(resolved?.edit?.documentChanges).toMatchObject([
          { textDocument: { uri: ANALYSIS_URI, version: 1 } },
        ]);
        expect(applied(resolved)).toBe(applied(now[index]));
      }
    }
  });

  test("of a finding that is gone there are none", () => {
    const [action] = actionsOn(3, lazy);
    const cleaned = analysisOf(readSample("harbour-talks.cleaned.txt"));
    expect(resolveCodeAction(cleaned, action as CodeAction, lazy)).toBeUndefined();
  });

  test("of all safe fixes give the text that the fixture states, after which nothing is left to fix", () => {
    const cleaned = applied(actionsOn(1).find(({ kind }) => kind === FIX_ALL_KIND));
    expect(cleaned).toBe(readSample("harbour-talks.cleaned.txt"));
    expect(
      provideCodeActions(analysisOf(cleaned), { range: wholeFile(cleaned), diagnostics: [] }, eager),
    ).toEqual([]);
  });
});

describe("a client's own diagnostics are attached, whatever is left of them", () => {
  const [headline] = diagnostics;
  const { range, message, code } = headline as Diagnostic;

  test.each([
    ["whole", headline],
    ["as ALE keeps them", { range, message, code }],
    ["without code", { range, message }],
  ])("%s", (_, diagnostic) => {
    const [fix] = actionsOn(3, eager, undefined, [diagnostic as Diagnostic]);
    expect(fix?.diagnostics).toEqual([diagnostic]);
  });

  test("and those of others are not", () => {
    const others = [
      { range, message: "spelling", code: "cspell" },
      { range: wholeFile(text), message, code },
    ] as Diagnostic[];
    expect(actionsOn(3, eager, undefined, others)[0]?.diagnostics).toEqual([]);
  });
});

describe("diagnostics", () => {
  test("are told apart by fingerprints that an edit elsewhere does not change", () => {
    const fingerprints = diagnostics.map(({ data }) => data.fingerprint);
    expect(new Set(fingerprints).size).toBe(fingerprints.length);
    const shifted = provideDiagnostics(
      analysisOf(text.replace("The officials voiced", "Officials voiced")),
      everything,
    );
    expect(shifted.map(({ data }) => data.fingerprint)).toEqual(fingerprints);
  });

  test("have what the client can show, and no more", () => {
    const bare = provideDiagnostics(harbour, {
      limit: 1_000,
      relatedInformation: false,
      tags: false,
      documentation: undefined,
    });
    for (const diagnostic of bare) {
      expect(Object.keys(diagnostic).sort()).toEqual([
        "code",
        "data",
        "message",
        "range",
        "severity",
        "source",
      ]);
    }
  });

  test("when there are too many, are the most severe, in text order", () => {
    const few = provideDiagnostics(harbour, { ...everything, limit: 3 });
    expect(few.map(({ code }) => code)).toEqual(["repeated-article-body", "glued-link", "glued-dateline"]);
  });
});

describe("a clean-up plan", () => {
  test("says in words what it does", () => {
    const { groups, summary, cleanedText } = provideCleanUp(harbour, {});
    expect(cleanedText).toBe(readSample("harbour-talks.cleaned.txt"));
    expect(groups.find(({ check }) => check === "stray-date")).toEqual({
      check: "stray-date",
      title: "Move 2 dates to their related stories",
      count: 2,
    });
    expect(summary).toMatch(/^Remove 9 repeats; /u);
    expect(summary).toMatch(/; Move 2 dates to their related stories.*\. Nothing is lost\.$/u);
  });

  test("of a check that found nothing says so", () => {
    expect(provideCleanUp(harbour, { checks: ["html-entity"] })).toMatchObject({
      edits: [],
      groups: [],
      cleanedText: text,
      summary: "There is nothing to clean up.",
    });
  });
});

function wholeFile(content: string) {
  return { start: { line: 0, character: 0 }, end: { line: content.split("\n").length, character: 0 } };
}
