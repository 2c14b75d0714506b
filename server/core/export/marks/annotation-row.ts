import { type Annotation, extentOf, type Target } from "../../annotations/annotation.ts";
import { articleAt } from "../../article/model.ts";
import { indexLines, type LineIndex, lineAt } from "../../text/lines.ts";
import { sliceSpan } from "../../text/span.ts";
import { type ArticleRecord, recordOf } from "../article-record.ts";
import { type AnnotatedDump, placedSpans } from "./annotated-dump.ts";

/** What a table says of one annotation. Numbers are missing where it is an orphan, texts where nothing is stated. */
export interface AnnotationRow {
  readonly file: string;
  /** SHA-256 of the file's text. */
  readonly hash?: string;
  readonly url?: string;
  readonly headline?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly published?: string;
  readonly modified?: string;
  /** First and last line in the raw file, from 1; the file itself is the raw one where it is no cleaned copy. */
  readonly rawLines?: readonly [number, number];
  /** UTF-16 units of the file's text. */
  readonly start?: number;
  readonly end?: number;
  readonly labels: readonly string[];
  /** The marked words; of an orphan those that were marked last. */
  readonly quote: string;
  readonly cue?: string;
  readonly source?: string;
  readonly name?: string;
  readonly kind?: string;
  /** From the site to the source. */
  readonly chain: readonly string[];
  readonly notes: readonly string[];
  readonly annotator?: string;
  readonly created?: string;
  /** Why it is an orphan. */
  readonly orphan?: string;
  readonly comparison?: string;
  readonly verdict?: string;
  /** The id of the statement that holds it. */
  readonly within?: string;
  readonly rawFile?: string;
  readonly rawHash?: string;
  readonly id: string;
}

/** A row for each annotation, orphans too, in the order of the collection. */
export function annotationRows(annotated: AnnotatedDump): readonly AnnotationRow[] {
  const { dump, collection } = annotated;
  const lines = indexLines(dump.text);
  const records = new Map<number, ArticleRecord>();
  return collection.annotations.map((annotation) => {
    const extent = extentOf(annotation);
    const article = extent && (articleAt(dump, extent.start) ?? dump.articles[0]);
    let record = article && records.get(article.span.start);
    if (article !== undefined && record === undefined) {
      record = recordOf(dump.text, article);
      records.set(article.span.start, record);
    }
    return rowOf(annotated, annotation, lines, record);
  });
}

function rowOf(
  { name, dump, collection, sha256 }: AnnotatedDump,
  annotation: Annotation,
  lines: LineIndex,
  record: ArticleRecord | undefined,
): AnnotationRow {
  const { statement, notes, labels, id } = annotation;
  const extent = extentOf(annotation);
  const rawLines = rawLinesOf(annotation, lines);
  const words = (targets: readonly Target[]) => wordsOf(dump.text, targets);
  return withoutEmpty({
    file: name,
    hash: sha256,
    url: record?.url,
    headline: record?.headline,
    publisher: record?.publisher,
    author: record?.authors.join("; "),
    published: record?.datePublished,
    modified: record?.dateModified,
    rawLines,
    start: extent?.start,
    end: extent?.end,
    labels,
    quote: words(annotation.targets),
    cue: statement && words(statement.cues),
    source: statement?.source && words(statement.source.targets),
    name: statement?.source?.name,
    kind: statement?.source?.kind,
    chain: statement?.chain.map((step) => step.name) ?? [],
    notes: notes.map(({ text }) => text),
    annotator: annotation.creator?.name,
    created: annotation.created,
    orphan: annotation.targets.find(({ orphan }) => orphan !== undefined)?.orphan,
    comparison: annotation.comparison,
    verdict: annotation.verdict,
    within: statement?.within,
    rawFile: collection.raw?.name,
    rawHash: collection.raw?.sha256,
    id,
  });
}

/** Without what is not stated: neither undefined nor an empty text. */
function withoutEmpty(
  row: { readonly [Key in keyof Required<AnnotationRow>]: AnnotationRow[Key] | undefined },
): AnnotationRow {
  const stated = Object.entries(row).filter(
    ([key, value]) => value !== undefined && (value !== "" || key === "quote"),
  );
  return Object.fromEntries(stated) as unknown as AnnotationRow;
}

function rawLinesOf({ targets }: Annotation, lines: LineIndex): readonly [number, number] | undefined {
  const ranges = targets.flatMap(({ raw, position, orphan }): (readonly [number, number])[] => {
    if (raw !== undefined) return [raw.lines];
    if (position === undefined || orphan !== undefined) return [];
    return [
      [lineAt(lines, position.start) + 1, lineAt(lines, Math.max(position.start, position.end - 1)) + 1],
    ];
  });
  return ranges.length === 0
    ? undefined
    : [Math.min(...ranges.map(([first]) => first)), Math.max(...ranges.map(([, last]) => last))];
}

/** What stands where they are; several pieces with an ellipsis between. */
function wordsOf(text: string, targets: readonly Target[]): string {
  const placed = placedSpans(targets).map((span) => sliceSpan(text, span));
  const last = targets.map(({ quote }) => quote?.exact ?? "").filter((exact) => exact !== "");
  return (placed.length > 0 ? placed : last).join(" … ");
}
