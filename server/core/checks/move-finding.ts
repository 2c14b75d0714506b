import { moveSpan } from "../article/move-span.ts";
import type { TextChange } from "../article/text-change.ts";
import type { Operation, Phrase, PhrasePart, UnplacedFix, UnplacedRelation, Words } from "./check.ts";
import type { UnitFinding } from "./checked-dump.ts";

/** A finding after an edit of its unit that lies wholly inside each of its spans, or outside it. */
export function moveFinding(finding: UnitFinding, change: TextChange): UnitFinding {
  if (change.newEnd === change.oldEnd) {
    return finding;
  }
  const { related, data, fixes } = finding;
  return {
    ...finding,
    span: moveSpan(finding.span, change),
    message: moveWords(finding.message, change),
    ...(related === undefined ? {} : { related: related.map((place) => moveRelation(place, change)) }),
    ...(data === undefined ? {} : { data: moveData(data, change) as typeof data }),
    ...(fixes === undefined ? {} : { fixes: fixes.map((fix) => moveFix(fix, change)) }),
  };
}

function moveRelation(place: UnplacedRelation, change: TextChange): UnplacedRelation {
  return {
    ...place,
    span: place.unit === undefined ? moveSpan(place.span, change) : place.span,
    message: moveWords(place.message, change),
  };
}

function moveFix(fix: UnplacedFix, change: TextChange): UnplacedFix {
  const { comparison } = fix;
  return {
    ...fix,
    title: moveWords(fix.title, change),
    operations: fix.operations.map((operation) => moveOperation(operation, change)),
    ...(comparison === undefined
      ? {}
      : {
          comparison: {
            goes: moveSpan(comparison.goes, change),
            stays: moveSpan(comparison.stays, change),
          },
        }),
  };
}

function moveOperation(operation: Operation, change: TextChange): Operation {
  switch (operation.kind) {
    case "split":
      return { ...operation, at: moveOffset(operation.at, change) };
    case "move":
      return {
        ...operation,
        span: moveSpan(operation.span, change),
        to: moveOffset(operation.to, change),
      };
    default:
      return { ...operation, span: moveSpan(operation.span, change) };
  }
}

function moveOffset(at: number, change: TextChange): number {
  return at >= change.oldEnd ? at + change.newEnd - change.oldEnd : at;
}

function moveWords(text: Words, change: TextChange): Words {
  if (typeof text === "string") {
    return text;
  }
  return "english" in text ? movePhrase(text, change) : text.map((one) => moveWords(one, change));
}

function movePhrase(phrase: Phrase, change: TextChange): Phrase {
  return { ...phrase, values: phrase.values.map((value) => movePart(value, change)) };
}

function movePart(part: PhrasePart, change: TextChange): PhrasePart {
  if (typeof part !== "object" || "day" in part) {
    return part;
  }
  if ("list" in part) {
    return { list: part.list.map((one) => movePart(one, change)) };
  }
  if ("english" in part) {
    return movePhrase(part, change);
  }
  return part.unit === undefined ? { ...part, span: moveSpan(part.span, change) } : part;
}

/** Offsets stand in it as lines of the unit only. */
function moveData(value: unknown, change: TextChange): unknown {
  if (typeof value !== "object" || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((one) => moveData(one, change));
  }
  return "form" in value && "span" in value
    ? movePart(value as PhrasePart, change)
    : Object.fromEntries(Object.entries(value).map(([name, one]) => [name, moveData(one, change)]));
}
