import { describe, expect, it } from "vitest";
import type { Annotation, AnnotationCollection } from "../../../server/core/annotations/annotation.ts";
import { describeTargets } from "../../../server/core/annotations/describe-targets.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../../../server/core/annotations/json.ts";
import {
  agentNamed,
  emptyCollection,
  makeAnnotation,
  targetAt,
} from "../../../server/core/annotations/make-annotation.ts";
import { readCollection } from "../../../server/core/annotations/read-collection.ts";
import { writeCollection } from "../../../server/core/annotations/write-collection.ts";

const text =
  "The ferry runs at seven, the harbour master told Petra Lindqvist. 🚢 Nobody asked.\r\nIt ran late.";
const own = { dumpName: "ferry dump.txt", sources: "own" } as const;

function spanOf(words: string) {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

const label: Annotation = {
  ...makeAnnotation({
    id: "urn:uuid:00000000-0000-4000-8000-000000000001",
    spans: [spanOf("The ferry"), spanOf("🚢 Nobody asked.")],
    labels: ["claim", "needs check"],
    notes: [
      {
        id: "urn:uuid:n1",
        text: "Is it *so*?",
        creator: agentNamed("Ada"),
        created: "2026-01-02T03:04:05Z",
        extra: {},
      },
      { text: "It is.", extra: { "hypothesis:votes": 3 } },
    ],
    creator: "Ada",
    created: "2026-01-02T03:04:05Z",
  }),
  resolved: true,
  comparison: "https://archive.example/2023",
  verdict: "holds",
  modified: "2026-02-02T03:04:05Z",
};
const statement: Annotation = makeAnnotation({
  id: "urn:uuid:00000000-0000-4000-8000-000000000002",
  spans: [spanOf("The ferry runs at seven")],
  statement: {
    source: {
      targets: [targetAt(spanOf("the harbour master"))],
      kind: "described",
      name: "the harbour master",
    },
    cues: [targetAt(spanOf("told"))],
    within: label.id,
    chain: [
      { name: "Meridian Wire", kind: "media" },
      {
        name: "the harbour master",
        kind: "described",
        statement: "urn:uuid:00000000-0000-4000-8000-000000000002",
      },
    ],
  },
});
const collection: AnnotationCollection = {
  ...emptyCollection(own.dumpName),
  dump: { name: own.dumpName, sha256: "ab".repeat(32) },
  raw: { name: "ferry raw.txt", sha256: "cd".repeat(32) },
  annotations: describeTargets(text, [statement, label]),
  extra: { label: "Marks on the ferry" },
};

function edited(change: (root: JsonObject, items: JsonValue[]) => void): string {
  const root = JSON.parse(writeCollection(collection)) as JsonObject;
  const { first } = root;
  const items = isJsonObject(first) ? first["items"] : undefined;
  change(root, items as JsonValue[]);
  return JSON.stringify(root);
}

describe("a sidecar", () => {
  it("is read as it was written, and written the same again", () => {
    const json = writeCollection(collection);
    const { collection: read, problems } = readCollection(json, own);
    expect(problems).toEqual([]);
    expect(read).toEqual(collection);
    expect(writeCollection(read as AnnotationCollection)).toBe(json);
    expect(json.endsWith("}\n")).toBe(true);
  });

  it("is a collection of the W3C model, its references relative to itself", () => {
    const root = JSON.parse(writeCollection(collection)) as { [key: string]: JsonValue } & {
      first: { type: string; items: JsonObject[] };
    };
    expect(root["@context"]).toEqual(expect.arrayContaining(["http://www.w3.org/ns/anno.jsonld"]));
    expect(root["type"]).toBe("AnnotationCollection");
    expect(root.first.type).toBe("AnnotationPage");
    expect(root.first.items[1]?.["target"]).toMatchObject([
      {
        type: "SpecificResource",
        source: "ferry%20dump.txt",
        selector: [
          { type: "TextPositionSelector", start: 0, end: 9 },
          { type: "TextQuoteSelector", exact: "The ferry", prefix: "" },
        ],
      },
      {},
    ]);
  });

  it("one change of a mark changes few lines", () => {
    const before = writeCollection(collection).split("\n");
    const [first, second] = collection.annotations as readonly [Annotation, Annotation];
    const after = writeCollection({
      ...collection,
      annotations: [first, { ...second, labels: ["claim"] }],
    }).split("\n");
    expect(before.filter((line) => !after.includes(line))).toHaveLength(1);
    expect(after.filter((line) => !before.includes(line))).toHaveLength(0);
  });

  it("keeps what other tools wrote", () => {
    const json = edited((root, items) => {
      Object.assign(root, {
        "@context": [...(root["@context"] as JsonValue[]), { hyp: "https://hyp.example/" }],
      });
      Object.assign(items[1] as object, {
        rights: "https://rights.example/by",
        body: [
          ...((items[1] as JsonObject)["body"] as JsonValue[]),
          { type: "Video", id: "https://v.example/1" },
        ],
        target: [
          ...((items[1] as JsonObject)["target"] as JsonValue[]),
          { source: "other.txt", selector: { type: "TextQuoteSelector", exact: "x" } },
        ],
      });
      items.push(3, { type: "Annotation", id: "urn:x:1", target: "https://elsewhere.example/" });
    });
    const { collection: read, problems } = readCollection(json, own);
    expect(problems.map(({ index }) => index)).toEqual([2, 3]);
    const again = JSON.parse(writeCollection(read as AnnotationCollection)) as JsonObject;
    expect(again).toEqual(JSON.parse(json));
  });
});
