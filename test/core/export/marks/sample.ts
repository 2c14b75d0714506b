import { readFileSync } from "node:fs";
import { inProject } from "../../../../build/paths.ts";
import type { Annotation } from "../../../../server/core/annotations/annotation.ts";
import { describeTargets } from "../../../../server/core/annotations/describe-targets.ts";
import {
  emptyCollection,
  makeAnnotation,
  targetAt,
} from "../../../../server/core/annotations/make-annotation.ts";
import { parse } from "../../../../server/core/article/parse.ts";
import type { AnnotatedDump } from "../../../../server/core/export/marks/annotated-dump.ts";

/** An invented dump with what shifts offsets: an emoji before everything, CR LF, a word that is marked in its middle. */
const dump = readFileSync(inProject("test/fixtures/samples/harbour-talks.txt"), "utf8");
const text = `🚢 ${dump}`.replaceAll(/\r?\n/gu, "\r\n");

export function spanOf(words: string, from = 0) {
  const start = text.indexOf(words, from);
  if (start < 0) throw new RangeError(`The sample does not hold ${JSON.stringify(words)}.`);
  return { start, end: start + words.length };
}

/** The last lines of the sample: two paragraphs on lines of their own. */
const tail = text.trimEnd().split("\r\n").slice(-2).join("\r\n");
const at = text.lastIndexOf(tail);
const [firstLine, lastLine] = tail.split("\r\n") as [string, string];

export const marks: readonly Annotation[] = [
  makeAnnotation({
    id: "urn:uuid:1",
    spans: [{ start: at, end: at + firstLine.length + 2 + 20 }],
    labels: ["loaded language", "claim"],
    notes: [{ text: "=SUM(1)\nReally *so*?", extra: {} }],
    creator: "Ada [Ж]",
    created: "2026-01-02T03:04:05Z",
  }),
  makeAnnotation({
    id: "urn:uuid:2",
    spans: [{ start: at + 1, end: at + 3 }],
    labels: ["needs check"],
  }),
  makeAnnotation({
    id: "urn:uuid:3",
    spans: [{ start: at + 10, end: at + 40 }],
    statement: {
      source: {
        targets: [targetAt({ start: at + 45, end: at + 50 })],
        kind: "media",
        name: "Harbour | Gazette_[x]",
      },
      cues: [targetAt({ start: at + 41, end: at + 44 })],
      chain: [{ name: "Meridian Wire" }, { name: "Harbour Gazette", kind: "media" }],
    },
  }),
  {
    ...makeAnnotation({
      id: "urn:uuid:4",
      spans: [
        { start: at, end: at + 5 },
        { start: at + tail.length - lastLine.length, end: at + tail.length - lastLine.length + 6 },
      ],
      statement: { cues: [], source: { targets: [targetAt(spanOf("🚢"))] }, chain: [], within: "urn:uuid:3" },
    }),
    verdict: "holds",
  },
  {
    ...makeAnnotation({ id: "urn:uuid:5", spans: [{ start: 0, end: 0 }], labels: ["claim"] }),
    targets: [
      {
        position: { start: 9, end: 9 },
        quote: { exact: "-gone", prefix: "", suffix: "" },
        orphan: "Its text was deleted.",
        otherSelectors: [],
        extra: {},
      },
    ],
  },
];

export const annotated: AnnotatedDump = {
  name: "harbour talks.txt",
  dump: parse(text),
  collection: { ...emptyCollection("harbour talks.txt"), annotations: describeTargets(text, marks) },
  sha256: "ab".repeat(32),
};
