import * as vscode from "vscode";
import { contentOf, cueOf, kindOfGroup, nameOfGroup } from "./describe-sources.ts";
import { groupSources } from "./group-sources.ts";
import type { SourceIndex } from "./source-index.ts";
import { placeOf } from "./statement.ts";

/** The sources as a part of the outline, each with its statements. */
export class SourceOutline implements vscode.DocumentSymbolProvider {
  readonly #index: SourceIndex;

  constructor(index: SourceIndex) {
    this.#index = index;
  }

  async provideDocumentSymbols(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
    const known = await this.#index.statementsOf(document);
    return groupSources(known?.statements ?? [], "count").flatMap((group) => {
      const children = group.statements.flatMap((statement) => {
        const place = placeOf(statement);
        return place === undefined
          ? []
          : [
              new vscode.DocumentSymbol(
                contentOf(document, statement) || "…",
                cueOf(document, statement),
                vscode.SymbolKind.String,
                place,
                place,
              ),
            ];
      });
      const [first] = children;
      if (first === undefined) {
        return [];
      }
      // A symbol's range has to hold those of its children; a source's statements lie apart.
      const extent = children.reduce((range, child) => range.union(child.range), first.range);
      const symbol = new vscode.DocumentSymbol(
        nameOfGroup(group),
        kindOfGroup(group),
        vscode.SymbolKind.Object,
        extent,
        first.range,
      );
      symbol.children = children;
      return [symbol];
    });
  }
}
