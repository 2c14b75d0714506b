import { dumpFormats } from "../core/article/formats/all.ts";
import type { Dump } from "../core/article/model.ts";
import { parse } from "../core/article/parse.ts";
import { parseAs } from "../core/article/parse-as.ts";
import { recognitionHead } from "../core/article/recognise.ts";
import { checkDump } from "../core/checks/run-checks.ts";
import { type IgnoreIndex, withoutIgnored } from "../core/checks/shared/ignored-findings.ts";
import { type ColumnEncoding, indexLines } from "../core/text/lines.ts";
import { createConverter } from "../features/convert.ts";
import type { Analysis, Ignoring, Reading } from "../features/feature-context.ts";
import { LANGUAGE_ID } from "../protocol.ts";
import type { Settings } from "./read-settings.ts";
import type { SourceDocument } from "./source-document.ts";

/** What is known of the open documents: one reading and one analysis each, of the newest version. */
export interface AnalysisStore {
  read(document: SourceDocument): Reading;
  analyse(document: SourceDocument, settings: Settings, ignoring: Ignoring | undefined): Analysis;
  forget(uri: string): void;
}

interface Entry {
  readonly document: SourceDocument;
  readonly reading: Reading;
  analysis?: {
    readonly settings: Settings;
    readonly index: IgnoreIndex | undefined;
    readonly analysis: Analysis;
  };
}

export function createAnalysisStore(encoding: ColumnEncoding): AnalysisStore {
  const entries = new Map<string, Entry>();

  function entryOf(document: SourceDocument): Entry {
    const known = entries.get(document.uri);
    if (known !== undefined && known.document === document) {
      return known;
    }
    const entry = { document, reading: readDocument(document, encoding) };
    entries.set(document.uri, entry);
    return entry;
  }

  return {
    read: (document) => entryOf(document).reading,
    analyse(document, settings, ignoring) {
      const entry = entryOf(document);
      const index = ignoring?.index;
      if (entry.analysis?.settings !== settings || entry.analysis.index !== index) {
        entry.analysis = { settings, index, analysis: analyse(entry.reading, settings, ignoring) };
      }
      return entry.analysis.analysis;
    },
    forget: (uri) => {
      entries.delete(uri);
    },
  };
}

/** Reads a text that is not open, in positions of the given encoding. */
export function readText(uri: string, text: string, encoding: ColumnEncoding): Reading {
  const document = { uri, languageId: "plaintext", version: 0, lines: indexLines(text), edits: undefined };
  return readDocument(document, encoding);
}

/** Reads and checks a text that is not open. */
export function analyseText(
  uri: string,
  text: string,
  settings: Settings,
  ignoring: Ignoring | undefined,
  encoding: ColumnEncoding,
): Analysis {
  return analyse(readText(uri, text, encoding), settings, ignoring);
}

function readDocument(
  { uri, version, languageId, lines }: SourceDocument,
  encoding: ColumnEncoding,
): Reading {
  const dump = readDump(lines.text, languageId);
  return { uri, version, text: lines.text, lines, dump, convert: createConverter(lines, encoding) };
}

function analyse(reading: Reading, settings: Settings, ignoring: Ignoring | undefined): Analysis {
  const found = checkDump(reading.dump, settings.checks, reading.lines);
  if (ignoring === undefined) {
    return { ...reading, findings: found };
  }
  return { ...reading, ...withoutIgnored(reading.lines, found, ignoring.index, ignoring.file), ignoring };
}

/**
 * Content decides what is a dump, whatever the language is called; but who chose "Scraped Article" by hand wants it
 * read as one all the same, by the format that comes nearest and finds an article in it.
 */
function readDump(text: string, languageId: string): Dump {
  const dump = parse(text);
  if (dump.articles.length > 0 || languageId !== LANGUAGE_ID) {
    return dump;
  }
  const head = indexLines(recognitionHead(text));
  const byConfidence = dumpFormats
    .map((format) => ({ format, confidence: format.recognise(head).confidence }))
    .sort((first, second) => second.confidence - first.confidence);
  for (const { format } of byConfidence) {
    const read = parseAs(text, format);
    if (read.articles.length > 0) {
      return read;
    }
  }
  return dump;
}
