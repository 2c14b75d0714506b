import * as vscode from "vscode";
import { kindName, shortened } from "../annotate/describe.ts";
import type { SourceIndex } from "./source-index.ts";
import type { Statement } from "./statement.ts";

const NAME_LENGTH = 40;

/** Behind a source what its words do not say: whom a pronoun or a surname stands for, and through whom it came. */
export class SourceHints implements vscode.InlayHintsProvider {
  readonly onDidChangeInlayHints: vscode.Event<void>;
  readonly #index: SourceIndex;

  constructor(index: SourceIndex) {
    this.#index = index;
    this.onDidChangeInlayHints = (listener, thisArgument, disposables) =>
      index.onDidChange(() => listener.call(thisArgument), undefined, disposables);
  }

  async provideInlayHints(document: vscode.TextDocument, within: vscode.Range): Promise<vscode.InlayHint[]> {
    const known = await this.#index.statementsOf(document);
    const told = new Set<string>();
    return (known?.statements ?? []).flatMap((statement) => {
      const { source } = statement;
      const words = hintOf(statement);
      const place = source === null ? "" : `${source.end.line}:${source.end.character}`;
      if (source === null || words === undefined || !within.contains(source.end) || told.has(place)) {
        return [];
      }
      // Two verbs can share one source.
      told.add(place);
      const hint = new vscode.InlayHint(source.end, words, vscode.InlayHintKind.Type);
      hint.paddingLeft = true;
      return [hint];
    });
  }
}

function hintOf({ name, sourceText, kind }: Statement): string | undefined {
  if (kind === "unnamed") {
    return `(${kindName(kind)})`;
  }
  const isSaid = name === null || sourceText === null || sourceText.includes(name);
  return isSaid ? undefined : `= ${shortened(name, NAME_LENGTH)}`;
}
