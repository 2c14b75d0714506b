import * as vscode from "vscode";
import { createPhrases } from "../server/core/text/phrases.ts";

/** In the language of VS Code. Messages without a number go through `vscode.l10n.t`, which reads the same bundle. */
export const phrases = createPhrases(vscode.env.language, vscode.l10n.bundle ?? {});

/** "1 warning", "2 warnings", in the language's own forms; undefined for none. */
export function counted(count: number, one: string, other: string): string | undefined {
  return count === 0 ? undefined : phrases.count(count, one, other);
}
