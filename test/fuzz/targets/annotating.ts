import { anchorAnnotations } from "../../../server/core/annotations/anchor-annotations.ts";
import {
  type Annotation,
  type AnnotationCollection,
  targetsOf,
} from "../../../server/core/annotations/annotation.ts";
import { describeTargets } from "../../../server/core/annotations/describe-targets.ts";
import { emptyCollection, makeAnnotation } from "../../../server/core/annotations/make-annotation.ts";
import { mergeCollections } from "../../../server/core/annotations/merge-collections.ts";
import { moveThroughCleanUp } from "../../../server/core/annotations/move-through-clean-up.ts";
import { moveThroughEdits } from "../../../server/core/annotations/move-through-edits.ts";
import { readCollection } from "../../../server/core/annotations/read-collection.ts";
import { collectionAsJson, writeCollection } from "../../../server/core/annotations/write-collection.ts";
import { parse } from "../../../server/core/article/parse.ts";
import { checkDump } from "../../../server/core/checks/run-checks.ts";
import { planCleanUp } from "../../../server/core/cleanup/plan.ts";
import {
  ANNOTATION_FORMATS,
  exportAnnotations,
} from "../../../server/core/export/marks/export-annotations.ts";
import type { TextEdit } from "../../../server/core/text/edits.ts";
import type { Random } from "../../support/random.ts";
import { drawMutatedDump } from "../corpus.ts";
import { drawJson } from "../hostile-json.ts";
import { hold, shown, type Target } from "../property.ts";

const OPTIONS = { dumpName: "a.txt", sources: "own" } as const;

/**
 * Annotations of a dump: no mark is lost by writing, reading, merging, editing and cleaning; what stays in place still marks
 * the same words; and a sidecar that lies does no more than be read as far as it makes sense.
 */
export const annotating: Target = {
  name: "annotating",
  share: 3,
  make: drawMutatedDump,
  check(text, random) {
    const marks = drawMarks(text, random);
    const collection: AnnotationCollection = {
      ...emptyCollection("a.txt"),
      annotations: describeTargets(text, marks),
    };
    holdRoundTrip(collection);
    const anchored = anchorAnnotations(text, collection.annotations, { isSameText: true });
    hold(
      anchored.outcomes.every(({ state }) => state === "exact"),
      "in its own text every mark is found where it was",
      () => anchored.outcomes.map(({ state, reason }) => `${state} ${reason ?? ""}`).join(", "),
    );
    const edit = drawEdit(text, random);
    const edited = text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end);
    const moved = moveThroughEdits(marks, text, [edit]);
    holdAll(marks, moved, edited);
    holdAll(
      marks,
      anchorAnnotations(edited, collection.annotations, { isSameText: false }).annotations,
      edited,
    );
    const dump = parse(text);
    const plan = planCleanUp(dump, checkDump(dump));
    holdAll(marks, moveThroughCleanUp(marks, plan), plan.composition.text);
    const ours = { ...collection, annotations: describeTargets(edited, moved) };
    const merged = mergeCollections(emptyCollection("a.txt"), ours, collection).collection;
    holdAll(marks, merged.annotations, undefined);
    holdLies(text, collection, random);
  },
};

function drawMarks(text: string, random: Random): Annotation[] {
  if (text.length === 0) {
    return [];
  }
  return Array.from({ length: random.below(6) }, (_, number) => {
    const spans = Array.from({ length: random.pick([1, 1, 2]) }, () => drawSpan(text, random));
    return makeAnnotation({
      id: `urn:uuid:${number}`,
      spans: spans.sort((first, second) => first.start - second.start),
      labels: random.chance(0.5) ? ["claim"] : [],
      notes: [],
      created: "2026-01-02T03:04:05Z",
    });
  });
}

/** Never empty, as nobody marks nothing, and never half a character. */
function drawSpan(text: string, random: Random): { start: number; end: number } {
  let start = random.below(text.length);
  let end = Math.min(text.length, start + 1 + random.below(random.pick([3, 40, 400])));
  if (isInsidePair(text, start)) start--;
  if (isInsidePair(text, end)) end++;
  return { start, end };
}

function isInsidePair(text: string, at: number): boolean {
  return /[\ud800-\udbff]/u.test(text.charAt(at - 1)) && /[\udc00-\udfff]/u.test(text.charAt(at));
}

function drawEdit(text: string, random: Random): TextEdit {
  const start = random.below(text.length + 1);
  const end = Math.min(text.length, start + random.pick([0, 1, 20, 300]));
  return { span: { start, end }, newText: random.pick(["", "x", "\n", "more words ", text.slice(0, 50)]) };
}

function holdRoundTrip(collection: AnnotationCollection): void {
  const written = writeCollection(collection);
  const read = readCollection(written, OPTIONS);
  hold(read.problems.length === 0, "what was written is read without a problem", () =>
    read.problems.map(({ reason }) => reason).join(" "),
  );
  hold(
    read.collection !== undefined && writeCollection(read.collection) === written,
    "what was written is read and written the same",
    () => shown(written),
  );
}

/** Every mark is still there, and lies in the text or says that it does not. */
function holdAll(
  before: readonly Annotation[],
  after: readonly Annotation[],
  text: string | undefined,
): void {
  const ids = new Set(after.map(({ id }) => id));
  hold(
    before.every(({ id }) => ids.has(id)) && after.length === before.length,
    "no mark is lost",
    () => `${before.length} before, ${after.length} after`,
  );
  for (const annotation of after) {
    for (const { target } of targetsOf(annotation)) {
      const { position, orphan } = target;
      hold(
        orphan !== undefined ||
          text === undefined ||
          (position !== undefined && position.start <= position.end && position.end <= text.length),
        "a mark lies in the text or is an orphan",
        () => JSON.stringify(position),
      );
    }
  }
}

/** A sidecar changed at random, as a program or a person with something to hide would. */
function holdLies(text: string, collection: AnnotationCollection, random: Random): void {
  const json = drawJson(random, collectionAsJson(collection));
  const { collection: read } = readCollection(json, { ...OPTIONS, newId: () => "urn:uuid:new" });
  if (read === undefined) {
    return;
  }
  const { annotations } = anchorAnnotations(text, read.annotations, { isSameText: random.chance(0.5) });
  holdAll(read.annotations, annotations, text);
  holdExports({ ...read, annotations }, text, random);
  const again = readCollection(writeCollection({ ...read, annotations }), OPTIONS).collection;
  hold(
    again !== undefined &&
      again.annotations.length + again.foreign.length >= read.annotations.length + read.foreign.length,
    "nothing of another's sidecar is lost",
    () => shown(json, 1500),
  );
}

/** Every form can be made of whatever marks there are, and its names lead into no other folder. */
function holdExports(collection: AnnotationCollection, text: string, random: Random): void {
  const dump = parse(text);
  const annotated = { name: random.pick(["a.txt", "folder/ä b.txt"]), dump, collection };
  for (const format of ANNOTATION_FORMATS) {
    for (const { name, text: made } of exportAnnotations([annotated], format)) {
      hold(!name.includes("..") && !name.startsWith("/"), "an export stays in its folder", () => name);
      if (/\.jsonl?d?$/u.test(name)) {
        for (const line of format === "jsonl" ? made.split("\n").slice(0, -1) : [made]) {
          JSON.parse(line);
        }
      }
    }
  }
}
