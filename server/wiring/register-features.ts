import type {
  CodeAction,
  CodeActionParams,
  DocumentSymbolParams,
  HoverParams,
  InlayHintParams,
  ReferenceParams,
  SelectionRangeParams,
  WorkspaceSymbolParams,
} from "vscode-languageserver";
import { proveNothingLost } from "../core/cleanup/proof.ts";
import { type CodeActionOptions, provideCodeActions, resolveCodeAction } from "../features/code-actions.ts";
import { provideDefinition } from "../features/definition.ts";
import { provideDocumentHighlights } from "../features/document-highlights.ts";
import { createDocumentLinksProvider } from "../features/document-links.ts";
import { createDocumentSymbolsProvider, flattenSymbols } from "../features/document-symbols.ts";
import { createFoldingRangesProvider } from "../features/folding-ranges.ts";
import { provideHover } from "../features/hover.ts";
import { provideInlayHints } from "../features/inlay-hints.ts";
import { provideReferences } from "../features/references.ts";
import { provideSelectionRanges } from "../features/selection-ranges.ts";
import { type DocumentOutline, findWorkspaceSymbols } from "../features/workspace-symbols.ts";
import type { CodeActionData } from "../protocol.ts";
import { createSession, documentRequest, plainRequest, type Server } from "./document-requests.ts";
import { contentModified, guardRequest, invalidParams } from "./guard.ts";

/** Ties LSP's requests about the structure and the text of a document to the features. */
export function registerFeatures(server: Server): void {
  const { connection, abilities } = server;
  const provideDocumentSymbols = createDocumentSymbolsProvider();
  const provideDocumentLinks = createDocumentLinksProvider();
  const provideFoldingRanges = createFoldingRangesProvider({
    ...(abilities.foldingLimit === undefined ? {} : { limit: abilities.foldingLimit }),
    collapsedText: abilities.collapsedText,
  });

  connection.onDocumentSymbol(
    documentRequest(
      server,
      { method: "textDocument/documentSymbol" },
      async (session, { textDocument }: DocumentSymbolParams) => {
        const symbols = await session.inSlices(provideDocumentSymbols(await session.reading()));
        return abilities.nestsSymbols ? symbols : flattenSymbols(textDocument.uri, symbols);
      },
    ),
  );
  connection.onWorkspaceSymbol(
    plainRequest(server, "workspace/symbol", async ({ query }: WorkspaceSymbolParams, token) => {
      const outlines: DocumentOutline[] = [];
      for (const document of server.documents.all()) {
        const session = createSession(server, document, token);
        const symbols = await session.inSlices(provideDocumentSymbols(await session.reading()));
        outlines.push({ uri: document.uri, symbols });
        await server.runtime.nextTurn();
      }
      return findWorkspaceSymbols(outlines, typeof query === "string" ? query : "");
    }),
  );
  connection.onFoldingRanges(
    documentRequest(server, { method: "textDocument/foldingRange" }, async (session) => {
      // Who cannot be told to ask again waits for the whole.
      const reading = await (abilities.refreshesFoldingRanges
        ? session.soon("foldingRanges")
        : session.analysis());
      return session.inSlices(provideFoldingRanges(reading));
    }),
  );
  connection.onHover(
    documentRequest(
      server,
      { method: "textDocument/hover", needs: "position" },
      async (session, { position }: HoverParams) =>
        provideHover(await session.soon(), position, abilities.hoverFormat),
    ),
  );
  connection.onDocumentLinks(
    documentRequest(server, { method: "textDocument/documentLink" }, async (session) =>
      session.inSlices(provideDocumentLinks(await session.analysis())),
    ),
  );
  connection.onDefinition(
    documentRequest(
      server,
      { method: "textDocument/definition", needs: "position" },
      async (session, { position }: HoverParams) => {
        const targets = provideDefinition(await session.analysis(), position);
        return abilities.definitionLinks
          ? targets.map(({ uri, origin, range }) => ({
              originSelectionRange: origin,
              targetUri: uri,
              targetRange: range,
              targetSelectionRange: range,
            }))
          : targets.map(({ uri, range }) => ({ uri, range }));
      },
    ),
  );
  connection.onReferences(
    documentRequest(
      server,
      { method: "textDocument/references", needs: "position" },
      async (session, { position, context }: ReferenceParams) =>
        provideReferences(await session.analysis(), position, {
          includeDeclaration: context?.includeDeclaration !== false,
        }),
    ),
  );
  connection.onDocumentHighlight(
    documentRequest(
      server,
      { method: "textDocument/documentHighlight", needs: "position" },
      async (session, { position }: HoverParams) =>
        provideDocumentHighlights(await session.reading(), position) ?? null,
    ),
  );
  connection.onSelectionRanges(
    documentRequest(
      server,
      { method: "textDocument/selectionRange", needs: "positions" },
      async (session, { positions }: SelectionRangeParams) =>
        provideSelectionRanges(await session.reading(), positions),
    ),
  );
  connection.languages.inlayHint.on(
    documentRequest(
      server,
      { method: "textDocument/inlayHint", needs: "range" },
      async (session, { range, textDocument }: InlayHintParams) => {
        server.views.note(textDocument.uri, range);
        const { fieldHints } = await session.settings();
        const reading = await session.reading();
        return fieldHints ? provideInlayHints(reading, reading.convert.span(range)) : [];
      },
    ),
  );
  registerCodeActions(server);
}

function registerCodeActions(server: Server): void {
  const { connection, abilities } = server;
  const options: CodeActionOptions = {
    edits: abilities.resolvesCodeActionEdits ? "lazy" : "eager",
    versions: abilities.versionsEdits ? "named" : "unnamed",
    reach: abilities.statesColumns ? "exact" : "lines",
    ...(server.ignoreMode === undefined ? {} : { ignore: server.ignoreMode }),
    offered: ({ uri, dump }, composition) =>
      server.annotations.offer(uri, () => ({ composition, proof: proveNothingLost(dump, composition) })),
  };
  connection.onCodeAction(
    documentRequest(
      server,
      { method: "textDocument/codeAction", needs: "range" },
      async (session, { range, context }: CodeActionParams) => {
        const diagnostics = Array.isArray(context?.diagnostics) ? context.diagnostics : [];
        const only = Array.isArray(context?.only) ? { only: context.only } : {};
        return provideCodeActions(await session.analysis(), { range, diagnostics, ...only }, options);
      },
    ),
  );
  connection.onCodeActionResolve((action, token) => {
    const data = action?.data as CodeActionData | undefined;
    const document = typeof data?.uri === "string" ? server.documents.get(data.uri) : undefined;
    const subject = () => ({ method: "codeAction/resolve", documentLength: document?.lines.text.length });
    return guardRequest(server.runtime, server.log, token, subject, async (): Promise<CodeAction> => {
      if (document === undefined || typeof data?.target?.kind !== "string") {
        throw invalidParams("codeAction/resolve: this is no action of an open document.");
      }
      if (document.version !== data.version) {
        throw contentModified();
      }
      const analysis = await createSession(server, document, token).analysis();
      const resolved = resolveCodeAction(analysis, action, options);
      if (resolved === undefined) {
        throw invalidParams("codeAction/resolve: the finding that this action mends is not there any more.");
      }
      return resolved;
    });
  });
}
