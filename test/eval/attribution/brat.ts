import type { Span } from "../../../server/core/text/span.ts";

/** An attribution as an annotator tied it together; a part that is not annotated has no spans. */
export interface Attribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/**
 * Reads brat standoff (brat.nlplab.org/standoff.html): text-bound annotations `T1<tab>Cue 11 12;15 20<tab>text` and events
 * `E1<tab>Attribution:T4 Content:T3 Cue:T2 Source:T1`. Offsets count code points, so text beyond the BMP shifts them.
 */
export function readBrat(annotations: string, text: string): Attribution[] {
  const unitOf = unitOffsets(text);
  const spans = new Map<string, Span[]>();
  const attributions: Attribution[] = [];
  const lines = annotations.split("\n").map((line) => line.split("\t"));
  for (const [id = "", body = ""] of lines) {
    if (id.startsWith("T")) {
      const places = body.slice(body.indexOf(" ") + 1).split(";");
      spans.set(
        id,
        places.map((place) => {
          const [start = 0, end = 0] = place.split(" ").map(Number);
          return { start: unitOf(start), end: unitOf(end) };
        }),
      );
    }
  }
  for (const [id = "", body = ""] of lines) {
    if (id.startsWith("E")) {
      const parts = body.split(" ").map((part) => part.split(":"));
      const collect = (role: string) =>
        parts.flatMap(([name = "", target = ""]) =>
          name.replace(/\d+$/, "") === role ? (spans.get(target) ?? []) : [],
        );
      attributions.push({ source: collect("Source"), cue: collect("Cue"), content: collect("Content") });
    }
  }
  return attributions;
}

function unitOffsets(text: string): (codePoints: number) => number {
  const units: number[] = [];
  let at = 0;
  for (const character of text) {
    units.push(at);
    at += character.length;
  }
  units.push(at);
  return (codePoints) => units[Math.min(codePoints, units.length - 1)] as number;
}
