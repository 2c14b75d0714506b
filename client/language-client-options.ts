import * as vscode from "vscode";
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  type StaticFeature,
  vsdiag,
} from "vscode-languageclient";
import type { ServerInitializationOptions } from "../server/protocol.ts";
import { isComparison, withComparisons } from "./copy-comparisons.ts";
import { CLEANED_SCHEME, servedSelector } from "./documents.ts";
import type { SessionHooks } from "./server-session.ts";
import { createTraceChannel } from "./trace-channel.ts";

/** How the language client behaves, wherever the server runs. Only the bundle that is loaded with the first dump may import this. */
export function languageClientOptions({ log, ignoreLists, onClosed }: SessionHooks): LanguageClientOptions {
  const messages = vscode.l10n.bundle;
  const initializationOptions: ServerInitializationOptions = {
    ignoreLists,
    ...(messages === undefined ? {} : { messages }),
  };
  return {
    initializationOptions,
    documentSelector: servedSelector(),
    outputChannel: log,
    traceOutputChannel: createTraceChannel(log, isTraceWanted),
    // A fault of ours is said by the status item, not by a panel that opens.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    synchronize: { configurationSection: "pressmark" },
    diagnosticPullOptions: { onChange: true },
    middleware: {
      // A preview shows what would be, which is nothing to complain about or to mend.
      provideDiagnostics: (document, previousResultId, token, next) =>
        isPreview(document)
          ? { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] }
          : next(document, previousResultId, token),
      provideCodeActions: async (document, range, context, token, next) =>
        isPreview(document) ? [] : withComparisons(await next(document, range, context, token)),
      resolveCodeAction: (action, token, next) => (isComparison(action) ? action : next(action, token)),
      // VS Code lays the two sides out before hints arrive, and then cuts off lines that they made longer.
      provideInlayHints: (document, range, token, next) =>
        isPreview(document) ? [] : next(document, range, token),
    },
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

/**
 * VS Code's client says that 5,000 folds are the most, whatever `editor.foldingMaximumRegions` is. VS Code itself leaves out what is too much for that
 * setting, and says so; it cannot say what the server left out.
 */
const allFolds: StaticFeature = {
  fillClientCapabilities: ({ textDocument }) => {
    if (textDocument?.foldingRange !== undefined) {
      delete textDocument.foldingRange.rangeLimit;
    }
  },
  initialize: () => {},
  getState: () => ({ kind: "static" }),
  clear: () => {},
};

/** What is to be told of a new client's abilities otherwise than it tells by itself. */
export function withOwnAbilities<Client extends BaseLanguageClient>(client: Client): Client {
  client.registerFeature(allFolds);
  return client;
}

/** Pulling by tabs, which is not asked for, would give a URI. */
function isPreview(document: vscode.TextDocument | vscode.Uri): boolean {
  const uri = document instanceof vscode.Uri ? document : document.uri;
  return uri.scheme === CLEANED_SCHEME;
}

function isTraceWanted(): boolean {
  return vscode.workspace.getConfiguration("pressmark").get<string>("trace.server", "off") !== "off";
}
