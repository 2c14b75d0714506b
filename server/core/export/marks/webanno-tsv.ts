import { scanTokens } from "../../duplicates/tokens.ts";
import { type Span, sliceSpan } from "../../text/span.ts";
import { type AnnotatedDump, typedMarks } from "./annotated-dump.ts";
import { plainLines } from "./plain-lines.ts";
import { LINK_LAYER, MARK_FEATURES, MARK_LAYER } from "./webanno-layers.ts";

/**
 * A dump in WebAnno TSV 3.3, for INCEpTION, which needs the layers of `webannoLayers` first. Each line is a sentence, each word
 * or mark a token; a mark that starts or ends inside a word is a sub-token. Offsets are UTF-16 units, as that format counts,
 * of the text with LF for line breaks. A mark in several pieces is several marks, with `continues` between them.
 */
export function webannoTsv(annotated: AnnotatedDump): string {
  const lines = plainLines(annotated.dump.text);
  const spans = numberedSpans(annotated, lines.unitAt);
  const sentences = sentencesOf(lines.text, spans);
  const addresses = new Map<number, string>();
  for (const { units } of sentences) {
    for (const { address, marks } of units) {
      for (const { id } of marks) if (!addresses.has(id)) addresses.set(id, address);
    }
  }
  const links = linksByTarget(annotated, spans);
  const linksAt = ({ address, marks }: Unit) =>
    marks.flatMap(({ id }) => (addresses.get(id) === address ? (links.get(id) ?? []) : []));
  const rows = sentences.flatMap((sentence) => [
    "",
    `#Text=${escapeText(sentence.text)}`,
    ...sentence.units.map((unit) => unitRow(lines.text, unit, linksAt(unit), addresses)),
  ]);
  const head = [
    "#FORMAT=WebAnno TSV 3.3",
    `#T_SP=${MARK_LAYER}|${MARK_FEATURES.join("|")}`,
    `#T_RL=${LINK_LAYER}|type|BT_${MARK_LAYER}`,
    "",
  ];
  return `${[...head, ...rows].join("\n")}\n`;
}

/** A token, or a part of one that marks begin or end in. */
interface Unit {
  /** `sentence-token`, with `.part` for a part. */
  readonly address: string;
  readonly span: Span;
  readonly marks: readonly NumberedSpan[];
}

interface Sentence {
  readonly text: string;
  readonly units: readonly Unit[];
}

function sentencesOf(text: string, spans: readonly NumberedSpan[]): readonly Sentence[] {
  const sorted = [...spans].sort((first, second) => first.start - second.start);
  const sentences: Sentence[] = [];
  let begun: readonly NumberedSpan[] = [];
  let next = 0;
  for (const line of text.matchAll(/[^\n]+/gu)) {
    const { starts, ends } = scanTokens(text, { start: line.index, end: line.index + line[0].length });
    const [from, to] = [starts[0], ends.at(-1)];
    if (from === undefined || to === undefined) continue;
    const arriving: NumberedSpan[] = [];
    for (; next < sorted.length && (sorted[next] as NumberedSpan).start < to; next++) {
      arriving.push(sorted[next] as NumberedSpan);
    }
    begun = [...begun, ...arriving].filter(({ end }) => end > from);
    const number = sentences.length + 1;
    const units = Array.from(starts).flatMap((start, token) =>
      unitsOf(`${number}-${token + 1}`, { start, end: ends[token] as number }, begun),
    );
    sentences.push({ text: text.slice(from, to), units });
  }
  return sentences;
}

function unitsOf(address: string, span: Span, marks: readonly NumberedSpan[]): readonly Unit[] {
  const touching = marks.filter(({ start, end }) => start < span.end && end > span.start);
  const covering = touching.filter(({ start, end }) => start <= span.start && end >= span.end);
  const whole: Unit = { address, span, marks: covering };
  const partial = touching.filter((mark) => !covering.includes(mark));
  const parts = partial.map((mark, index) => ({
    address: `${address}.${index + 1}`,
    span: { start: Math.max(span.start, mark.start), end: Math.min(span.end, mark.end) },
    marks: [mark],
  }));
  return [whole, ...parts];
}

function unitRow(
  text: string,
  { address, span, marks }: Unit,
  links: readonly Link[],
  addresses: ReadonlyMap<number, string>,
): string {
  const features = MARK_FEATURES.map((_, feature) =>
    marks.length === 0
      ? "_"
      : marks.map((mark) => `${escapeValue(mark.features[feature])}[${mark.id}]`).join("|"),
  );
  const relations =
    links.length === 0
      ? ["_", "_"]
      : [
          links.map(({ type }) => escapeValue(type)).join("|"),
          links.map(({ from, to }) => `${addresses.get(from) ?? ""}[${from}_${to}]`).join("|"),
        ];
  const cells = [
    address,
    `${span.start}-${span.end}`,
    escapeText(sliceSpan(text, span)),
    ...features,
    ...relations,
  ];
  return `${cells.join("\t")}\t`;
}

/** A feature that is not stated is `*`; what means something in a cell is escaped. Of line breaks values have LF alone: INCEpTION reads no other. */
function escapeValue(value: string | undefined): string {
  return value === undefined || value === ""
    ? "*"
    : value
        .replaceAll(/\\|\[|\]|\||_|->|;|\*/gu, "\\$&")
        .replaceAll("\t", "\\t")
        .replaceAll(/\r\n?|\n/gu, "\\n");
}

function escapeText(text: string): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll("\t", "\\t")
    .replaceAll("\r", "\\r")
    .replaceAll("\n", "\\n");
}

/** One contiguous mark. */
interface NumberedSpan extends Span {
  /** From 1 on: what tells marks apart that share a token. */
  readonly id: number;
  readonly features: readonly (string | undefined)[];
}

interface Link {
  readonly type: string;
  readonly from: number;
  readonly to: number;
}

function numberedSpans(
  annotated: AnnotatedDump,
  unitAt: (offset: number) => number,
): readonly NumberedSpan[] {
  let id = 0;
  return typedMarks(annotated).marks.flatMap(({ spans, type, role, annotation }) => {
    const { statement, notes } = annotation;
    const source = role === "source" ? statement?.source : undefined;
    const note =
      role === "content" && notes.length > 0 ? notes.map(({ text }) => text).join("\n") : undefined;
    return spans.map((span) => {
      id++;
      const features = [type, source?.kind, source?.name, note];
      return { id, start: unitAt(span.start), end: unitAt(span.end), features };
    });
  });
}

/** By the number of the mark that they lead to. */
function linksByTarget(
  annotated: AnnotatedDump,
  spans: readonly NumberedSpan[],
): ReadonlyMap<number, readonly Link[]> {
  const { marks, links } = typedMarks(annotated);
  const firstOf = new Map<string, number>();
  const all: Link[] = [];
  let at = 0;
  for (const { key, spans: pieces } of marks) {
    const first = spans[at]?.id as number;
    firstOf.set(key, first);
    for (let piece = 1; piece < pieces.length; piece++) {
      all.push({ type: "continues", from: first + piece, to: first });
    }
    at += pieces.length;
  }
  for (const { type, from, to } of links) {
    const [one, other] = [firstOf.get(from), firstOf.get(to)];
    if (one !== undefined && other !== undefined) all.push({ type, from: one, to: other });
  }
  const byTarget = new Map<number, Link[]>();
  for (const link of all) {
    const own = byTarget.get(link.to);
    if (own === undefined) byTarget.set(link.to, [link]);
    else own.push(link);
  }
  return byTarget;
}
