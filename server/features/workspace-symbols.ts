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
 * before they rank, or whose value holds the query as it is. An empty query asks for everything.
 */
export function findWorkspaceSymbols(
  outlines: readonly DocumentOutline[],
  query: string,
): SymbolInformation[] {
  const wanted = query.trim().toLowerCase();
  const found: SymbolInformation[] = [];
  for (const { uri, symbols } of outlines) {
    collect(found, { uri, wanted, letters: wanted.replaceAll(" ", "") }, symbols, undefined);
  }
  return found;
}

interface Search {
  readonly uri: string;
  readonly wanted: string;
  readonly letters: string;
}

function collect(
  found: SymbolInformation[],
  search: Search,
  symbols: readonly DocumentSymbol[],
  container: string | undefined,
): void {
  for (const symbol of symbols) {
    if (found.length >= MOST_RESULTS) {
      return;
    }
    const name = matchingName(symbol, search);
    if (name !== undefined) {
      found.push({
        name,
        kind: symbol.kind,
        location: { uri: search.uri, range: symbol.selectionRange },
        ...(container === undefined ? {} : { containerName: container }),
      });
    }
    collect(found, search, symbol.children ?? [], container ?? symbol.name);
  }
}

/** With the value when it is what matches: editors match what they are shown once more. */
function matchingName({ name, detail }: DocumentSymbol, { wanted, letters }: Search): string | undefined {
  if (holdsInOrder(name.toLowerCase(), letters)) {
    return name;
  }
  return detail?.toLowerCase().includes(wanted) === true ? `${name}: ${detail}` : undefined;
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
