import type { ExtensionContext } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";

/** The server in a Node process of its own, spoken to by IPC. */
export function createNodeLanguageClient(
  context: ExtensionContext,
  options: LanguageClientOptions,
): BaseLanguageClient {
  const module = context.asAbsolutePath("dist/server.js");
  return new LanguageClient(
    "pressmark",
    "Pressmark",
    {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ["--nolazy", "--inspect=6019"] } },
    },
    options,
  );
}
