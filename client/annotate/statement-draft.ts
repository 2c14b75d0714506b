import type * as vscode from "vscode";
import type { SourceLink, StatementDraft, StatementSuggestion } from "../../server/annotations-protocol.ts";
import { type Annotation, asProtocolRange, asRange, extentOf } from "./annotation.ts";

/** A statement while it is put together. */
export interface DraftStatement {
  readonly content: readonly vscode.Range[];
  readonly cue: vscode.Range | null;
  readonly source: vscode.Range | null;
  readonly name: string | null;
  readonly kind: string | null;
  readonly within: string | null;
  readonly chain: readonly SourceLink[];
}

/** Who says it, as chosen from what is marked or suggested, or selected in the text. */
export type ChosenSource = Pick<DraftStatement, "source" | "name" | "kind"> & {
  readonly cue?: vscode.Range | null;
  readonly chain?: readonly SourceLink[];
};

/** What is known of a new statement before anything was asked: it stands in the smallest one around it. */
export function draftOf(
  document: vscode.TextDocument,
  content: readonly vscode.Range[],
  chosen: ChosenSource,
  annotations: readonly Annotation[],
  suggestions: readonly StatementSuggestion[],
): DraftStatement {
  const around = statementsAround(annotations, content);
  const within = around[0];
  const name = chosen.name ?? (chosen.source && document.getText(chosen.source));
  return {
    content,
    cue: chosen.cue ?? null,
    source: chosen.source,
    name: chosen.name,
    kind: chosen.kind,
    within: within?.id ?? null,
    chain: chosen.chain ?? chainThrough(within, suggestions, name, chosen.kind),
  };
}

/** The statements that hold all of a content and more, the smallest first. */
export function statementsAround(
  annotations: readonly Annotation[],
  content: readonly vscode.Range[],
): readonly Annotation[] {
  return annotations
    .filter((one) => {
      const extent = one.statement === null ? undefined : extentOf(one);
      return (
        extent !== undefined &&
        content.every((range) => extent.contains(range)) &&
        !content.some((range) => range.isEqual(extent))
      );
    })
    .sort((first, second) =>
      extentOf(first)?.contains(extentOf(second) ?? (content[0] as vscode.Range)) ? 1 : -1,
    );
}

export function asStatementDraft(draft: DraftStatement): StatementDraft {
  const { cue, source, name, kind, within, chain } = draft;
  return {
    cue: cue && asProtocolRange(cue),
    source: source && asProtocolRange(source),
    name,
    kind,
    within,
    chain,
  };
}

/** The statements of the rules whose content shares words with a selection, the best first. */
export function suggestionsFor(
  suggestions: readonly StatementSuggestion[],
  content: readonly vscode.Range[],
): readonly StatementSuggestion[] {
  const overlaps = (suggestion: StatementSuggestion) =>
    suggestion.content.some((range) => content.some((one) => sharesWords(asRange(range), one)));
  const size = ({ content: ranges }: StatementSuggestion) =>
    ranges.reduce(
      (sum, { start, end }) => sum + (end.line - start.line) * 1000 + end.character - start.character,
      0,
    );
  return suggestions.filter(overlaps).sort((first, second) => size(first) - size(second));
}

/** What a suggestion says of who says it. */
export function sourceOf({ source, name, kind, cue, chain }: StatementSuggestion): ChosenSource {
  return { source: source && asRange(source), name, kind, cue: cue && asRange(cue), chain };
}

/** "Sputnik ← Financial Times ← unnamed sources" as its links; kinds are kept where the names are. */
export function chainFrom(text: string, before: readonly SourceLink[]): readonly SourceLink[] {
  return text
    .split("←")
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .map((name) => ({ name, kind: before.find((link) => link.name === name)?.kind ?? null }));
}

export function chainAsText(chain: readonly SourceLink[]): string {
  return chain.map(({ name }) => name).join(" ← ");
}

/** The chain of the statement around it, else the site that published the text, and then the source. */
function chainThrough(
  within: Annotation | undefined,
  suggestions: readonly StatementSuggestion[],
  name: string | null,
  kind: string | null,
): readonly SourceLink[] {
  const site = suggestions.find(({ chain }) => chain.length > 0)?.chain[0];
  const before = within?.statement?.chain ?? (site === undefined ? [] : [site]);
  return name === null ? before : [...before, { name, kind }];
}

function sharesWords(first: vscode.Range, second: vscode.Range): boolean {
  return first.intersection(second)?.isEmpty === false;
}
