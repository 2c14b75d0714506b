import type { DocumentSymbol, Range } from "vscode-languageserver-types";

/** The symbol, with all below it, so many lines further down. */
export function moveSymbol(symbol: DocumentSymbol, by: number): DocumentSymbol {
  const range = moveRange(symbol.range, by);
  const moved: DocumentSymbol = {
    ...symbol,
    range,
    selectionRange: symbol.selectionRange === symbol.range ? range : moveRange(symbol.selectionRange, by),
  };
  if (symbol.children !== undefined) {
    moved.children = symbol.children.map((child) => moveSymbol(child, by));
  }
  return moved;
}

/** Columns stay. */
export function moveRange({ start, end }: Range, by: number): Range {
  return {
    start: { line: start.line + by, character: start.character },
    end: { line: end.line + by, character: end.character },
  };
}
