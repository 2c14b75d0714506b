import { type Annotation, type AnnotationCollection, compareAnnotations, type Note } from "./annotation.ts";
import { isJsonObject, type JsonObject, type JsonValue, sameJson } from "./json.ts";
import { annotationAsJson } from "./write-collection.ts";

export interface MergedCollection {
  readonly collection: AnnotationCollection;
  /**
   * Ids of annotations whose places come from a sidecar of another state of the dump: they are to be anchored before they
   * are shown. Empty when both were of the same text.
   */
  readonly toAnchor: ReadonlySet<string>;
}

/**
 * Brings together what two programs, or two windows, made of one sidecar, mark by mark and field by field: what only one
 * side changed is taken from it; labels and notes of both sides stay; of two changes of one field the later one counts (by
 * `modified`), ours when that does not tell. A mark that one side removed and the other changed stays: moving along with
 * the text is no change. The dump, the hash and the raw file are ours.
 *
 * @param base What both started from; an empty collection when nothing is known.
 */
export function mergeCollections(
  base: AnnotationCollection,
  ours: AnnotationCollection,
  theirs: AnnotationCollection,
): MergedCollection {
  const isSameText = ours.dump.sha256 !== undefined && ours.dump.sha256 === theirs.dump.sha256;
  const before = byId(base.annotations);
  const own = byId(ours.annotations);
  const other = byId(theirs.annotations);
  const annotations: Annotation[] = [];
  const toAnchor = new Set<string>();
  for (const mine of ours.annotations) {
    const merged = mergeAnnotation(before.get(mine.id), mine, other.get(mine.id));
    if (merged !== undefined) {
      annotations.push(merged.annotation);
      if (merged.places === "theirs" && !isSameText) toAnchor.add(mine.id);
    }
  }
  for (const their of theirs.annotations) {
    const start = before.get(their.id);
    const isNew = start === undefined || !sameContent(start, their);
    if (!own.has(their.id) && isNew) {
      annotations.push(their);
      if (!isSameText) toAnchor.add(their.id);
    }
  }
  const raw = ours.raw ?? theirs.raw;
  return {
    collection: {
      dump: ours.dump,
      ...(raw === undefined ? {} : { raw }),
      annotations: annotations.sort(compareAnnotations),
      foreign: mergeLists(base.foreign, ours.foreign, theirs.foreign),
      extra: mergeObjects(base.extra, ours.extra, theirs.extra),
    },
    toAnchor,
  };
}

function byId(annotations: readonly Annotation[]): ReadonlyMap<string, Annotation> {
  return new Map(annotations.map((annotation) => [annotation.id, annotation]));
}

/** Undefined when it was removed. */
function mergeAnnotation(
  base: Annotation | undefined,
  ours: Annotation,
  theirs: Annotation | undefined,
): { readonly annotation: Annotation; readonly places: "ours" | "theirs" } | undefined {
  if (theirs === undefined) {
    const wasRemoved = base !== undefined && sameContent(base, ours);
    return wasRemoved ? undefined : { annotation: ours, places: "ours" };
  }
  if (sameContent(ours, theirs)) {
    return { annotation: ours, places: "ours" };
  }
  if (base !== undefined && sameContent(base, theirs)) {
    return { annotation: ours, places: "ours" };
  }
  if (base !== undefined && sameContent(base, ours)) {
    return withPlaces(theirs, ours, samePlaces(base, theirs));
  }
  const isTheirsLater = (theirs.modified ?? "") > (ours.modified ?? "");
  const [later, earlier] = isTheirsLater ? [theirs, ours] : [ours, theirs];
  const merged = {
    ...mergeFields(base, later, earlier),
    labels: mergeLists(base?.labels ?? [], ours.labels, theirs.labels),
    notes: mergeNotes(base?.notes ?? [], later.notes, earlier.notes),
    otherBodies: mergeLists(base?.otherBodies ?? [], ours.otherBodies, theirs.otherBodies),
    extra: mergeObjects(base?.extra ?? {}, later.extra, earlier.extra),
  };
  return withPlaces(merged, ours, base === undefined || samePlaces(base, theirs));
}

/** Our places are the live ones; theirs count only where they were changed by hand: other targets, not other offsets. */
function withPlaces(annotation: Annotation, ours: Annotation, areOurs: boolean) {
  if (!areOurs) {
    return { annotation, places: "theirs" as const };
  }
  const { statement } = annotation;
  const isSameStatement =
    statement?.cues.length === ours.statement?.cues.length &&
    statement?.source?.targets.length === ours.statement?.source?.targets.length;
  if (statement === undefined || ours.statement === undefined) {
    const places = statement === undefined ? ("ours" as const) : ("theirs" as const);
    return { annotation: { ...annotation, targets: ours.targets }, places };
  }
  const source =
    statement.source === undefined
      ? {}
      : {
          source: {
            ...statement.source,
            targets: ours.statement.source?.targets ?? statement.source.targets,
          },
        };
  return isSameStatement
    ? {
        annotation: {
          ...annotation,
          targets: ours.targets,
          statement: { ...statement, ...source, cues: ours.statement.cues },
        },
        places: "ours" as const,
      }
    : { annotation: { ...annotation, targets: ours.targets }, places: "theirs" as const };
}

const MERGED_FIELDS = [
  "motivations",
  "targets",
  "resolved",
  "statement",
  "comparison",
  "verdict",
  "creator",
  "created",
  "modified",
  "otherTargets",
] as const;

/** Of each field what only the earlier side changed is taken from it, everything else from the later. */
function mergeFields(base: Annotation | undefined, later: Annotation, earlier: Annotation): Annotation {
  if (base === undefined) {
    return { ...earlier, ...later };
  }
  const chosen: Record<string, unknown> = { ...later };
  for (const field of MERGED_FIELDS) {
    if (sameField(base, later, field) && !sameField(base, earlier, field)) {
      if (earlier[field] === undefined) delete chosen[field];
      else chosen[field] = earlier[field];
    }
  }
  return chosen as unknown as Annotation;
}

function sameField(first: Annotation, second: Annotation, field: (typeof MERGED_FIELDS)[number]): boolean {
  if (field === "targets") {
    return samePlaces(first, second);
  }
  return sameContent({ ...second, [field]: first[field] }, second);
}

/** Whether two states say the same, wherever they stand. */
function sameContent(first: Annotation, second: Annotation): boolean {
  return sameJson(contentOf(first), contentOf(second));
}

/** What an annotation says, its places reduced to how many there are. */
function contentOf(annotation: Annotation): JsonValue {
  return withoutPlaces(annotationAsJson({ ...annotation, modified: "" }, ""));
}

const PLACE_PROPERTIES: ReadonlySet<string> = new Set(["selector", "pressmark:orphan", "pressmark:raw"]);

function withoutPlaces(value: JsonValue): JsonValue {
  if (Array.isArray(value)) {
    return (value as readonly JsonValue[]).map(withoutPlaces);
  }
  return isJsonObject(value)
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([key]) => !PLACE_PROPERTIES.has(key))
          .map(([key, item]) => [key, withoutPlaces(item)]),
      )
    : value;
}

/** Whether the targets quote the same words. */
function samePlaces(first: Annotation, second: Annotation): boolean {
  const words = ({ targets }: Annotation) => targets.map(({ quote }) => quote?.exact ?? null);
  return sameJson(words(first), words(second));
}

/** In our order, with what the other side added behind it and without what it removed. */
function mergeLists<Item extends JsonValue>(
  base: readonly Item[],
  ours: readonly Item[],
  theirs: readonly Item[],
): readonly Item[] {
  const has = (list: readonly Item[], item: Item) => list.some((other) => sameJson(other, item));
  const kept = ours.filter((item) => !has(base, item) || has(theirs, item));
  return [...kept, ...theirs.filter((item) => !has(base, item) && !has(ours, item))];
}

/** By id, or by what they say where they have none. */
function mergeNotes(
  base: readonly Note[],
  later: readonly Note[],
  earlier: readonly Note[],
): readonly Note[] {
  const keyOf = ({ id, text, created }: Note) => id ?? `${created ?? ""} ${text}`;
  const before = new Map(base.map((note) => [keyOf(note), note]));
  const others = new Map(earlier.map((note) => [keyOf(note), note]));
  const laterKeys = new Set(later.map(keyOf));
  const merged: Note[] = [];
  for (const note of later) {
    const key = keyOf(note);
    const start = before.get(key);
    const other = others.get(key);
    const isUnchanged = start !== undefined && start.text === note.text;
    if (other === undefined && isUnchanged) continue;
    merged.push(other !== undefined && isUnchanged ? other : note);
  }
  for (const note of earlier) {
    const start = before.get(keyOf(note));
    if (!laterKeys.has(keyOf(note)) && (start === undefined || start.text !== note.text)) merged.push(note);
  }
  const areDated = merged.every(({ created }) => created !== undefined);
  return areDated ? merged.sort((first, second) => compareTimes(first.created, second.created)) : merged;
}

/** ISO 8601 sorts as text. */
function compareTimes(first = "", second = ""): number {
  return first < second ? -1 : Number(first > second);
}

function mergeObjects(base: JsonObject, ours: JsonObject, theirs: JsonObject): JsonObject {
  const keys = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  const entries: [string, JsonValue][] = [];
  for (const key of keys) {
    const [before, own, other] = [base, ours, theirs].map((object) =>
      Object.hasOwn(object, key) ? object[key] : undefined,
    );
    const same = (one: JsonValue | undefined, two: JsonValue | undefined) =>
      one === two || (one !== undefined && two !== undefined && sameJson(one, two));
    const chosen = same(before, own) ? other : own;
    if (chosen !== undefined) entries.push([key, chosen]);
  }
  return Object.fromEntries(entries);
}
