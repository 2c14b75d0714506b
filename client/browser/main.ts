import type { ExtensionContext } from "vscode";
import { activateExtension, type PressmarkApi } from "../extension.ts";
import { createBrowserLanguageClient } from "./language-client.ts";

/**
 * One bundle with the language client in it: what loads extensions in the browser gives them VS Code's API and no other
 * module, so nothing can be left for later.
 */
export function activate(context: ExtensionContext): PressmarkApi {
  return activateExtension(context, {
    createLanguageClient: async (hooks) => createBrowserLanguageClient(context, hooks),
  });
}
