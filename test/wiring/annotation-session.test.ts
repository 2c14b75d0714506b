import { expect, test } from "vitest";
import type { AnnotationChange } from "../../server/annotations-protocol.ts";
import type { CleanUp } from "../../server/core/annotations/move-through-clean-up.ts";
import { parse } from "../../server/core/article/parse.ts";
import { checkDump } from "../../server/core/checks/run-checks.ts";
import { planCleanUp } from "../../server/core/cleanup/plan.ts";
import { applyEdits, type TextEdit } from "../../server/core/text/edits.ts";
import { indexLines } from "../../server/core/text/lines.ts";
import { ENGLISH } from "../../server/core/text/phrases.ts";
import { createConverter } from "../../server/features/convert.ts";
import { type AnnotationSession, openAnnotationSession } from "../../server/wiring/annotation-session.ts";
import type { SourceDocument } from "../../server/wiring/source-document.ts";
import { readSample } from "../support/samples.ts";

const URI = "file:///dumps/quay.txt";
const QUAY =
  "The quay was closed on Monday.\nThe keeper said nobody had asked him.\nThe quay stays closed.\n";
/** Words of the line that runs the article together and of the article below it. */
const REPEATED = "it has not sought to widen Corvania’s proposed agenda";

function documentOf(text: string, version = 1, edits?: readonly TextEdit[]): SourceDocument {
  return { uri: URI, languageId: "scraped-article", version, lines: indexLines(text), edits };
}

function open(text: string, sidecar: string | null = null): Promise<AnnotationSession> {
  return openAnnotationSession(documentOf(text), sidecar, null, ENGLISH);
}

function change(session: AnnotationSession, what: AnnotationChange): void {
  const convert = createConverter(session.document.lines, "utf-16");
  session.change(what, { convert, time: "2024-05-01T10:00:00Z", creator: "Ada Quill" });
}

function label(session: AnnotationSession, words: string, id = `urn:x:${words}`, from = 0): void {
  const { lines } = session.document;
  const start = lines.text.indexOf(words, from);
  expect(start).toBeGreaterThanOrEqual(0);
  const range = createConverter(lines, "utf-16").range({ start, end: start + words.length });
  change(session, { kind: "add", drafts: [{ id, ranges: [range], labels: ["claim"] }] });
}

/** Edits the document as an editor does: from the end to the start, each edit in the text as it was. */
function edit(session: AnnotationSession, edits: readonly TextEdit[], cleanUp?: CleanUp): void {
  const { version, lines } = session.document;
  const fromEnd = [...edits].sort((first, second) => second.span.start - first.span.start);
  session.follow(documentOf(applyEdits(lines.text, edits), version + 1, fromEnd), cleanUp);
}

function replace(session: AnnotationSession, old: string, newText: string): void {
  const start = session.document.lines.text.indexOf(old);
  expect(start).toBeGreaterThanOrEqual(0);
  edit(session, [{ span: { start, end: start + old.length }, newText }]);
}

/** What is marked by now; "lost" for a mark without a place. */
function marked({ document, collection }: AnnotationSession): string[] {
  return collection.annotations.map((annotation) =>
    isLost(annotation)
      ? "lost"
      : annotation.targets
          .map(({ position }) => document.lines.text.slice(position?.start, position?.end))
          .join(" … "),
  );
}

function isLost({ targets }: AnnotationSession["collection"]["annotations"][number]): boolean {
  return targets.every(({ orphan }) => orphan !== undefined);
}

test("marks move with typing before, in and behind them", async () => {
  const session = await open(QUAY);
  label(session, "keeper said");
  replace(session, "The quay was", "On the coast the quay was");
  replace(session, "keeper said", "keeper firmly said");
  replace(session, "nobody", "that nobody");
  expect(marked(session)).toEqual(["keeper firmly said"]);
});

test("a deletion loses a mark, and undoing it brings it back where it was", async () => {
  const session = await open(QUAY);
  label(session, "keeper");
  label(session, "quay", "urn:x:2", QUAY.lastIndexOf("quay"));
  const place = session.collection.annotations.map(({ targets }) => targets[0]?.position);
  replace(session, "The keeper said nobody had asked him.\n", "");
  expect(marked(session)).toEqual(["lost", "quay"]);
  const at = QUAY.indexOf("The keeper");
  edit(session, [{ span: { start: at, end: at }, newText: "The keeper said nobody had asked him.\n" }]);
  expect(session.collection.annotations.map(({ targets }) => targets[0]?.position)).toEqual(place);
});

test("what was cut out of a mark and brought back by undo is marked again", async () => {
  const session = await open(QUAY);
  label(session, "nobody had asked him");
  replace(session, " asked him", "");
  expect(marked(session)).toEqual(["nobody had"]);
  const at = session.document.lines.text.indexOf("nobody had") + "nobody had".length;
  edit(session, [{ span: { start: at, end: at }, newText: " asked him" }]);
  expect(marked(session)).toEqual(["nobody had asked him"]);
});

test("a mark that is cut and pasted goes along", async () => {
  const session = await open(QUAY);
  label(session, "The keeper said nobody had asked him");
  replace(session, "The keeper said nobody had asked him.\n", "");
  expect(marked(session)).toEqual(["lost"]);
  edit(session, [{ span: { start: 0, end: 0 }, newText: "The keeper said nobody had asked him.\n" }]);
  expect(marked(session)).toEqual(["The keeper said nobody had asked him"]);
});

test("a text that was read anew keeps the marks whose words it holds", async () => {
  const session = await open(QUAY);
  label(session, "The keeper said nobody had asked him");
  label(session, "stays closed");
  const { text } = session.document.lines;
  const newText = `A new line.\n${text.replace("stays closed", "is open again")}`;
  edit(session, [{ span: { start: 0, end: text.length }, newText }]);
  expect(marked(session)).toContain("The keeper said nobody had asked him");
  expect(marked(session)).toContain("lost");
});

test("a clean-up leads marks of a removed repeat to the copy that stays; undo and redo lead them back and there", async () => {
  const text = readSample("harbour-talks.txt");
  const dump = parse(text);
  const session = await open(text);
  label(session, REPEATED);
  const first = session.collection.annotations[0]?.targets;
  const { composition, proof } = planCleanUp(dump, checkDump(dump), { lines: session.document.lines });
  edit(session, composition.edits, { composition, proof });
  expect(session.document.lines.text).toBe(composition.text);
  expect(marked(session)).toEqual([REPEATED]);
  const second = session.collection.annotations[0]?.targets;
  // An editor's undo and redo are edits that nobody announced.
  edit(session, [{ span: { start: 0, end: composition.text.length }, newText: text }]);
  expect(session.collection.annotations[0]?.targets).toEqual(first);
  edit(session, [{ span: { start: 0, end: text.length }, newText: composition.text }]);
  expect(session.collection.annotations[0]?.targets).toEqual(second);
});

test("Undo Annotation takes changes back one by one, at the places that the text has by now", async () => {
  const session = await open(QUAY);
  label(session, "keeper", "urn:x:1");
  change(session, { kind: "edit", ids: ["urn:x:1"], patch: { labels: ["person"] } });
  change(session, { kind: "remove", ids: ["urn:x:1"] });
  expect(marked(session)).toEqual([]);
  replace(session, "The quay was", "On the coast the quay was");
  change(session, { kind: "undo" });
  expect(marked(session)).toEqual(["keeper"]);
  expect(session.collection.annotations[0]?.labels).toEqual(["person"]);
  change(session, { kind: "undo" });
  expect(session.collection.annotations[0]?.labels).toEqual(["claim"]);
  change(session, { kind: "undo" });
  expect(marked(session)).toEqual([]);
  expect(session.canUndo).toBe(false);
  change(session, { kind: "undo" });
});

test("what others wrote is taken in, what was marked meanwhile stays, what they removed goes", async () => {
  const session = await open(QUAY);
  label(session, "keeper", "urn:x:1");
  label(session, "stays closed", "urn:x:2");
  const { text } = await session.sidecar();
  session.written(text ?? "");
  expect(session.isChanged).toBe(false);
  const other = await open(QUAY, text);
  change(other, { kind: "remove", ids: ["urn:x:1"] });
  label(other, "Monday", "urn:x:3");
  const theirs = (await other.sidecar()).text;
  label(session, "nobody", "urn:x:4");
  replace(session, "The quay was", "On the coast the quay was");
  await session.merge(theirs);
  expect(marked(session)).toEqual(["Monday", "nobody", "stays closed"]);
});

test("a sidecar that is no JSON is a problem, and one that is whole again is none", async () => {
  const session = await open(QUAY, "{ no JSON");
  expect(session.problem).toMatch(/cannot be read/u);
  const other = await open(QUAY);
  label(other, "keeper");
  await session.merge((await other.sidecar()).text);
  expect(session.problem).toBeNull();
  expect(marked(session)).toEqual(["keeper"]);
});

test("marks that were never written are merged into the sidecar of now", async () => {
  const session = await open(QUAY);
  label(session, "keeper", "urn:x:1");
  const base = (await session.sidecar()).text;
  label(session, "Monday", "urn:x:2");
  const pending = { base, text: (await session.sidecar()).text ?? "" };
  const other = await open(QUAY, base);
  label(other, "stays closed", "urn:x:3");
  const sidecar = (await other.sidecar()).text;
  const reopened = await openAnnotationSession(documentOf(`Later.\n${QUAY}`), sidecar, pending, ENGLISH);
  expect(marked(reopened)).toEqual(["Monday", "keeper", "stays closed"]);
  expect(reopened.isChanged).toBe(true);
});

test("what is written is read again as it was, and written alike", async () => {
  const session = await open(QUAY);
  label(session, "keeper", "urn:x:1");
  const statement = {
    cue: null,
    source: null,
    name: "the keeper",
    kind: "described",
    within: null,
    chain: [],
  };
  change(session, {
    kind: "edit",
    ids: ["urn:x:1"],
    patch: { statement, addNote: { id: "urn:x:n", text: "Who?" } },
  });
  change(session, {
    kind: "edit",
    ids: ["urn:x:1"],
    patch: { comparison: { url: "https://a.example/", verdict: "so it is" } },
  });
  const { text } = await session.sidecar();
  const again = await open(QUAY, text);
  expect((await again.sidecar()).text).toBe(text);
  expect(again.collection.annotations[0]).toMatchObject({
    labels: ["claim"],
    statement: { source: { name: "the keeper", kind: "described" } },
    notes: [{ text: "Who?" }],
    comparison: "https://a.example/",
    verdict: "so it is",
  });
});

test("an import adds what another file holds, once", async () => {
  const other = await open(QUAY);
  label(other, "keeper", "urn:x:1");
  const text = (await other.sidecar()).text ?? "";
  const session = await open(QUAY);
  change(session, { kind: "import", text });
  change(session, { kind: "import", text });
  expect(marked(session)).toEqual(["keeper"]);
  expect(() => change(session, { kind: "import", text: "no JSON" })).toThrow();
  change(session, { kind: "undo" });
  expect(marked(session)).toEqual([]);
});

test("notes are answered, edited, settled and deleted; a lost mark is put where it is told", async () => {
  const session = await open(QUAY);
  label(session, "keeper", "urn:x:1");
  const patch = (patch: Extract<AnnotationChange, { kind: "edit" }>["patch"]) =>
    change(session, { kind: "edit", ids: ["urn:x:1"], patch });
  const notes = () => session.collection.annotations[0]?.notes.map(({ text }) => text);
  patch({ addNote: { id: "urn:x:n1", text: "Who?" } });
  patch({ addNote: { id: "urn:x:n2", text: "The one of the quay." } });
  patch({ editNote: { id: "urn:x:n1", text: "Which one?" } });
  expect(notes()).toEqual(["Which one?", "The one of the quay."]);
  patch({ isResolved: true });
  expect(session.collection.annotations[0]?.resolved).toBe(true);
  patch({ removeNote: "urn:x:n1" });
  expect(notes()).toEqual(["The one of the quay."]);
  replace(session, "The keeper said nobody had asked him.\n", "");
  expect(marked(session)).toEqual(["lost"]);
  const range = { start: { line: 0, character: 4 }, end: { line: 0, character: 8 } };
  change(session, { kind: "place", id: "urn:x:1", range });
  expect(marked(session)).toEqual(["quay"]);
});
