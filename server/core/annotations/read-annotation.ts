import type { Annotation, ChainStep, Note, StatementParts, StatementSource, Target } from "./annotation.ts";
import { isJsonObject, type JsonObject, type JsonValue, listOf, otherProperties, property } from "./json.ts";
import { readAgent, readKind, readText } from "./read-fields.ts";
import { readTarget } from "./read-target.ts";
import { BODY_ROLES, type BodyRole, OWN } from "./vocabulary.ts";

export interface ReadAnnotation {
  /** Undefined when the entry is no annotation of this dump. */
  readonly annotation: Annotation | undefined;
  /** What was wrong with it. */
  readonly reasons: readonly string[];
}

/**
 * Reads one entry.
 *
 * @param accepts Whether a reference to a file or page means this dump.
 * @param newId Gives an id to an annotation that has none.
 */
export function readAnnotation(
  entry: JsonValue,
  accepts: (source: string) => boolean,
  newId: (() => string) | undefined,
): ReadAnnotation {
  if (!isJsonObject(entry)) {
    return refused("It is no annotation.");
  }
  const types = listOf(property(entry, "type") ?? property(entry, "@type"));
  if (types.length > 0 && !types.includes("Annotation")) {
    return refused("Its type is not Annotation.");
  }
  const id = readText(property(entry, "id") ?? property(entry, "@id")) ?? newId?.();
  if (id === undefined) {
    return refused("It has no id.");
  }
  const reasons: string[] = [];
  const { targets, otherTargets } = readTargets(property(entry, "target"), accepts, reasons);
  if (targets.length === 0) {
    return refused(...(reasons.length > 0 ? reasons : ["It is about no place in this dump."]));
  }
  const bodies = readBodies(entry, accepts, reasons);
  const { creator, leftover: otherCreator } = readAgent(property(entry, "creator"));
  const created = readText(property(entry, "created"));
  const modified = readText(property(entry, "modified"));
  const statement = readStatement(entry, bodies);
  return {
    annotation: {
      id,
      motivations: listOf(property(entry, "motivation")).filter((term) => typeof term === "string"),
      targets,
      labels: bodies.labels,
      notes: bodies.notes,
      resolved: property(entry, OWN.resolved) === true,
      ...(statement === undefined ? {} : { statement }),
      ...(bodies.comparison === undefined ? {} : { comparison: bodies.comparison }),
      ...(bodies.verdict === undefined ? {} : { verdict: bodies.verdict }),
      ...(creator === undefined ? {} : { creator }),
      ...(created === undefined ? {} : { created }),
      ...(modified === undefined ? {} : { modified }),
      otherBodies: bodies.others,
      otherTargets,
      extra: { ...otherProperties(entry, KNOWN), ...otherCreator },
    },
    reasons,
  };
}

const KNOWN: ReadonlySet<string> = new Set([
  ...["@context", "id", "@id", "type", "@type", "motivation", "creator", "created", "modified"],
  ...["body", "bodyValue", "target", OWN.resolved, OWN.within, OWN.chain],
]);

function refused(...reasons: string[]): ReadAnnotation {
  return { annotation: undefined, reasons };
}

function readTargets(value: JsonValue | undefined, accepts: (source: string) => boolean, reasons: string[]) {
  const targets: Target[] = [];
  const otherTargets: JsonValue[] = [];
  for (const item of listOf(value)) {
    const read = readTarget(item, accepts);
    if (read.target === undefined) {
      otherTargets.push(item);
    } else {
      targets.push(read.target);
    }
    if (read.reason !== undefined) {
      reasons.push(read.reason);
    }
  }
  return { targets, otherTargets };
}

/** What the bodies say, by kind. */
interface Bodies {
  readonly labels: string[];
  readonly notes: Note[];
  readonly cues: Target[];
  readonly sourceTargets: Target[];
  /** Kind, name and identity of the source, from the first body that states each. */
  source: Omit<StatementSource, "targets"> | undefined;
  comparison: string | undefined;
  verdict: string | undefined;
  readonly others: JsonValue[];
}

function readBodies(entry: JsonObject, accepts: (source: string) => boolean, reasons: string[]): Bodies {
  const bodies: Bodies = {
    labels: [],
    notes: [],
    cues: [],
    sourceTargets: [],
    source: undefined,
    comparison: undefined,
    verdict: undefined,
    others: [],
  };
  const { bodyValue } = entry;
  if (typeof bodyValue === "string") {
    bodies.notes.push({ text: bodyValue, extra: {} });
  }
  const motivations = listOf(property(entry, "motivation"));
  for (const body of listOf(property(entry, "body"))) {
    if (!readBody(body, motivations, bodies, accepts, reasons)) {
      bodies.others.push(body);
    }
  }
  return bodies;
}

/** @returns whether the body was understood. */
function readBody(
  body: JsonValue,
  motivations: readonly JsonValue[],
  bodies: Bodies,
  accepts: (source: string) => boolean,
  reasons: string[],
): boolean {
  if (!isJsonObject(body)) {
    return false;
  }
  const role = BODY_ROLES.find((name) => name === property(body, OWN.role));
  if (role !== undefined) {
    return readRole(body, role, bodies, accepts, reasons);
  }
  const value = readText(property(body, "value"));
  if (!listOf(property(body, "type")).includes("TextualBody") || value === undefined) {
    return false;
  }
  const purposes = listOf(property(body, "purpose"));
  const means = (term: string) => (purposes.length === 0 ? motivations : purposes).includes(term);
  if (means("tagging") || means("classifying")) {
    const isPlain = Object.keys(body).every((key) => TAG_KEYS.has(key));
    if (isPlain && !bodies.labels.includes(value)) bodies.labels.push(value);
    return isPlain;
  }
  if (purposes.length === 0 || means("commenting") || means("replying") || means("describing")) {
    bodies.notes.push(readNote(body, value));
    return true;
  }
  return false;
}

const TAG_KEYS: ReadonlySet<string> = new Set(["type", "purpose", "value"]);
const NOTE_KEYS: ReadonlySet<string> = new Set([
  ...["id", "type", "purpose", "format", "value", "creator", "created", "modified"],
]);

function readNote(body: JsonObject, text: string): Note {
  const { creator, leftover } = readAgent(property(body, "creator"));
  const fields: Record<string, string> = {};
  for (const key of ["id", "created", "modified"]) {
    const value = readText(property(body, key));
    if (value !== undefined) fields[key] = value;
  }
  return {
    ...fields,
    text,
    ...(creator === undefined ? {} : { creator }),
    extra: { ...otherProperties(body, NOTE_KEYS), ...leftover },
  };
}

function readRole(
  body: JsonObject,
  role: BodyRole,
  bodies: Bodies,
  accepts: (source: string) => boolean,
  reasons: string[],
): boolean {
  switch (role) {
    case "comparison": {
      const address = readText(property(body, "source")) ?? readText(property(body, "id"));
      const isNew = address !== undefined && bodies.comparison === undefined;
      if (isNew) bodies.comparison = address;
      return isNew;
    }
    case "verdict": {
      const verdict = readText(property(body, "value"));
      const isNew = verdict !== undefined && bodies.verdict === undefined;
      if (isNew) bodies.verdict = verdict;
      return isNew;
    }
    case "cue": {
      const { target, reason } = readTarget(body, accepts);
      if (reason !== undefined) reasons.push(reason);
      if (target !== undefined) bodies.cues.push(target);
      return target !== undefined;
    }
    case "source": {
      const isPlace = property(body, "source") !== undefined;
      const { target, reason } = isPlace ? readTarget(body, accepts) : {};
      if (reason !== undefined) reasons.push(reason);
      if (isPlace && target === undefined) return false;
      if (target !== undefined) bodies.sourceTargets.push(target);
      const name = readText(property(body, OWN.name)) ?? readText(property(body, "value"));
      const kind = readKind(property(body, OWN.kind));
      const sameAs = readText(property(body, OWN.sameAs));
      bodies.source = {
        ...(name === undefined ? {} : { name }),
        ...(kind === undefined ? {} : { kind }),
        ...(sameAs === undefined ? {} : { sameAs }),
        ...bodies.source,
      };
      return true;
    }
  }
}

function readStatement(entry: JsonObject, bodies: Bodies): StatementParts | undefined {
  const within = readText(property(entry, OWN.within));
  const chain = listOf(property(entry, OWN.chain)).flatMap(readStep);
  const { source, sourceTargets, cues } = bodies;
  if (source === undefined && cues.length === 0 && within === undefined && chain.length === 0) {
    return undefined;
  }
  return {
    ...(source === undefined ? {} : { source: { targets: sourceTargets, ...source } }),
    cues,
    ...(within === undefined ? {} : { within }),
    chain,
  };
}

function readStep(value: JsonValue): ChainStep[] {
  const name = isJsonObject(value) ? readText(property(value, OWN.name)) : readText(value);
  if (name === undefined) {
    return [];
  }
  const kind = isJsonObject(value) ? readKind(property(value, OWN.kind)) : undefined;
  const statement = isJsonObject(value) ? readText(property(value, OWN.statement)) : undefined;
  return [
    { name, ...(kind === undefined ? {} : { kind }), ...(statement === undefined ? {} : { statement }) },
  ];
}
