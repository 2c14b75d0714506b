import {
  type Agent,
  type Annotation,
  type AnnotationCollection,
  compareAnnotations,
  type Note,
  type StatementParts,
  type Target,
} from "./annotation.ts";
import { formatJson } from "./format-json.ts";
import { type JsonObject, type JsonValue, listOf } from "./json.ts";
import { CONTEXT, fileReference, OWN, SIDECAR_ENDING } from "./vocabulary.ts";

/**
 * A collection as the text of its sidecar: a W3C AnnotationCollection with one page, JSON-LD, ending with a line break. The
 * same collection always gives the same text, annotations in the order of `compareAnnotations`, foreign entries behind
 * them. Quotations are written as they are: call `describeTargets` before.
 */
export function writeCollection(collection: AnnotationCollection): string {
  return formatJson(collectionAsJson(collection));
}

/** The same as a value. */
export function collectionAsJson({
  dump,
  raw,
  annotations,
  foreign,
  extra,
}: AnnotationCollection): JsonObject {
  const own = fileReference(`${dump.name}${SIDECAR_ENDING}`);
  const { "@context": otherContexts, ...others } = extra;
  const items = [...annotations].sort(compareAnnotations).map((each) => annotationAsJson(each, dump.name));
  return {
    "@context": [...CONTEXT, ...listOf(otherContexts)],
    id: own,
    type: "AnnotationCollection",
    ...others,
    [OWN.dump]: {
      [OWN.name]: dump.name,
      ...stated({ [OWN.sha256]: dump.sha256, [OWN.length]: dump.length }),
    },
    ...(raw === undefined
      ? {}
      : { [OWN.raw]: { ...stated({ [OWN.name]: raw.name }), [OWN.sha256]: raw.sha256 } }),
    first: { id: `${own}#page`, type: "AnnotationPage", startIndex: 0, items: [...items, ...foreign] },
  };
}

/** One annotation as an item of its collection's page. */
export function annotationAsJson(annotation: Annotation, dumpName: string): JsonObject {
  const source = fileReference(dumpName);
  const { statement, motivations } = annotation;
  const bodies = bodiesOf(annotation, source);
  const targets = [
    ...annotation.targets.map((target) => targetAsJson(target, source)),
    ...annotation.otherTargets,
  ];
  return {
    id: annotation.id,
    type: "Annotation",
    ...(motivations.length === 0 ? {} : { motivation: oneOrList(motivations) }),
    ...stated({ creator: agentAsJson(annotation.creator), created: annotation.created }),
    ...stated({ modified: annotation.modified }),
    ...(annotation.resolved ? { [OWN.resolved]: true } : {}),
    ...(statement === undefined ? {} : statementAsJson(statement)),
    ...(bodies.length === 0 ? {} : { body: bodies }),
    target: oneOrList(targets),
    ...annotation.extra,
  };
}

function bodiesOf(annotation: Annotation, source: string): JsonValue[] {
  const { labels, notes, statement, comparison, verdict } = annotation;
  return [
    ...labels.map((value) => ({ type: "TextualBody", purpose: "tagging", value })),
    ...notes.map((note, index) => noteAsJson(note, index === 0 ? "commenting" : "replying")),
    ...(statement === undefined ? [] : partsAsJson(statement, source)),
    ...(comparison === undefined
      ? []
      : [{ type: "SpecificResource", purpose: "linking", [OWN.role]: "comparison", source: comparison }]),
    ...(verdict === undefined
      ? []
      : [{ type: "TextualBody", purpose: "assessing", [OWN.role]: "verdict", value: verdict }]),
    ...annotation.otherBodies,
  ];
}

function noteAsJson({ id, text, creator, created, modified, extra }: Note, purpose: string): JsonObject {
  return {
    ...stated({ id }),
    type: "TextualBody",
    purpose,
    format: "text/markdown",
    value: text,
    ...stated({ creator: agentAsJson(creator), created, modified }),
    ...extra,
  };
}

function statementAsJson({ within, chain }: StatementParts): JsonObject {
  const steps = chain.map(({ name, kind, statement }) => ({
    [OWN.name]: name,
    ...stated({ [OWN.kind]: kind, [OWN.statement]: statement }),
  }));
  return { ...stated({ [OWN.within]: within }), ...(steps.length === 0 ? {} : { [OWN.chain]: steps }) };
}

/** Source and cue of a statement are bodies that point into the dump: the annotation links them to its target, the content. */
function partsAsJson({ source, cues }: StatementParts, file: string): JsonValue[] {
  const bodies: JsonValue[] = [];
  if (source !== undefined) {
    const known = stated({ [OWN.kind]: source.kind, [OWN.name]: source.name, [OWN.sameAs]: source.sameAs });
    for (const [index, target] of source.targets.entries()) {
      bodies.push(placedBody(target, file, "source", index === 0 ? known : {}));
    }
    if (source.targets.length === 0) {
      const value = source.name ?? "";
      bodies.push({ type: "TextualBody", purpose: "identifying", [OWN.role]: "source", ...known, value });
    }
  }
  for (const target of cues) {
    bodies.push(placedBody(target, file, "cue", {}));
  }
  return bodies;
}

function placedBody(target: Target, file: string, role: "source" | "cue", known: JsonObject): JsonObject {
  const purpose = role === "source" ? "identifying" : "linking";
  return { ...targetAsJson(target, file), purpose, [OWN.role]: role, ...known };
}

function targetAsJson(target: Target, source: string): JsonObject {
  const { position, quote, orphan, raw, otherSelectors, extra } = target;
  const selectors: JsonValue[] = [];
  if (position !== undefined) {
    selectors.push({ type: "TextPositionSelector", start: position.start, end: position.end });
  }
  if (quote !== undefined) {
    const { exact, prefix, suffix, copies, apart } = quote;
    selectors.push({
      type: "TextQuoteSelector",
      exact,
      prefix,
      suffix,
      ...stated({ [OWN.copies]: copies, [OWN.apart]: apart }),
    });
  }
  selectors.push(...otherSelectors);
  return {
    type: "SpecificResource",
    source,
    ...(selectors.length === 0 ? {} : { selector: selectors }),
    ...stated({ [OWN.orphan]: orphan }),
    ...(raw === undefined
      ? {}
      : {
          [OWN.raw]: { [OWN.lines]: [...raw.lines], [OWN.start]: raw.span.start, [OWN.end]: raw.span.end },
        }),
    ...extra,
  };
}

function agentAsJson(agent: Agent | undefined): JsonValue | undefined {
  if (agent === undefined) {
    return undefined;
  }
  const { type, ...others } = agent.extra;
  const isPlain = Object.keys(agent.extra).length === 0;
  return isPlain ? agent.name : { ...stated({ type }), name: agent.name, ...others };
}

function oneOrList(values: readonly JsonValue[]): JsonValue {
  const [only, ...others] = values;
  return only !== undefined && others.length === 0 ? only : values;
}

function stated(fields: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, JsonValue] => field[1] !== undefined),
  );
}
