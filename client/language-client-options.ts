import * as vscode from "vscode";
import {
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from "vscode-languageclient";
import { SERVED_SELECTOR } from "./documents.ts";
import type { SessionHooks } from "./server-session.ts";
import { createTraceChannel } from "./trace-channel.ts";

/** How the language client behaves, wherever the server runs. Only the bundle that is loaded with the first dump may import this. */
export function languageClientOptions({ log, onClosed }: SessionHooks): LanguageClientOptions {
  return {
    documentSelector: [...SERVED_SELECTOR],
    outputChannel: log,
    traceOutputChannel: createTraceChannel(log, isTraceWanted),
    // A fault of ours is said by the status item, not by a panel that opens.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    synchronize: { configurationSection: "pressmark" },
    diagnosticPullOptions: { onChange: true },
    initializationFailedHandler: (error) => {
      log.error(`The language server could not be initialised: ${String(error)}`);
      return false;
    },
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      // The client's own restart tells of a failure in a pop-up, so the session makes a new client instead.
      closed: () => {
        setTimeout(onClosed, 0);
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
  };
}

function isTraceWanted(): boolean {
  return vscode.workspace.getConfiguration("pressmark").get<string>("trace.server", "off") !== "off";
}
