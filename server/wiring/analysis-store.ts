import { dumpFormats } from "../core/article/formats/all.ts";
import { parse, parseAgain, parseOpened } from "../core/article/parse.ts";
import { type ParsedDump, parseInSteps } from "../core/article/parse-as.ts";
import { recognitionHead } from "../core/article/recognise.ts";
import { changeOf, joinChanges, type TextChange } from "../core/article/text-change.ts";
import type { CheckedDump } from "../core/checks/checked-dump.ts";
import { type Checker, checkOnce, createChecker } from "../core/checks/checker.ts";
import { placeFindings } from "../core/checks/place-findings.ts";
import type { IgnoreIndex } from "../core/checks/shared/ignored-findings.ts";
import { type ColumnEncoding, indexLines } from "../core/text/lines.ts";
import type { Phrases } from "../core/text/phrases.ts";
import type { Steps } from "../core/text/steps.ts";
import { createConverter } from "../features/convert.ts";
import type { Analysis, Ignoring, Reading } from "../features/feature-context.ts";
import { LANGUAGE_ID } from "../protocol.ts";
import { createIgnoredFilter, type IgnoredFilter } from "./ignored-filter.ts";
import type { Settings } from "./read-settings.ts";
import type { SourceDocument } from "./source-document.ts";

/** What is known of the open documents: one reading and one analysis each, of the newest version. */
export interface AnalysisStore {
  /** Takes note of a version that was opened or that an edit made, so that the next reading knows what changed since the last. */
  follow(document: SourceDocument): void;
  /**
   * Whether reading and checking a version cannot take long: it is done already, or the version before was done and few characters differ. To
   * watch over a step takes longer than such a step.
   */
  isSmallStep(document: SourceDocument): boolean;
  /** What was read; undefined where that is another version, or none. */
  knownReading(document: SourceDocument): Reading | undefined;
  knownAnalysis(
    document: SourceDocument,
    settings: Settings,
    ignoring: Ignoring | undefined,
  ): Analysis | undefined;
  /** One version of a document is read at a time, and one is checked; what was begun is done, or the document forgotten. */
  read(document: SourceDocument): Steps<Reading>;
  analyse(document: SourceDocument, settings: Settings, ignoring: Ignoring | undefined): Steps<Analysis>;
  forget(uri: string): void;
  /** Drops all that is known, as work on this version was stopped in the middle, and remembers that. */
  giveUp(document: SourceDocument): void;
  isGivenUp(document: SourceDocument): boolean;
}

interface Entry {
  readonly document: SourceDocument;
  /** As content decides; what the next version is read from. */
  readonly recognised: ParsedDump;
  readonly dump: ParsedDump;
  /** Whether little was changed in a version that was checked. */
  readonly isSmallStep: boolean;
  readonly reading: Reading;
  analysis?: {
    readonly settings: Settings;
    readonly index: IgnoreIndex | undefined;
    readonly analysis: Analysis;
  };
}

/** What finds the findings of one document, version after version, as long as the settings stay the same. */
interface Checking {
  readonly settings: Settings;
  readonly check: Checker;
  readonly filter: IgnoredFilter;
}

/** How a client is answered: its positions, and the reader's language. */
export interface Manner {
  readonly encoding: ColumnEncoding;
  readonly phrases: Phrases;
}

export function createAnalysisStore(manner: Manner): AnalysisStore {
  const entries = new Map<string, Entry>();
  const checkings = new Map<string, Checking>();
  /** By URI what changed since the version of the entry; `all` when nobody knows. */
  const changes = new Map<string, TextChange | "all">();

  const givenUp = new WeakSet<SourceDocument>();

  function forget(uri: string): void {
    for (const known of [entries, checkings, changes]) {
      known.delete(uri);
    }
  }

  function knownEntry(document: SourceDocument): Entry | undefined {
    const known = entries.get(document.uri);
    return known?.document === document ? known : undefined;
  }

  function* readEntry(document: SourceDocument): Steps<Entry> {
    const known = entries.get(document.uri);
    const change = changes.get(document.uri);
    // Whatever is typed from now on changes the version that is read here.
    changes.delete(document.uri);
    const recognised = yield* parseDocument(document, known?.recognised, change);
    const dump = yield* chosenDump(document, recognised);
    const isSmallStep = known?.analysis !== undefined && isSmall(change);
    const reading = readingOf(document, dump, manner);
    const entry = { document, recognised, dump, isSmallStep, reading };
    entries.set(document.uri, entry);
    return entry;
  }

  function checkingOf(uri: string, settings: Settings): Checking {
    const known = checkings.get(uri);
    if (known?.settings === settings) {
      return known;
    }
    const checking = { settings, check: createChecker(settings.checks), filter: createIgnoredFilter() };
    checkings.set(uri, checking);
    return checking;
  }

  return {
    follow({ uri, edits }) {
      const before = changes.get(uri);
      if (edits === undefined || before === "all") {
        changes.set(uri, "all");
      } else {
        const change = edits.length === 0 ? NO_CHANGE : changeOf(edits);
        changes.set(uri, before === undefined ? change : joinChanges(before, change));
      }
    },
    isSmallStep(document) {
      const entry = entries.get(document.uri);
      if (entry?.document === document) {
        return entry.analysis !== undefined || entry.isSmallStep;
      }
      return entry?.analysis !== undefined && isSmall(changes.get(document.uri));
    },
    knownReading: (document) => knownEntry(document)?.reading,
    knownAnalysis(document, settings, ignoring) {
      const known = knownEntry(document)?.analysis;
      return known?.settings === settings && known.index === ignoring?.index ? known.analysis : undefined;
    },
    *read(document) {
      return (knownEntry(document) ?? (yield* readEntry(document))).reading;
    },
    *analyse(document, settings, ignoring) {
      const entry = knownEntry(document) ?? (yield* readEntry(document));
      const { check, filter } = checkingOf(document.uri, settings);
      const checked = yield* check(entry.dump, document.lines, entry.dump.reading.edit);
      const analysis = analysisOf(entry.reading, checked, ignoring, filter);
      entry.analysis = { settings, index: ignoring?.index, analysis };
      return analysis;
    },
    forget,
    giveUp: (document) => {
      forget(document.uri);
      givenUp.add(document);
    },
    isGivenUp: (document) => givenUp.has(document),
  };
}

/** A word or two; in code units. */
const SMALL_CHANGE = 64;

function isSmall(change: TextChange | "all" | undefined): boolean {
  return (
    typeof change === "object" &&
    change.newEnd - change.start <= SMALL_CHANGE &&
    change.oldEnd - change.start <= SMALL_CHANGE
  );
}

const NO_CHANGE: TextChange = { start: 0, oldEnd: 0, newEnd: 0 };

/** Reads a text that is not open. */
export function readText(uri: string, text: string, manner: Manner): Reading {
  const document = { uri, languageId: "plaintext", version: 0, lines: indexLines(text), edits: undefined };
  return readingOf(document, parse(text, document.lines), manner);
}

/** Reads and checks a text that is not open. */
export function analyseText(
  uri: string,
  text: string,
  settings: Settings,
  ignoring: Ignoring | undefined,
  manner: Manner,
): Analysis {
  const reading = readText(uri, text, manner);
  const checked = checkOnce(reading.dump, reading.lines, settings.checks);
  return analysisOf(reading, checked, ignoring, createIgnoredFilter());
}

function readingOf(
  { uri, version, lines }: SourceDocument,
  dump: ParsedDump,
  { encoding, phrases }: Manner,
): Reading {
  return { uri, version, text: lines.text, lines, dump, convert: createConverter(lines, encoding), phrases };
}

/** Where a document stands does not change, so the findings that are ignored in it depend on the list alone. */
function analysisOf(
  reading: Reading,
  all: CheckedDump,
  ignoring: Ignoring | undefined,
  filter: IgnoredFilter,
): Analysis {
  const { checked, ignored } = filter(all, reading.lines, ignoring);
  return Object.assign(new LazyAnalysis(checked, reading.phrases), {
    ...reading,
    ...(ignoring === undefined ? {} : { ignored, ignoring }),
  });
}

/** A class for the reason that `UnitsDump` is one: there is an analysis for each key stroke. */
class LazyAnalysis {
  readonly checked: CheckedDump;
  readonly #phrases: Phrases;
  #findings: Analysis["findings"] | undefined;

  constructor(checked: CheckedDump, phrases: Phrases) {
    this.checked = checked;
    this.#phrases = phrases;
  }

  get findings(): Analysis["findings"] {
    this.#findings ??= placeFindings(this.checked, this.#phrases);
    return this.#findings;
  }
}

function* parseDocument(
  { lines }: SourceDocument,
  before: ParsedDump | undefined,
  change: TextChange | "all" | undefined,
): Steps<ParsedDump> {
  return before === undefined || change === undefined || change === "all"
    ? yield* parseOpened(lines)
    : yield* parseAgain(before, lines, change);
}

/**
 * Content decides what is a dump, whatever the language is called; but who chose "Scraped Article" by hand wants it
 * read as one all the same, by the format that comes nearest and finds an article in it.
 */
function* chosenDump({ lines, languageId }: SourceDocument, dump: ParsedDump): Steps<ParsedDump> {
  if (languageId !== LANGUAGE_ID || dump.units.some(({ unit }) => unit.article !== undefined)) {
    return dump;
  }
  const head = indexLines(recognitionHead(lines.text));
  const byConfidence = dumpFormats
    .map((format) => ({ format, confidence: format.recognise(head).confidence }))
    .sort((first, second) => second.confidence - first.confidence);
  for (const { format } of byConfidence) {
    const read = yield* parseInSteps(lines, format);
    if (read.units.some(({ unit }) => unit.article !== undefined)) {
      return read;
    }
  }
  return dump;
}
