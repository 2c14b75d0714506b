import { type Annotation, type AnnotationCollection, compareAnnotations } from "./annotation.ts";
import {
  isJsonObject,
  isList,
  type JsonObject,
  type JsonValue,
  listOf,
  otherProperties,
  property,
  sameJson,
} from "./json.ts";
import { readAnnotation } from "./read-annotation.ts";
import { readOffset } from "./read-fields.ts";
import { CONTEXT, fileReference, OWN, WEB_ANNOTATION_CONTEXT } from "./vocabulary.ts";

export interface ReadOptions {
  /** The file name of the dump that the sidecar stands beside, without a path. */
  readonly dumpName: string;
  /**
   * `own`: targets in other files are kept as they are and not looked for in this one. `any`: whatever the annotations are
   * about is looked for in this dump, for an import; without a sidecar's own statement which dump it is of, this goes too.
   */
  readonly sources: "own" | "any";
  /** Gives an id to annotations that have none; without it they are foreign entries. */
  readonly newId?: () => string;
}

/** Something in a sidecar that is not as it should be. Nothing of it is lost: what is not understood is kept as it is. */
export interface ReadProblem {
  /** The place in the list of annotations, from 0; undefined for the whole file. */
  readonly index: number | undefined;
  /** What is wrong, as a user may read it. */
  readonly reason: string;
}

/** `collection` is undefined where the file as a whole was not understood: then it must not be overwritten. */
export interface ReadCollection {
  readonly collection: AnnotationCollection | undefined;
  readonly problems: readonly ReadProblem[];
}

/**
 * Reads annotations: a sidecar, or what another tool wrote by the W3C Web Annotation model (a collection with its page
 * inside, a page, a list, a graph, one annotation). Total: whatever the text is, it does not throw. Linear.
 */
export function readCollection(json: string, options: ReadOptions): ReadCollection {
  if (json.length > LONGEST_SIDECAR) {
    return whole("It is larger than any annotations are.");
  }
  const text = json.replace(/^\ufeff/u, "");
  const trouble = nestingTrouble(text);
  const root = trouble === undefined ? parseJson(text) : undefined;
  if (root === undefined) {
    return whole(trouble ?? "It is no JSON.");
  }
  const items = itemsOf(root);
  if (items === undefined) {
    return whole("It holds no list of annotations.");
  }
  const head = isJsonObject(root) && !isAnnotation(root) ? root : {};
  const stated = readDumpReference(property(head, OWN.dump));
  const accepts = acceptedSources(options, stated?.name);
  const annotations: Annotation[] = [];
  const foreign: JsonValue[] = [];
  const problems: ReadProblem[] = [];
  const ids = new Set<string>();
  for (const [index, item] of items.entries()) {
    const { annotation, reasons } = readAnnotation(item, accepts, options.newId);
    for (const reason of reasons) {
      problems.push({ index, reason });
    }
    if (annotation === undefined) {
      foreign.push(item);
    } else if (ids.has(annotation.id)) {
      problems.push({
        index,
        reason: "Another annotation has the same id, so this one is kept but not used.",
      });
      foreign.push(item);
    } else {
      ids.add(annotation.id);
      annotations.push(annotation);
    }
  }
  const raw = readRawFile(property(head, OWN.raw));
  return {
    collection: {
      dump: { ...stated, name: options.dumpName },
      ...(raw === undefined ? {} : { raw }),
      annotations: annotations.sort(compareAnnotations),
      foreign,
      extra: extraOf(head),
    },
    problems,
  };
}

/** In code units, some 150,000 marks: a million, which nobody made by hand, would take more memory than an editor has. */
const LONGEST_SIDECAR = 32_000_000;

/** Deeper than any annotation is; beyond some thousands a walk through it would run out of stack. */
const DEEPEST_NESTING = 100;

function nestingTrouble(text: string): string | undefined {
  let depth = 0;
  let isString = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isString) {
      if (unit === BACKSLASH) at++;
      else if (unit === QUOTE) isString = false;
    } else if (unit === QUOTE) isString = true;
    else if (unit === OPEN_BRACE || unit === OPEN_BRACKET) {
      depth++;
      if (depth > DEEPEST_NESTING) return "It is nested too deep to be annotations.";
    } else if (unit === CLOSE_BRACE || unit === CLOSE_BRACKET) depth--;
  }
  return undefined;
}

const BACKSLASH = 0x5c;
const QUOTE = 0x22;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

function parseJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

function whole(reason: string): ReadCollection {
  return { collection: undefined, problems: [{ index: undefined, reason }] };
}

/** The annotations in whatever holds them; undefined where nothing does. */
function itemsOf(root: JsonValue): readonly JsonValue[] | undefined {
  if (isList(root)) {
    return root;
  }
  if (!isJsonObject(root)) {
    return undefined;
  }
  if (isAnnotation(root)) {
    return [root];
  }
  const items: JsonValue[] = [];
  let page: JsonValue | undefined = root;
  let isThere = false;
  while (isJsonObject(page)) {
    const list: JsonValue | undefined = property(page, "items") ?? property(page, "@graph");
    if (list !== undefined) {
      isThere = true;
      for (const item of listOf(list)) items.push(item);
    }
    page = property(page, "first") ?? property(page, "next");
  }
  return isThere || hasType(root, "AnnotationCollection") ? items : undefined;
}

function isAnnotation(value: JsonObject): boolean {
  return hasType(value, "Annotation");
}

function hasType(value: JsonObject, type: string): boolean {
  return listOf(property(value, "type") ?? property(value, "@type")).includes(type);
}

type StatedDump = Partial<AnnotationCollection["dump"]>;

function readDumpReference(value: JsonValue | undefined): StatedDump | undefined {
  if (!isJsonObject(value)) {
    return undefined;
  }
  const name = property(value, OWN.name);
  const sha256 = readSha256(property(value, OWN.sha256));
  const length = readOffset(property(value, OWN.length));
  return {
    ...(typeof name === "string" ? { name } : {}),
    ...(sha256 === undefined ? {} : { sha256 }),
    ...(length === undefined ? {} : { length }),
  };
}

function readRawFile(value: JsonValue | undefined): AnnotationCollection["raw"] {
  const { name, sha256 } = readDumpReference(value) ?? {};
  return sha256 === undefined ? undefined : { sha256, ...(name === undefined ? {} : { name }) };
}

function readSha256(value: JsonValue | undefined): string | undefined {
  return typeof value === "string" && /^[0-9a-f]{64}$/iu.test(value) ? value.toLowerCase() : undefined;
}

/** A sidecar that was renamed together with its dump still speaks of the old name. */
function acceptedSources(options: ReadOptions, statedName: string | undefined): (source: string) => boolean {
  if (options.sources === "any" || statedName === undefined) {
    return () => true;
  }
  const own = new Set([options.dumpName, statedName].flatMap((name) => [name, fileReference(name)]));
  return (source) => own.has(source) || own.has(source.replace(/^\.\//u, ""));
}

const KNOWN: ReadonlySet<string> = new Set([
  ...[
    "@context",
    "id",
    "@id",
    "type",
    "@type",
    "total",
    "startIndex",
    "first",
    "last",
    "next",
    "items",
    "@graph",
  ],
  ...[OWN.dump, OWN.raw],
]);

function extraOf(head: JsonObject): JsonObject {
  const contexts = listOf(property(head, "@context")).filter(
    (context) => context !== WEB_ANNOTATION_CONTEXT && !CONTEXT.some((own) => sameJson(own, context)),
  );
  return { ...otherProperties(head, KNOWN), ...(contexts.length === 0 ? {} : { "@context": contexts }) };
}
