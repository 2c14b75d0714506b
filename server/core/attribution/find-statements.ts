import type { Article, Dump } from "../article/model.ts";
import type { Span } from "../text/span.ts";
import { type Body, bodiesOf, bodyOf } from "./body.ts";
import type { Candidate } from "./candidate.ts";
import { languageOf } from "./detect-language.ts";
import { finishStatements, type NamedStretch, type RawStatement } from "./finish-statements.ts";
import type { TokenRange } from "./noun-phrases.ts";
import { type Paragraph, readParagraph } from "./paragraph.ts";
import { isFloating, readStatements } from "./read-statements.ts";
import type { QuotationForm, Statement } from "./statement.ts";
import type { Token } from "./tokens.ts";
import { transcriptSpeakers, turnStatement } from "./transcripts.ts";

/**
 * Who says what in a dump: every statement with its source, cue and content, in the order of their places. Rules over
 * tokens and word lists (English, Russian, German); they never fail, on any text, and take time linear in its length.
 */
export function findStatements(dump: Dump): readonly Statement[] {
  const statements: Statement[] = [];
  for (const body of bodiesOf(dump)) {
    for (const statement of readAttribution(dump.text, body, statements.length).statements) {
      statements.push(statement);
    }
  }
  return statements;
}

/** What one article says by whom, and all it quotes. */
export interface Attribution {
  readonly statements: readonly Statement[];
  /** The quotations of the outermost level, marks included, in text order. */
  readonly quotations: readonly Span[];
}

/** The same for one article of a text. */
export function findArticleAttribution(text: string, article: Article): Attribution {
  return readAttribution(text, bodyOf(text, article), 0);
}

function readAttribution(text: string, body: Body, firstId: number): Attribution {
  const language = languageOf(text, body.paragraphs);
  const stretches: NamedStretch[] = [];
  const quotations: Span[] = [];
  const speakers = transcriptSpeakers(text, body.paragraphs);
  let open: { content: Span[]; takesAll: boolean } | undefined;
  for (const span of body.paragraphs) {
    const read = readParagraph(text, span, language);
    const turn = turnStatement(read, speakers);
    const paragraph = turn === undefined && open === undefined ? withoutBlockQuote(read) : read;
    if (paragraph.tokens.length === 0) {
      continue;
    }
    for (const { first, last } of paragraph.quotations) {
      quotations.push(spanOf(paragraph, { first, end: last + 1 }));
    }
    const isAlone = isFloating(paragraph);
    if (open !== undefined && turn === undefined && (isAlone || open.takesAll)) {
      // The paragraph goes on with the speaker before; what it quotes itself stands within.
      open.content.push(spanOf(paragraph, { first: 0, end: paragraph.tokens.length }));
      open = isAlone ? { content: open.content, takesAll: false } : undefined;
      stretches.push({ tokens: paragraph.tokens, statements: [] });
      continue;
    }
    const candidates = turn === undefined ? readStatements(paragraph) : [turn];
    const statements = rawStatements(paragraph, candidates);
    const [first] = statements;
    open =
      turn !== undefined && first !== undefined
        ? { content: first.content, takesAll: false }
        : openStatement(paragraph, candidates, statements);
    const kept = statements.filter(({ content }) => content.length > 0 || content === open?.content);
    stretches.push({ tokens: paragraph.tokens, statements: kept });
  }
  const statements = finishStatements(text, withContent(stretches), body.publisher, language, firstId);
  return { statements, quotations };
}

/**
 * A paragraph that opens with a mark and never closes it goes on with the speaker of the paragraph before. Where nobody spoke it is
 * a quoted block of another text, and who speaks in it is read as elsewhere.
 */
function withoutBlockQuote(paragraph: Paragraph): Paragraph {
  const [quotation] = paragraph.quotations;
  const second = paragraph.tokens[1];
  const isBlock =
    quotation?.first === 0 &&
    !quotation.isClosed &&
    paragraph.tokens[0]?.tag === "quote" &&
    second !== undefined;
  return isBlock
    ? readParagraph(paragraph.text, { start: second.start, end: paragraph.span.end }, paragraph.language)
    : paragraph;
}

/** The paragraph's last statement, where the next paragraph can go on with it. */
function openStatement(
  paragraph: Paragraph,
  candidates: readonly Candidate[],
  statements: readonly RawStatement[],
): { content: Span[]; takesAll: boolean } | undefined {
  const last = candidates.findLastIndex(
    ({ cue }) => cue !== undefined && (paragraph.quotationAt[cue.first] as number) < 0,
  );
  const candidate = candidates[last];
  const statement = statements[last];
  const opens = candidate?.mayContinue === true && endsParagraph(paragraph, candidate);
  return opens && statement !== undefined
    ? { content: statement.content, takesAll: candidate.isOpen }
    : undefined;
}

/** Drops what was announced and never came: `He said:` at the end of a text. */
function withContent(stretches: readonly NamedStretch[]): NamedStretch[] {
  return stretches.map(({ tokens, statements }) => ({
    tokens,
    statements: statements.filter(({ content }) => content.length > 0),
  }));
}

/** Whether the paragraph's last sentence belongs to the statement, so that the next paragraph can go on with it. */
function endsParagraph({ sentences }: Paragraph, { cue, content, source }: Candidate): boolean {
  const last = sentences.at(-1);
  const end = Math.max(cue?.end ?? 0, source?.end ?? 0, ...content.map((part) => part.end));
  return last !== undefined && end > last.first;
}

function rawStatements(paragraph: Paragraph, candidates: readonly Candidate[]): RawStatement[] {
  const raw = new Map<Candidate, RawStatement>();
  for (const candidate of candidates) {
    const { source, cue, content, citedBy } = candidate;
    raw.set(candidate, {
      source: source === undefined ? undefined : spanOf(paragraph, source),
      sourceTokens: source === undefined ? [] : paragraph.tokens.slice(source.first, source.end),
      cue: cue === undefined ? undefined : spanOf(paragraph, cue),
      content: content.map((part) => spanOf(paragraph, part)),
      quotation: quotationForm(paragraph, content, cue),
      isAnonymous: source !== undefined && saysAnonymous(paragraph, source),
      citedBy: citedBy === undefined ? undefined : raw.get(citedBy),
    });
  }
  return [...raw.values()];
}

/** Direct where all of it stands in quotation marks, mixed where some of it does, a single word aside. */
function quotationForm(
  { tokens, quotationAt }: Paragraph,
  content: readonly TokenRange[],
  cue: TokenRange | undefined,
): QuotationForm {
  if (content.length === 0) {
    return "direct";
  }
  const level = cue === undefined ? -1 : (quotationAt[cue.first] as number);
  let quoted = 0;
  let words = 0;
  for (const { first, end } of content) {
    for (let at = first; at < end; at++) {
      const { tag } = tokens[at] as Token;
      if (tag === "stop" || tag === "comma" || tag === "quote" || tag === "dash" || tag === "colon") {
        continue;
      }
      words++;
      const own = quotationAt[at] as number;
      quoted += own >= 0 && own !== level ? 1 : 0;
    }
  }
  if (quoted === 0) {
    return "indirect";
  }
  return quoted === words ? "direct" : "mixed";
}

/** `who asked not to be named`, `on condition of anonymity` in the words behind the source. */
function saysAnonymous({ tokens, language }: Paragraph, source: TokenRange): boolean {
  const { unnamedMarks } = language.kinds;
  for (let at = source.first; at < Math.min(tokens.length, source.end + 12); at++) {
    const { lower, tag } = tokens[at] as Token;
    if (tag === "stop") {
      return false;
    }
    const isRefusal = (lower === "named" || lower === "identified") && tokens[at - 1]?.lower === "be";
    // `the unnamed rider` tells about somebody else.
    const describesOther = tokens[at + 1]?.tag === "noun" || tokens[at + 1]?.tag === "name";
    if (isRefusal || (unnamedMarks.has(lower) && at >= source.end && !describesOther)) {
      return true;
    }
  }
  return false;
}

function spanOf({ tokens }: Paragraph, { first, end }: TokenRange): Span {
  return { start: (tokens[first] as Token).start, end: (tokens[Math.max(first, end - 1)] as Token).end };
}
