import type { JsonValue } from "../../annotations/json.ts";
import { type AnnotatedDump, type TypedMark, typedMarks } from "./annotated-dump.ts";
import { type PlainLines, plainLines } from "./plain-lines.ts";

/**
 * Tasks for Label Studio, one per dump, as its import takes them: a list of JSON objects. The text has LF for line breaks and
 * offsets count code points, as Label Studio does since 1.4 (its issue 1008). A labelling interface for them:
 * `<View><Labels name="label" toName="text"/><Text name="text" value="$text"/></View>` with the labels used.
 */
export function labelStudioTasks(dumps: readonly AnnotatedDump[]): string {
  return `${JSON.stringify(dumps.map(taskOf), undefined, 2)}\n`;
}

function taskOf(annotated: AnnotatedDump): JsonValue {
  const { name, dump, sha256 } = annotated;
  const lines = plainLines(dump.text);
  const { marks, links } = typedMarks(annotated);
  const result: JsonValue[] = [];
  for (const mark of marks) {
    for (const [index, span] of mark.spans.entries()) {
      const id = index === 0 ? mark.key : `${mark.key}/${index}`;
      const place = { start: lines.pointAt(span.start), end: lines.pointAt(span.end) };
      const text = textBetween(lines, span.start, span.end);
      result.push({
        ...{ id, from_name: "label", to_name: "text", type: "labels" },
        value: { ...place, text, labels: [mark.type] },
        meta: metaOf(mark),
      });
      if (index > 0) {
        result.push({
          type: "relation",
          from_id: id,
          to_id: mark.key,
          direction: "right",
          labels: ["continues"],
        });
      }
    }
  }
  for (const { type, from, to } of links) {
    result.push({ type: "relation", from_id: from, to_id: to, direction: "right", labels: [type] });
  }
  return {
    data: { text: lines.text, file: name, ...(sha256 === undefined ? {} : { sha256 }) },
    annotations: [{ result }],
  };
}

function textBetween(lines: PlainLines, start: number, end: number): string {
  return lines.text.slice(lines.unitAt(start), lines.unitAt(end));
}

/** What Label Studio shows beside a region: notes, and the source of a statement. */
function metaOf({ annotation, role }: TypedMark): JsonValue {
  const texts = role === "content" ? annotation.notes.map(({ text }) => text) : [];
  const source = annotation.statement?.source;
  return {
    text: texts,
    ...(role === "source" && source?.name !== undefined ? { name: [source.name] } : {}),
    ...(role === "source" && source?.kind !== undefined ? { kind: [source.kind] } : {}),
  };
}
