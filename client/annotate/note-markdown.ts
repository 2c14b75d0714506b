import * as vscode from "vscode";

/** Splits what would be a picture (`![…]`), which VS Code would load from wherever it lies, without a visible change. */
const WORD_JOINER = "\u2060";

/**
 * A note as VS Code may show it. Sidecars are sent around, so a note is a stranger's text: Markdown, but without commands,
 * HTML, icons or pictures.
 */
export function noteMarkdown(text: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(withoutPictures(text));
  markdown.isTrusted = false;
  markdown.supportHtml = false;
  markdown.supportThemeIcons = false;
  return markdown;
}

export function withoutPictures(text: string): string {
  return text.replaceAll("![", `!${WORD_JOINER}[`);
}
