import { type ExtensionContext, Uri } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { LanguageClient } from "vscode-languageclient/browser";
import { languageClientOptions, withOwnAbilities } from "../language-client-options.ts";
import type { SessionHooks } from "../server-session.ts";
import { startServerWorker } from "./server-worker.ts";

/** The server in a worker of its own, spoken to by messages. */
export function createBrowserLanguageClient(
  { extensionUri }: ExtensionContext,
  hooks: SessionHooks,
): BaseLanguageClient {
  const script = Uri.joinPath(extensionUri, "dist", "server-browser.js");
  const pages = Uri.joinPath(extensionUri, "docs", "checks");
  const options = languageClientOptions(hooks);
  const client = new LanguageClient("pressmark", "Pressmark", () => startServerWorker(script), {
    ...options,
    // The worker knows nothing of the extension's files.
    initializationOptions: {
      ...options.initializationOptions,
      checkDocumentation: `${pages.toString()}/`,
    },
  });
  return withOwnAbilities(client);
}
