import type { DocumentSymbol, SymbolInformation } from "vscode-languageserver-types";

/** The outline of one open document. */
export interface DocumentOutline {
  readonly uri: string;
  readonly symbols: readonly DocumentSymbol[];
}

/** More would not be looked through; the client asks again with a longer query. */
const MOST_RESULTS = 500;

/**
 * The nodes of the open dumps' outlines whose name holds the query's letters in their order, which is how editors match
 * before they rank. An empty query asks for everything.
 */
export function findWorkspaceSymbols(
  outlines: readonly DocumentOutline[],
  query: string,
): SymbolInformation[] {
  const letters = query.toLowerCase().replaceAll(" ", "");
  const found: SymbolInformation[] = [];
  for (const { uri, symbols } of outlines) {
    collect(found, uri, symbols, letters, undefined);
  }
  return found;
}

function collect(
  found: SymbolInformation[],
  uri: string,
  symbols: readonly DocumentSymbol[],
  letters: string,
  container: string | undefined,
): void {
  for (const symbol of symbols) {
    if (found.length >= MOST_RESULTS) {
      return;
    }
    const name =
      symbol.detail === undefined || container === undefined
        ? symbol.name
        : `${symbol.name}: ${symbol.detail}`;
    if (holdsInOrder(name.toLowerCase(), letters)) {
      found.push({
        name,
        kind: symbol.kind,
        location: { uri, range: symbol.selectionRange },
        ...(container === undefined ? {} : { containerName: container }),
      });
    }
    collect(found, uri, symbol.children ?? [], letters, container ?? symbol.name);
  }
}

function holdsInOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) {
      return false;
    }
  }
  return true;
}
