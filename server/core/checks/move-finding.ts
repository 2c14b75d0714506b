import { moveSpan } from "../article/move-span.ts";
import type { TextChange } from "../article/text-change.ts";
import type { Operation, Phrase, PhrasePart, UnplacedFix, UnplacedRelation, Words } from "./check.ts";
import type { UnitFinding } from "./checked-dump.ts";

/**
 * A finding after an edit of its unit that lies wholly inside each of its spans, or outside it. The very object where it stands above the edit
 * with all that belongs to it; of an edit that puts in as much as it takes out nothing can be told so, and columns in UTF-8 can change by it.
 */
export function moveFinding(finding: UnitFinding, change: TextChange): UnitFinding {
  const { span, related, data, fixes } = finding;
  const isTextKept = span.end <= change.start || span.start >= change.oldEnd;
  const moved = {
    span: moveSpan(span, change),
    message: moveWords(finding.message, change),
    related: related && moveList(related, (place) => moveRelation(place, change)),
    data: data && (moveData(data, change) as typeof data),
    fixes: fixes && moveList(fixes, (fix) => moveFix(fix, change)),
  };
  const isInPlace =
    moved.span === span &&
    moved.message === finding.message &&
    moved.related === related &&
    moved.data === data &&
    moved.fixes === fixes;
  if (isInPlace && isTextKept && change.newEnd !== change.oldEnd) {
    return finding;
  }
  return {
    ...finding,
    span: moved.span,
    message: moved.message,
    ...(moved.related === undefined ? {} : { related: moved.related }),
    ...(moved.data === undefined ? {} : { data: moved.data }),
    ...(moved.fixes === undefined ? {} : { fixes: moved.fixes }),
    unmoved: isTextKept ? (finding.unmoved ?? finding) : undefined,
  };
}

/** The very list where none of its members is another one afterwards. */
export function moveList<T>(list: readonly T[], move: (one: T) => T): readonly T[] {
  let moved: T[] | undefined;
  for (let index = 0; index < list.length; index++) {
    const one = list[index] as T;
    const now = move(one);
    if (now !== one) {
      moved ??= [...list];
      moved[index] = now;
    }
  }
  return moved ?? list;
}

function moveRelation(place: UnplacedRelation, change: TextChange): UnplacedRelation {
  const span = place.unit === undefined ? moveSpan(place.span, change) : place.span;
  const message = moveWords(place.message, change);
  return span === place.span && message === place.message ? place : { ...place, span, message };
}

function moveFix(fix: UnplacedFix, change: TextChange): UnplacedFix {
  const { comparison } = fix;
  const title = moveWords(fix.title, change);
  const operations = moveList(fix.operations, (operation) => moveOperation(operation, change));
  const goes = comparison && moveSpan(comparison.goes, change);
  const stays = comparison && moveSpan(comparison.stays, change);
  const isInPlace =
    title === fix.title &&
    operations === fix.operations &&
    goes === comparison?.goes &&
    stays === comparison?.stays;
  if (isInPlace) {
    return fix;
  }
  return {
    ...fix,
    title,
    operations,
    ...(goes === undefined || stays === undefined ? {} : { comparison: { goes, stays } }),
  };
}

function moveOperation(operation: Operation, change: TextChange): Operation {
  if (operation.kind === "split") {
    const at = moveOffset(operation.at, change);
    return at === operation.at ? operation : { ...operation, at };
  }
  const span = moveSpan(operation.span, change);
  if (operation.kind === "move") {
    const to = moveOffset(operation.to, change);
    return span === operation.span && to === operation.to ? operation : { ...operation, span, to };
  }
  return span === operation.span ? operation : { ...operation, span };
}

function moveOffset(at: number, change: TextChange): number {
  return at >= change.oldEnd ? at + change.newEnd - change.oldEnd : at;
}

function moveWords(text: Words, change: TextChange): Words {
  if (typeof text === "string") {
    return text;
  }
  return "english" in text
    ? movePhrase(text, change)
    : moveList(text as readonly Words[], (one) => moveWords(one, change));
}

function movePhrase(phrase: Phrase, change: TextChange): Phrase {
  const values = moveList(phrase.values, (value) => movePart(value, change));
  return values === phrase.values ? phrase : { ...phrase, values };
}

function movePart(part: PhrasePart, change: TextChange): PhrasePart {
  if (typeof part !== "object" || "day" in part) {
    return part;
  }
  if ("list" in part) {
    const list = moveList(part.list, (one) => movePart(one, change));
    return list === part.list ? part : { list };
  }
  if ("english" in part) {
    return movePhrase(part, change);
  }
  const span = part.unit === undefined ? moveSpan(part.span, change) : part.span;
  return span === part.span ? part : { ...part, span };
}

/** Offsets stand in it as lines of the unit only. */
function moveData(value: unknown, change: TextChange): unknown {
  if (typeof value !== "object" || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return moveList(value, (one) => moveData(one, change));
  }
  if ("form" in value && "span" in value) {
    return movePart(value as PhrasePart, change);
  }
  let moved: Record<string, unknown> | undefined;
  for (const [name, one] of Object.entries(value)) {
    const now = moveData(one, change);
    if (now !== one) {
      moved ??= { ...value };
      moved[name] = now;
    }
  }
  return moved ?? value;
}
