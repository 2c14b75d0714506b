import type { Span } from "../text/span.ts";
import { readSource } from "./kinds.ts";
import type { Language } from "./language.ts";
import { NameRegister } from "./names.ts";
import { nestStatements } from "./nesting.ts";
import type { ChainLink, QuotationForm, Source, SourceKind, Statement } from "./statement.ts";
import type { Token } from "./tokens.ts";

/** A statement whose source has no kind and no name yet. */
export interface RawStatement {
  readonly source: Span | undefined;
  readonly sourceTokens: readonly Token[];
  readonly cue: Span | undefined;
  readonly content: Span[];
  readonly quotation: QuotationForm;
  /** Whether the sentence says that the source does not want to be named. */
  readonly isAnonymous: boolean;
  /** The statement whose source cites this one's, where the construction says so. */
  readonly citedBy: RawStatement | undefined;
}

/** A paragraph's tokens before its statements, so that names are known before they are used. */
export interface NamedStretch {
  readonly tokens: readonly Token[];
  readonly statements: readonly RawStatement[];
}

/** Gives the statements of one body kinds, names, nesting and chains. The publisher, if known, begins every chain. */
export function finishStatements(
  text: string,
  stretches: readonly NamedStretch[],
  publisher: string | undefined,
  language: Language,
  firstId: number,
): Statement[] {
  const raw = stretches.flatMap(({ statements }) => statements);
  const sources = new Map<RawStatement, Source>();
  const register = new NameRegister(language);
  for (const { tokens } of stretches) {
    register.expect(tokens);
  }
  for (const { tokens, statements } of stretches) {
    readInOrder(text, tokens, statements, register, language, sources);
  }
  const places = new Map(raw.map((statement, index) => [statement, index]));
  const within = nestStatements(
    raw.map(({ source, cue, content, citedBy }) => ({
      source,
      cue,
      content,
      citedBy: citedBy === undefined ? undefined : places.get(citedBy),
    })),
  );
  const site: ChainLink[] =
    publisher === undefined ? [] : [{ name: publisher, kind: "media", statement: undefined }];
  const chains: (readonly ChainLink[])[] = [];
  return raw.map((statement, index) => ({
    id: firstId + index,
    source: sources.get(statement),
    cue: statement.cue,
    content: statement.content,
    quotation: statement.quotation,
    within: within[index] === undefined ? undefined : firstId + (within[index] as number),
    chain: chainOf(index),
  }));

  function chainOf(index: number): readonly ChainLink[] {
    const known = chains[index];
    if (known !== undefined) {
      return known;
    }
    const outer = within[index];
    const before = outer === undefined ? site : chainOf(outer);
    const source = sources.get(raw[index] as RawStatement);
    const chain = source === undefined ? before : [...before, linkOf(text, source, firstId + index)];
    chains[index] = chain;
    return chain;
  }
}

function linkOf(text: string, { name, kind, span }: Source, statement: number): ChainLink {
  return { name: name ?? text.slice(span.start, span.end).split(/\s+/).join(" "), kind, statement };
}

/** Names are learned up to each source before it is named, in text order. */
function readInOrder(
  text: string,
  tokens: readonly Token[],
  statements: readonly RawStatement[],
  register: NameRegister,
  language: Language,
  sources: Map<RawStatement, Source>,
): void {
  const ordered = statements
    .filter(({ source }) => source !== undefined)
    .sort((first, second) => (first.source as Span).start - (second.source as Span).start);
  let at = 0;
  for (const statement of ordered) {
    const span = statement.source as Span;
    const from = at;
    while (at < tokens.length && (tokens[at] as Token).start < span.end) {
      at++;
    }
    // Three tokens more, as an abbreviation may follow in brackets.
    const to = Math.min(tokens.length, at + 3);
    register.read(text, tokens, Math.min(from, to), to);
    const reading = readSource(statement.sourceTokens, language);
    const found = register.identify(
      text,
      statement.sourceTokens,
      statement.isAnonymous && isNameless(reading.kind) ? { ...reading, kind: "unnamed" } : reading,
    );
    sources.set(statement, { span, kind: found.kind, name: found.name });
  }
  register.read(text, tokens, at, tokens.length);
}

function isNameless(kind: SourceKind): boolean {
  return kind === "described" || kind === "group";
}
