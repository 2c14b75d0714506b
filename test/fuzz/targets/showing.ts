import { positionAt } from "../../../server/core/text/lines.ts";
import { provideCitation } from "../../../server/features/citation.ts";
import { provideCleanUp } from "../../../server/features/clean-up.ts";
import { provideCodeActions } from "../../../server/features/code-actions.ts";
import { provideDefinition } from "../../../server/features/definition.ts";
import { provideDiagnostics } from "../../../server/features/diagnostics.ts";
import { provideDocumentHighlights } from "../../../server/features/document-highlights.ts";
import { provideDocumentLinks } from "../../../server/features/document-links.ts";
import { provideDocumentSymbols } from "../../../server/features/document-symbols.ts";
import type { Analysis } from "../../../server/features/feature-context.ts";
import { provideFoldingRanges } from "../../../server/features/folding-ranges.ts";
import { provideHover } from "../../../server/features/hover.ts";
import { provideInlayHints } from "../../../server/features/inlay-hints.ts";
import { provideQuotation } from "../../../server/features/quotation.ts";
import { provideReferences } from "../../../server/features/references.ts";
import { provideSections } from "../../../server/features/sections.ts";
import { provideSelectionRanges } from "../../../server/features/selection-ranges.ts";
import { provideSemanticTokens } from "../../../server/features/semantic-tokens.ts";
import { findWorkspaceSymbols } from "../../../server/features/workspace-symbols.ts";
import { analysisOf } from "../../support/analysis.ts";
import type { Random } from "../../support/random.ts";
import { drawMutatedDump } from "../corpus.ts";
import { hold, shown, type Target } from "../property.ts";

type Range = { readonly start: Place; readonly end: Place };
type Place = { readonly line: number; readonly character: number };

/** Everything an editor asks for, at any place, in both ways of counting columns: no feature throws or leaves the text. */
export const showing: Target = {
  name: "showing",
  share: 2,
  make: drawMutatedDump,
  check(text, random) {
    const analysis = analysisOf(text, random.pick(["utf-16", "utf-8"]));
    for (let turn = 0; turn < 6; turn++) {
      askAt(analysis, random);
    }
    const options = { limit: 1000, relatedInformation: true, tags: true, documentation: undefined } as const;
    for (const { range, code } of provideDiagnostics(analysis, options)) {
      holdInside(analysis, range, String(code));
    }
    const symbols = provideDocumentSymbols(analysis);
    findWorkspaceSymbols([{ uri: analysis.uri, symbols }], random.pick(["", "a", "[", "ü"]));
    for (const symbol of symbols) {
      holdSymbol(analysis, symbol);
    }
    for (const { startLine, endLine } of provideFoldingRanges(analysis)) {
      hold(
        startLine < endLine && endLine < analysis.lines.starts.length,
        "folds lie in the text",
        () => `${startLine}-${endLine}`,
      );
    }
    holdTokens(analysis, provideSemanticTokens(analysis));
    for (const { range, target } of provideDocumentLinks(analysis)) {
      holdInside(analysis, range, "a link");
      hold(
        target === undefined || /^(?:https?|ftp):\/\//iu.test(target),
        "links lead to the web or an FTP server",
        () => shown(target ?? ""),
      );
    }
    provideInlayHints(analysis, { start: 0, end: text.length });
    provideCleanUp(analysis, {});
  },
};

function askAt(analysis: Analysis, random: Random): void {
  const position = random.chance(0.8)
    ? analysis.convert.position(random.below(analysis.text.length + 1))
    : { line: random.pick([-1, 0, 9_999_999]), character: random.pick([-5, 0, 3, 9_999_999]) };
  const range = { start: position, end: analysis.convert.position(random.below(analysis.text.length + 1)) };
  const hover = provideHover(analysis, position, random.pick(["markdown", "plaintext"]));
  if (
    hover !== null &&
    typeof hover.contents === "object" &&
    "kind" in hover.contents &&
    hover.contents.kind === "markdown"
  ) {
    holdPlainMarkdown(hover.contents.value);
  }
  for (const { range: where } of provideDocumentHighlights(analysis, position) ?? []) {
    holdInside(analysis, where, "a highlight");
  }
  provideDefinition(analysis, position);
  provideReferences(analysis, position, { includeDeclaration: random.chance(0.5) });
  provideSelectionRanges(analysis, [position]);
  provideSections(analysis, position);
  provideQuotation(analysis, range);
  provideCitation(analysis, position, random.pick(["csl", "ris"]));
  const actions = provideCodeActions(
    analysis,
    { range, diagnostics: [] },
    { edits: "eager", versions: "named", reach: "lines", ignore: "command" },
  );
  for (const { title, edit, command } of actions) {
    hold(edit !== undefined || command !== undefined, "an action does something", () => title);
  }
}

/** No link, picture or HTML may come of a dump's words: what would make one stands behind a backslash. */
function holdPlainMarkdown(markdown: string): void {
  hold(!/(?<!\\)(?:\\\\)*[<[\]!`]/u.test(markdown), "a hover shows no markup of the dump", () =>
    shown(markdown),
  );
}

function holdInside({ lines, text }: Analysis, { start, end }: Range, what: string): void {
  const last = positionAt(lines, text.length, "utf-8");
  const isOrdered = start.line < end.line || (start.line === end.line && start.character <= end.character);
  hold(
    isOrdered && start.line >= 0 && end.line <= last.line,
    "ranges lie in the text",
    () => `${what} ${JSON.stringify({ start, end })}`,
  );
}

interface Node {
  readonly name: string;
  readonly range: Range;
  readonly selectionRange: Range;
  readonly children?: readonly Node[];
}

/** VS Code refuses the whole outline when a name is empty or a selection lies outside its node. */
function holdSymbol(analysis: Analysis, { name, range, selectionRange, children = [] }: Node): void {
  holdInside(analysis, range, name);
  hold(name.trim() !== "", "an outline node has a name", () => JSON.stringify(range));
  const [outer, inner] = [analysis.convert.span(range), analysis.convert.span(selectionRange)];
  hold(inner.start >= outer.start && inner.end <= outer.end, "a selection lies in its node", () => name);
  for (const child of children) {
    holdSymbol(analysis, child);
  }
}

/** Five numbers per token, no two on one another, none over a line's end. */
function holdTokens({ lines }: Analysis, data: readonly number[]): void {
  let [line, character, end] = [0, 0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [deltaLine, deltaStart, length] = data.slice(at, at + 3) as [number, number, number];
    line += deltaLine;
    character = deltaLine === 0 ? character + deltaStart : deltaStart;
    hold(deltaLine > 0 || at === 0 || character >= end, "tokens do not overlap", () => `line ${line}`);
    hold(length > 0 && line < lines.starts.length, "tokens lie in the text", () => `line ${line}`);
    end = character + length;
  }
}
