import { expect, test } from "vitest";
import { provideCodeActions } from "../../server/features/code-actions.ts";
import type { CodeActionData } from "../../server/protocol.ts";
import { ANALYSIS_URI, analysisOf } from "../support/analysis.ts";
import { applyTextEdits, editsFor } from "../support/lsp-edits.ts";

const HEAD = [
  "https://kettlecourier.example/20240611/council-votes-to-rebuild-the-old-mill-bridge-118004217.html",
  "2024-06-11T08:20:00+00:00",
  "Council Votes to Rebuild the Old Mill Bridge",
];
const FIRST =
  "The council of Kettle voted on Monday to rebuild the Old Mill Bridge, which has been closed since autumn.";
const SECOND = FIRST.replace("voted", "decided");
const text = [...HEAD, FIRST, "The work is to start in August, says the plan.", SECOND, ""].join("\n");
const range = { start: { line: 5, character: 0 }, end: { line: 5, character: 9 } };

test("a client that shows two paragraphs side by side is told which two, per fix", () => {
  const actions = provideCodeActions(
    analysisOf(text),
    { range, diagnostics: [], only: ["quickfix"] },
    { edits: "lazy", versions: "named", reach: "exact" },
  ).filter(({ data }) => (data as CodeActionData).comparison !== undefined);
  const ends = { stays: FIRST.length, goes: SECOND.length };
  const first = { start: { line: 3, character: 0 }, end: { line: 3, character: ends.stays } };
  const second = { start: { line: 5, character: 0 }, end: { line: 5, character: ends.goes } };
  expect(
    actions.map(({ title, isPreferred, data }) => [title, isPreferred, (data as CodeActionData).comparison]),
  ).toEqual([
    ["Remove the paragraph and keep the other one", false, { goes: second, stays: first }],
    ["Keep this paragraph and remove the other one", false, { goes: first, stays: second }],
  ]);
});

test("any other client gets the edit at once", () => {
  const [remove, keep] = provideCodeActions(
    analysisOf(text),
    { range, diagnostics: [], only: ["quickfix"] },
    { edits: "eager", versions: "unnamed", reach: "exact" },
  );
  expect(applyTextEdits(text, editsFor(remove?.edit, ANALYSIS_URI))).toBe(text.replace(`${SECOND}\n`, ""));
  expect(applyTextEdits(text, editsFor(keep?.edit, ANALYSIS_URI))).toBe(text.replace(`${FIRST}\n`, ""));
});
