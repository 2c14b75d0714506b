import * as vscode from "vscode";

/**
 * What the selections of an editor mean to mark, in text order: without the white space around it, and of a mere cursor the word
 * that it stands at. Empty when there is nothing.
 */
export function selectedRanges({ document, selections }: vscode.TextEditor): readonly vscode.Range[] {
  const ranges: vscode.Range[] = [];
  for (const selection of [...selections].sort((first, second) => first.start.compareTo(second.start))) {
    const wanted = selection.isEmpty ? document.getWordRangeAtPosition(selection.active) : selection;
    const range = wanted && withoutWhiteSpace(document, wanted);
    if (range !== undefined && !ranges.some((known) => known.isEqual(range))) {
      ranges.push(range);
    }
  }
  return ranges;
}

/** Undefined when there is nothing but white space. */
export function withoutWhiteSpace(
  document: vscode.TextDocument,
  range: vscode.Range,
): vscode.Range | undefined {
  const text = document.getText(range);
  const trimmed = text.trim();
  if (trimmed === "") {
    return undefined;
  }
  const start = document.offsetAt(range.start) + text.indexOf(trimmed);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + trimmed.length));
}
