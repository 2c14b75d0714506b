import type { ExtensionContext } from "vscode";
import { activateExtension, type PressmarkApi } from "../extension.ts";

export function activate(context: ExtensionContext): PressmarkApi {
  return activateExtension(context, {
    // Loaded when the first dump is seen, not before: a window full of other files pays nothing for it.
    createLanguageClient: async (hooks) =>
      (await import("./language-client.ts")).createNodeLanguageClient(context, hooks),
    readLocalHead: async (path, length) => (await import("./read-head.ts")).readLocalHead(path, length),
    updateLocalFile: async (path, change) => (await import("./update-file.ts")).updateLocalFile(path, change),
  });
}
