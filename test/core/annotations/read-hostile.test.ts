import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { anchorAnnotations } from "../../../server/core/annotations/anchor-annotations.ts";
import type { AnnotationCollection } from "../../../server/core/annotations/annotation.ts";
import type { JsonObject, JsonValue } from "../../../server/core/annotations/json.ts";
import { readCollection } from "../../../server/core/annotations/read-collection.ts";
import { collectionAsJson, writeCollection } from "../../../server/core/annotations/write-collection.ts";

const options = { dumpName: "a.txt", sources: "own" } as const;

function readItems(...items: readonly unknown[]) {
  return readCollection(JSON.stringify({ type: "AnnotationCollection", items }), options);
}

function target(...selectors: readonly object[]): object {
  return { source: "a.txt", selector: selectors };
}

const quote = { type: "TextQuoteSelector", exact: "two", prefix: "one ", suffix: " three" };
const position = { type: "TextPositionSelector", start: 4, end: 7 };

describe("a sidecar that is not as it should be", () => {
  test.each([
    ["no JSON", "{"],
    ["nothing", ""],
    ["a number", "7"],
    ["an object of something else", '{"a":1}'],
    ["nested too deep", `${"[".repeat(200)}${"]".repeat(200)}`],
    ["nested far too deep", "[".repeat(1_000_000)],
  ])("%s is refused as a whole", (_, json) => {
    const { collection, problems } = readCollection(json, options);
    expect(collection).toBeUndefined();
    expect(problems).toEqual([{ index: undefined, reason: expect.any(String) }]);
  });

  test.each([
    ["no annotation", 7],
    ["null", null],
    ["another type", { type: "Image", id: "urn:1", target: target(quote) }],
    ["no id", { type: "Annotation", target: target(quote) }],
    ["no target", { type: "Annotation", id: "urn:1" }],
    ["a target without a selector", { type: "Annotation", id: "urn:1", target: { source: "a.txt" } }],
    ["a position with its end before its start", { id: "urn:1", target: target({ ...position, end: 1 }) }],
    ["a position that is no number", { id: "urn:1", target: target({ ...position, start: "4" }) }],
    ["a position below 0", { id: "urn:1", target: target({ ...position, start: -4 }) }],
    ["a quotation that is no text", { id: "urn:1", target: target({ ...quote, exact: 7 }) }],
  ])("an entry with %s is reported with its place and kept", (_, entry) => {
    const good = { type: "Annotation", id: "urn:good", target: target(quote) };
    const { collection, problems } = readItems(good, entry);
    expect(problems).toEqual([{ index: 1, reason: expect.stringMatching(/\.$/u) }]);
    expect(collection?.annotations.map(({ id }) => id)).toEqual(["urn:good"]);
    expect(collection?.foreign).toEqual([entry]);
  });

  it("the second of two entries with one id is kept and not used", () => {
    const entry = { type: "Annotation", id: "urn:1", target: target(quote) };
    const { collection, problems } = readItems(entry, { ...entry, body: [] });
    expect(problems.map(({ index }) => index)).toEqual([1]);
    expect(collection?.foreign).toHaveLength(1);
  });

  it("keys that mean something to JavaScript are ordinary keys", () => {
    const json = `{"type":"AnnotationCollection","__proto__":{"polluted":1},"items":[{"type":"Annotation","id":"urn:1",
      "__proto__":{"labels":["x"]},"constructor":{"prototype":1},"toString":null,"target":{"source":"a.txt","__proto__":{"selector":1},"selector":${JSON.stringify(quote)}}}]}`;
    const { collection, problems } = readCollection(json, options);
    expect(problems).toEqual([]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    const written = writeCollection(collection as AnnotationCollection);
    expect(written).toContain('"__proto__": { "polluted": 1 }');
    expect(written).toContain('"__proto__": { "labels": ["x"] }');
    expect(written).toContain('"constructor": { "prototype": 1 }');
  });

  it("annotations of other tools are read: a list, a graph, one by itself, a quotation alone, plain bodies", () => {
    const entry = {
      type: "Annotation",
      id: "urn:1",
      body: { type: "TextualBody", value: "hm", purpose: "commenting" },
      target: target(quote),
    };
    for (const root of [
      [entry],
      { "@graph": [entry] },
      entry,
      {
        type: "AnnotationCollection",
        first: { items: [entry], next: { items: [{ ...entry, id: "urn:2" }] } },
      },
    ]) {
      const { collection } = readCollection(JSON.stringify(root), options);
      expect(collection?.annotations[0]).toMatchObject({
        id: "urn:1",
        notes: [{ text: "hm" }],
        targets: [{ quote: { exact: "two" } }],
      });
    }
    const elsewhere = {
      ...entry,
      target: { source: "https://site.example/1", selector: quote },
      bodyValue: "plain",
    };
    expect(
      readCollection(JSON.stringify([elsewhere]), { dumpName: "a.txt", sources: "any" }).collection
        ?.annotations[0],
    ).toMatchObject({ notes: [{ text: "plain" }, { text: "hm" }] });
  });

  it("places that lie are found by their words, or not at all", () => {
    const text = "one two three one four three";
    const { collection } = readItems(
      { type: "Annotation", id: "urn:1", target: target({ ...position, start: 1e15, end: 1e15 + 3 }, quote) },
      {
        type: "Annotation",
        id: "urn:2",
        target: target({ ...position, start: 9, end: 12 }, { ...quote, exact: "nowhere" }),
      },
      { type: "Annotation", id: "urn:3", target: target({ ...position, start: 0, end: 99 }) },
    );
    const { outcomes } = anchorAnnotations(text, collection?.annotations ?? [], { isSameText: true });
    const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
    expect(byId.get("urn:1")).toMatchObject({ state: "moved", span: { start: 4, end: 7 } });
    expect(byId.get("urn:2")?.state).toBe("orphan");
    expect(byId.get("urn:3")?.state).toBe("orphan");
  });

  it("a million entries are read in seconds", () => {
    const entry = JSON.stringify({ type: "Annotation", id: "urn:", target: target(position, quote) });
    const items = Array.from({ length: 1_000_000 }, (_, index) =>
      // No more annotations than a sidecar that is read at all can hold.
      index % 10 === 0 ? entry.replace("urn:", `urn:${index}`) : "7",
    );
    const started = process.cpuUsage();
    const { collection, problems } = readCollection(`[${items.join(",")}]`, options);
    expect(collection?.annotations).toHaveLength(100_000);
    expect(problems).toHaveLength(900_000);
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(25);
  }, 120_000);
});

describe("any JSON", () => {
  const text = "The ferry runs at seven, the harbour master told Petra. Nobody asked.";
  const valid = collectionAsJson({
    dump: { name: "a.txt" },
    annotations:
      readItems({
        type: "Annotation",
        id: "urn:1",
        body: [{ type: "TextualBody", purpose: "tagging", value: "x" }],
        target: target(position, quote),
      }).collection?.annotations ?? [],
    foreign: [],
    extra: {},
  }) as JsonObject;

  it("is read without throwing, written, and read the same again", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          mutated(valid).map((value) => JSON.stringify(value)),
        ),
        (json) => {
          const { collection } = readCollection(json, options);
          if (collection === undefined) return;
          const { annotations, outcomes } = anchorAnnotations(text, collection.annotations, {
            isSameText: false,
          });
          for (const { span, state } of outcomes) {
            expect(span === undefined).toBe(state === "orphan");
            if (span !== undefined)
              expect(0 <= span.start && span.start < span.end && span.end <= text.length).toBe(true);
          }
          const written = writeCollection({ ...collection, annotations });
          const again = readCollection(written, options).collection as AnnotationCollection;
          expect(again.annotations.length + again.foreign.length).toBe(
            annotations.length + collection.foreign.length,
          );
          expect(writeCollection(again)).toBe(written);
        },
      ),
      { numRuns: 400 },
    );
  });
});

/** The value with something in it exchanged. */
function mutated(value: JsonValue): fc.Arbitrary<JsonValue> {
  return fc.tuple(fc.nat(60), fc.jsonValue()).map(([at, other]) => {
    let left = at;
    const walk = (node: JsonValue): JsonValue => {
      left--;
      if (left === 0) return other as JsonValue;
      if (Array.isArray(node)) return node.map(walk);
      return typeof node === "object" && node !== null
        ? Object.fromEntries(Object.entries(node).map(([key, item]) => [key, walk(item)]))
        : node;
    };
    return walk(value);
  });
}
