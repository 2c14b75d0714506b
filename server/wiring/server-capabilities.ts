import {
  CodeActionKind,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { semanticTokensLegend } from "../features/semantic-tokens.ts";
import { FIX_ALL_KIND } from "../protocol.ts";
import type { ClientAbilities } from "./client-abilities.ts";

/** What the server offers to a client with these abilities. */
export function serverCapabilities(abilities: ClientAbilities): ServerCapabilities {
  return {
    positionEncoding: abilities.encoding === "utf-8" ? PositionEncodingKind.UTF8 : PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    documentSymbolProvider: { label: "Pressmark" },
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    hoverProvider: true,
    documentLinkProvider: { resolveProvider: false },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    inlayHintProvider: { resolveProvider: false },
    semanticTokensProvider: { legend: semanticTokensLegend, full: { delta: true }, range: true },
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND],
      resolveProvider: abilities.resolvesCodeActionEdits,
    },
    ...(abilities.pullsDiagnostics
      ? {
          diagnosticProvider: {
            identifier: "pressmark",
            interFileDependencies: false,
            workspaceDiagnostics: false,
          },
        }
      : {}),
  };
}
