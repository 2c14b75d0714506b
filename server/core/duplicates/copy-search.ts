import type { Block } from "../article/model.ts";
import { endsSentence } from "../text/sentences.ts";
import type { Steps } from "../text/steps.ts";
import { type Candidate, CandidateIndex } from "./candidates.ts";
import { type Comparison, comparePassages, type Likeness } from "./compare-passages.ts";
import type { Copy } from "./copy.ts";
import { type Entry, growPieces } from "./entries.ts";
import { compareTexts, type Passage, rankPassage } from "./passage.ts";
import { areWholeLines, haveSameWords, holderOf, joinPassages, takeLines } from "./passage-parts.ts";
import { MOST_CUTS } from "./passage-words.ts";
import { fingerprintOf } from "./shingles.ts";
import type { WordRun, WordStream } from "./word-stream.ts";

/** Passages of the same words that differ in punctuation alone; more of them there are only in made-up files. */
const MOST_FIRSTS = 16;

/** Candidates whose words are compared in vain before a passage is taken for new; the most alike come first. */
const MOST_FAILURES = 6;

/** The part of a paragraph that its pieces must have together to be compared with it. */
const LEAST_IN_PIECES = 0.75;

/** Between articles only passages of so many words are compared: shorter ones are formulas. */
export const SHORTEST_BETWEEN_ARTICLES = 8;

/** One search for copies, over the passages of one article or between articles; lives for that search. */
export class CopySearch {
  readonly #comparison: Comparison;
  readonly #stream: WordStream;
  readonly #entries: readonly Entry[];
  readonly #scope: Copy["scope"];
  readonly #index: CandidateIndex;
  readonly #gone: Uint8Array;
  readonly #copies = new Set<Copy>();
  /** Of the passages that can go, the ones that stay in their stead. */
  readonly #keepers = new Map<number, readonly number[]>();
  readonly #firsts = new Map<number, number[]>();
  /** By the number of the longer passage, those that were found inside it. */
  readonly #contents = new Map<number, Contained[]>();

  constructor(
    comparison: Comparison,
    shingles: Uint32Array,
    entries: readonly Entry[],
    scope: Copy["scope"],
  ) {
    this.#comparison = comparison;
    this.#stream = comparison.stream;
    this.#entries = entries;
    this.#scope = scope;
    const words = entries.reduce((sum, { passage: { run } }) => sum + run.to - run.from, 0);
    this.#index = new CandidateIndex(comparison.stream, shingles, { passages: entries.length, words });
    this.#gone = new Uint8Array(entries.length);
  }

  /** Per entry 1 where it is a copy or a part of one, else 0; once the search has run. */
  gone(): Uint8Array {
    return this.#gone;
  }

  *run(): Steps<Iterable<Copy>> {
    for (const [number, entry] of this.#entries.entries()) {
      if (!this.#isCompared(entry) || this.#gone[number] === 1) {
        continue;
      }
      const isKnown = entry.rank !== "label" && this.#isCopyByWords(number);
      if (!isKnown && entry.rank !== "formula") {
        this.#compareWithCandidates(number);
        this.#index.add(number, entry.passage.run);
        yield;
      }
    }
    this.#takeRunTogether();
    if (this.#scope === "article") {
      this.#cutAtWraps();
    }
    return this.#copies;
  }

  #isCompared({ rank, passage: { run } }: Entry): boolean {
    if (this.#scope === "article") {
      return rank !== "short";
    }
    return rank === "whole" && run.to - run.from >= SHORTEST_BETWEEN_ARTICLES;
  }

  /** Passages with the same words in the same order: exact copies, and near ones with other punctuation. */
  #isCopyByWords(number: number): boolean {
    const { passage, article } = this.#entry(number);
    const fingerprint = fingerprintOf(this.#stream, passage.run);
    const firsts = this.#firsts.get(fingerprint);
    if (firsts === undefined) {
      this.#firsts.set(fingerprint, [number]);
      return false;
    }
    let alike: number | undefined;
    for (const first of firsts) {
      const other = this.#entry(first);
      if (!haveSameWords(this.#stream, passage.run, other.passage.run)) {
        continue;
      }
      if (this.#scope === "file" && other.article === article) {
        continue;
      }
      const sameness = compareTexts(this.#stream.text, passage, other.passage);
      if (sameness !== "different") {
        this.#add(number, [first], { ...SAME, isLiteral: sameness === "literal" });
        return true;
      }
      alike ??= first;
    }
    if (firsts.length < MOST_FIRSTS) {
      firsts.push(number);
    }
    if (alike === undefined || this.#entry(number).rank === "formula") {
      return false;
    }
    this.#add(number, [alike], { ...SAME, kind: "near" });
    return true;
  }

  #compareWithCandidates(number: number): void {
    let failures = 0;
    let words = 0;
    const { run } = this.#entry(number).passage;
    let fallback: { readonly other: number; readonly likeness: Likeness } | undefined;
    for (const candidate of this.#index.find(run)) {
      const other = candidate.passage;
      const otherRun = this.#entry(other).passage.run;
      // What stands inside this passage is looked at whatever its number, as long as all of it can stand there.
      const isPart = candidate.containsOther >= 0.5 && 2 * (otherRun.to - otherRun.from) < run.to - run.from;
      words += isPart ? otherRun.to - otherRun.from : 0;
      if (isPart ? words > 4 * (run.to - run.from) : failures >= MOST_FAILURES) {
        continue;
      }
      const { likeness, place } = this.#compare(number, candidate);
      if (place !== undefined && this.#scope === "article" && this.#takePieces(number, other, place)) {
        if (this.#gone[number] === 1) {
          return;
        }
        continue;
      }
      if (likeness === undefined) {
        failures += isPart ? 0 : 1;
        continue;
      }
      if (likeness.lesser === "second") {
        if (this.#gone[other] === 0) {
          this.#addLike(other, number, likeness, place);
        }
      } else if (this.#gone[other] === 1) {
        if (this.#keepers.get(other)?.includes(number)) {
          continue;
        }
        fallback ??= { other, likeness };
      } else {
        this.#addLike(number, other, likeness, place);
        return;
      }
    }
    if (fallback !== undefined) {
      this.#addLike(number, fallback.other, fallback.likeness, undefined);
    }
  }

  #compare(number: number, candidate: Candidate) {
    const entry = this.#entry(number);
    const other = this.#entry(candidate.passage);
    if (this.#scope === "file" && entry.article === other.article) {
      return { likeness: undefined, place: undefined };
    }
    const found = comparePassages(this.#comparison, entry.passage, other.passage, candidate);
    const areLabels = entry.rank === "label" && other.rank === "label";
    const isLabelInside = entry.rank === "label" || other.rank === "label";
    const isRefused = areLabels || (isLabelInside && found.likeness?.kind === "contained");
    return isRefused ? { ...found, likeness: undefined } : found;
  }

  /**
   * A paragraph whose lines the parser could not join is several blocks, each of which stands in the whole one. Starting
   * from one of them its neighbours are taken in; where together they are the whole paragraph, they are its copy, or, if
   * each ends a sentence, paragraphs that the other one runs together.
   */
  #takePieces(number: number, other: number, place: WordRun): boolean {
    const isOtherWhole =
      place.from >= this.#entry(other).passage.run.from && place.to <= this.#entry(other).passage.run.to;
    const [piece, whole] = isOtherWhole ? [number, other] : [other, number];
    const { first, last } = growPieces(this.#stream, this.#entries, { piece, whole, place });
    const { run } = this.#entry(whole).passage;
    const words = this.#entry(last).passage.run.to - this.#entry(first).passage.run.from;
    if (first === last || words < LEAST_IN_PIECES * (run.to - run.from)) {
      return false;
    }
    return this.#addPieces(first, last, whole);
  }

  #addPieces(first: number, last: number, whole: number): boolean {
    const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    if (numbers.some((number) => this.#gone[number] === 1) || this.#gone[whole] === 1) {
      return false;
    }
    const pieces = numbers.map((number) => this.#entry(number).passage);
    const joined = joinPassages(pieces);
    const passage = this.#entry(whole).passage;
    const sameness = haveSameWords(this.#stream, joined.run, passage.run)
      ? compareTexts(this.#stream.text, joined, passage)
      : "different";
    const shared = { offset: 0, resemblance: 1 };
    const likeness =
      sameness === "different"
        ? comparePassages(this.#comparison, joined, passage, shared).likeness
        : undefined;
    if (sameness === "different" && likeness?.kind !== "near") {
      return false;
    }
    // A paragraph that the parser joined from lines shows that they were broken.
    const areParagraphs = pieces.every(
      ({ span, blocks }, index) =>
        blocks[0]?.wraps.length === 0 &&
        (index === pieces.length - 1 || endsSentence(this.#stream.text, span)),
    );
    if (areParagraphs && (likeness === undefined || likeness.differences === 0)) {
      this.#add(whole, numbers, { ...SAME, kind: "contained", isLiteral: sameness === "literal" });
      return true;
    }
    const kind = likeness === undefined ? "exact" : "near";
    // The lines of a sentence cannot be found again one by one, so that this is for somebody to look at.
    this.#add(first, [whole], { ...SAME, ...likeness, kind, copy: joined, isLiteral: false });
    for (const number of numbers) {
      this.#gone[number] = 1;
    }
    return true;
  }

  /** A paragraph every sentence of which stands in shorter ones is those run together, and goes instead of them. */
  #takeRunTogether(): void {
    for (const [whole, contents] of this.#contents) {
      if (contents.length < 2 || this.#gone[whole] === 1) {
        continue;
      }
      const { run } = this.#entry(whole).passage;
      contents.sort((one, other) => one.place.from - other.place.from);
      let covered = run.from;
      for (const { place } of contents) {
        covered = place.from <= covered ? Math.max(covered, place.to) : covered;
      }
      if (covered < run.to) {
        continue;
      }
      const numbers = contents.map(({ part }) => part);
      for (const { copy } of contents) {
        this.#copies.delete(copy);
      }
      for (const number of numbers) {
        this.#gone[number] = 0;
      }
      const isLiteral = contents.every(({ copy }) => copy.isLiteral);
      this.#add(
        whole,
        numbers.sort((one, other) => one - other),
        { ...SAME, kind: "contained", isLiteral },
      );
    }
  }

  /** A copy that breaks off is joined by the parser with the paragraph below it: the lines are looked at by themselves. */
  #cutAtWraps(): void {
    for (const [number, { passage, rank }] of this.#entries.entries()) {
      const block = passage.blocks[0] as Block;
      if (
        this.#gone[number] === 1 ||
        rank === "short" ||
        rank === "formula" ||
        block.wraps.length > MOST_CUTS ||
        !block.wraps.some(({ proved }) => !proved)
      ) {
        continue;
      }
      for (const wrap of block.wraps) {
        const isAbove =
          !wrap.proved && this.#takeLines(number, { start: passage.span.start, end: wrap.span.start });
        const isBelow =
          !wrap.proved && this.#takeLines(number, { start: wrap.span.end, end: passage.span.end });
        if (isAbove || isBelow) {
          break;
        }
      }
    }
  }

  #takeLines(number: number, span: Passage["span"]): boolean {
    const { passage } = this.#entry(number);
    const lines = takeLines(this.#stream, passage, span);
    const rank = rankPassage(this.#stream, lines, this.#comparison.options);
    if (rank === "short") {
      return false;
    }
    for (const candidate of this.#index.find(lines.run).slice(0, MOST_FAILURES)) {
      const other = candidate.passage;
      const areLabels = rank === "label" && this.#entry(other).rank === "label";
      if (other === number || areLabels || this.#gone[other] === 1) {
        continue;
      }
      const kept = this.#entry(other).passage;
      if (haveSameWords(this.#stream, lines.run, kept.run)) {
        const sameness = compareTexts(this.#stream.text, lines, kept);
        const kind = sameness === "different" ? "near" : "exact";
        this.#add(number, [other], { ...SAME, kind, copy: lines, isLiteral: false });
        return true;
      }
      const { likeness } = comparePassages(this.#comparison, lines, kept, candidate);
      if (likeness !== undefined && likeness.kind !== "contained" && likeness.lesser !== "second") {
        this.#add(number, [other], { ...SAME, ...likeness, copy: lines, isLiteral: false });
        return true;
      }
    }
    return false;
  }

  #addLike(gone: number, kept: number, likeness: Likeness, place: WordRun | undefined): void {
    if (likeness.kind !== "contained" || place === undefined) {
      this.#add(gone, [kept], { ...SAME, ...likeness });
      return;
    }
    const part = holderOf(this.#stream, this.#entry(kept).passage, this.#entry(gone).passage, place);
    const sameness = compareTexts(this.#stream.text, this.#entry(gone).passage, part);
    const isLiteral = sameness === "literal";
    if (areWholeLines(this.#stream, this.#entry(kept).passage, place)) {
      const kind = sameness === "different" ? "near" : "exact";
      this.#add(gone, [kept], { ...SAME, ...likeness, kind, isLiteral });
      return;
    }
    const copy = this.#add(gone, [kept], { ...SAME, ...likeness, isLiteral });
    const contents = this.#contents.get(kept) ?? [];
    contents.push({ part: gone, place, copy });
    this.#contents.set(kept, contents);
  }

  #add(
    number: number,
    kept: readonly number[],
    found: Pick<Copy, "kind" | "isLiteral" | "similarity" | "differences"> & { readonly copy?: Passage },
  ): Copy {
    const copy: Copy = {
      kind: found.kind,
      scope: this.#scope,
      copy: found.copy ?? this.#entry(number).passage,
      kept: kept.map((other) => this.#entry(other).passage),
      isLiteral: found.isLiteral,
      similarity: found.similarity,
      differences: found.differences,
    };
    this.#copies.add(copy);
    this.#gone[number] = 1;
    this.#keepers.set(number, kept);
    return copy;
  }

  #entry(number: number): Entry {
    return this.#entries[number] as Entry;
  }
}

interface Contained {
  readonly part: number;
  readonly place: WordRun;
  readonly copy: Copy;
}

const SAME = { kind: "exact", isLiteral: false, similarity: 1, differences: 0 } as const;
