import type { JsonValue } from "./json.ts";

/** The context of the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/). */
export const WEB_ANNOTATION_CONTEXT = "http://www.w3.org/ns/anno.jsonld";

/**
 * What the model has no term for is said under names that begin with `pressmark:`. A tool that does not know them reads the
 * annotations all the same. The namespace leads nowhere: nothing is ever loaded.
 */
export const CONTEXT: readonly JsonValue[] = [
  WEB_ANNOTATION_CONTEXT,
  {
    pressmark: "urn:x-pressmark:annotations#",
    "pressmark:chain": { "@container": "@list" },
    "pressmark:within": { "@type": "@id" },
    "pressmark:sameAs": { "@type": "@id" },
    "pressmark:statement": { "@type": "@id" },
  },
];

/** The properties beyond the model. */
export const OWN = {
  apart: "pressmark:apart",
  chain: "pressmark:chain",
  copies: "pressmark:copies",
  dump: "pressmark:dump",
  end: "pressmark:end",
  kind: "pressmark:kind",
  length: "pressmark:length",
  lines: "pressmark:lines",
  name: "pressmark:name",
  orphan: "pressmark:orphan",
  raw: "pressmark:raw",
  resolved: "pressmark:resolved",
  role: "pressmark:role",
  sameAs: "pressmark:sameAs",
  sha256: "pressmark:sha256",
  start: "pressmark:start",
  statement: "pressmark:statement",
  within: "pressmark:within",
} as const;

/** The roles of bodies that are no labels and no notes. */
export const BODY_ROLES = ["source", "cue", "comparison", "verdict"] as const;
export type BodyRole = (typeof BODY_ROLES)[number];

/** The end of a sidecar's name, behind the whole name of the dump. */
export const SIDECAR_ENDING = ".annotations.jsonld";

/** A file's name as a reference from a file beside it (RFC 3986, 4.2). */
export function fileReference(name: string): string {
  return encodeURIComponent(name.replace(/\p{Surrogate}/gu, "\ufffd"));
}
