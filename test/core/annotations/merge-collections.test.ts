import { describe, expect, it } from "vitest";
import type { Annotation, AnnotationCollection } from "../../../server/core/annotations/annotation.ts";
import { describeTargets } from "../../../server/core/annotations/describe-targets.ts";
import { emptyCollection, makeAnnotation } from "../../../server/core/annotations/make-annotation.ts";
import { mergeCollections } from "../../../server/core/annotations/merge-collections.ts";

const text = "one two three four five six seven eight";
const hash = "ab".repeat(32);

function mark(id: string, words: string, more: Partial<Annotation> = {}): Annotation {
  const start = text.indexOf(words);
  return {
    ...makeAnnotation({ id, spans: [{ start, end: start + words.length }], labels: ["claim"] }),
    ...more,
  };
}

function collection(annotations: readonly Annotation[], sha256 = hash): AnnotationCollection {
  return {
    ...emptyCollection("a.txt"),
    dump: { name: "a.txt", sha256 },
    annotations: describeTargets(text, annotations),
  };
}

function merge(base: readonly Annotation[], ours: readonly Annotation[], theirs: readonly Annotation[]) {
  return mergeCollections(collection(base), collection(ours), collection(theirs)).collection.annotations;
}

const one = mark("urn:1", "one");
const two = mark("urn:2", "two");

describe("two windows write one sidecar", () => {
  it("marks of both stay, in the order of the text", () => {
    expect(merge([], [two], [one]).map(({ id }) => id)).toEqual(["urn:1", "urn:2"]);
  });

  it("what one side removed goes, unless the other side changed it", () => {
    const labelled = { ...one, labels: ["claim", "place"] };
    expect(merge([one, two], [two], [one, two]).map(({ id }) => id)).toEqual(["urn:2"]);
    expect(merge([one, two], [one, two], [two]).map(({ id }) => id)).toEqual(["urn:2"]);
    expect(merge([one], [labelled], [])).toMatchObject([{ labels: ["claim", "place"] }]);
    expect(merge([one], [], [labelled])).toMatchObject([{ labels: ["claim", "place"] }]);
  });

  it("a mark that only moved with the text was not changed", () => {
    const moved = {
      ...one,
      targets: [{ ...one.targets[0], position: { start: 9, end: 12 }, otherSelectors: [], extra: {} }],
    };
    expect(
      mergeCollections(collection([one]), { ...collection([]), annotations: [moved] }, collection([]))
        .collection.annotations,
    ).toEqual([]);
  });

  it("labels of both sides stay, and what one side took off goes", () => {
    const base = { ...one, labels: ["claim", "place"] };
    const [merged] = merge(
      [base],
      [{ ...base, labels: ["claim", "place", "person"] }],
      [{ ...base, labels: ["claim", "source"] }],
    );
    expect(merged?.labels).toEqual(["claim", "person", "source"]);
  });

  it("notes are merged one by one", () => {
    const note = (id: string, words: string) => ({ id, text: words, extra: {} });
    const base = { ...one, notes: [note("n1", "a"), note("n2", "b")] };
    const [merged] = merge(
      [base],
      [
        {
          ...base,
          notes: [note("n1", "a changed"), note("n2", "b"), note("n3", "ours")],
          modified: "2026-01-02",
        },
      ],
      [{ ...base, notes: [note("n1", "a"), note("n4", "theirs")], modified: "2026-01-01" }],
    );
    expect(merged?.notes.map(({ text: words }) => words)).toEqual(["a changed", "ours", "theirs"]);
  });

  it("of two changes of one field the later counts; of different fields both do", () => {
    const [merged] = merge(
      [one],
      [{ ...one, verdict: "false", modified: "2026-01-01" }],
      [{ ...one, verdict: "true", resolved: true, modified: "2026-01-02" }],
    );
    expect(merged).toMatchObject({ verdict: "true", resolved: true });
    const [both] = merge(
      [one],
      [{ ...one, comparison: "https://a.example/", modified: "2026-01-01" }],
      [{ ...one, resolved: true, modified: "2026-01-02" }],
    );
    expect(both).toMatchObject({ comparison: "https://a.example/", resolved: true });
  });

  it("marks from another state of the dump are named, to be anchored", () => {
    const { toAnchor } = mergeCollections(
      collection([one]),
      collection([one]),
      collection([one, two], "cd".repeat(32)),
    );
    expect([...toAnchor]).toEqual(["urn:2"]);
    expect(mergeCollections(collection([one]), collection([one]), collection([one, two])).toAnchor.size).toBe(
      0,
    );
  });

  it("foreign entries of both stay, once", () => {
    const foreign = (items: readonly number[]) => ({ ...collection([]), foreign: items });
    expect(mergeCollections(foreign([1]), foreign([1, 2]), foreign([1, 3])).collection.foreign).toEqual([
      1, 2, 3,
    ]);
  });
});
