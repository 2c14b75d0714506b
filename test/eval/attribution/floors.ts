import { fOne, type Score } from "./score.ts";

export interface AttributionFloor {
  readonly figure: string;
  readonly limit: number;
  measure(score: Score): number;
}

/** What the issue asks for on the development articles. */
export const ATTRIBUTION_FLOORS: readonly AttributionFloor[] = [
  { figure: "cue F1 by overlap", limit: 0.75, measure: ({ overlap }) => fOne(overlap.cue) },
  { figure: "source F1 by overlap", limit: 0.7, measure: ({ overlap }) => fOne(overlap.source) },
  { figure: "content F1 by overlap", limit: 0.7, measure: ({ overlap }) => fOne(overlap.content) },
  { figure: "triples F1 by overlap", limit: 0.55, measure: ({ triples }) => fOne(triples) },
];
