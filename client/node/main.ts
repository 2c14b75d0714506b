import type { ExtensionContext } from "vscode";
import { activateExtension } from "../extension.ts";

export function activate(context: ExtensionContext): void {
  activateExtension(context, {
    // Loaded when the first dump is seen, not before: a window full of other files pays nothing for it.
    createLanguageClient: async (options) =>
      (await import("./language-client.ts")).createNodeLanguageClient(context, options),
  });
}
