import type { ExtensionContext } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { languageClientOptions, withOwnAbilities } from "../language-client-options.ts";
import type { SessionHooks } from "../server-session.ts";

/** The server in a Node process of its own, spoken to by IPC. */
export function createNodeLanguageClient(context: ExtensionContext, hooks: SessionHooks): BaseLanguageClient {
  const module = context.asAbsolutePath("dist/server.js");
  const client = new LanguageClient(
    "pressmark",
    "Pressmark",
    {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ["--nolazy", "--inspect=6009"] } },
    },
    languageClientOptions(hooks),
  );
  return withOwnAbilities(client);
}
