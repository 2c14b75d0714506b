import { type InitializeParams, MarkupKind, PositionEncodingKind } from "vscode-languageserver";
import type { ColumnEncoding } from "../core/text/lines.ts";
import type { ServerInitializationOptions } from "../protocol.ts";
import { foldersOf, readFolders } from "./read-folders.ts";

/** What the client said it can do, as plain questions. What it did not say, it cannot. */
export interface ClientAbilities {
  readonly encoding: ColumnEncoding;
  /** Whether it says how it counts columns; of one that does not, nothing can be taken for granted. */
  readonly statesColumns: boolean;
  readonly pullsConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesSemanticTokens: boolean;
  readonly refreshesInlayHints: boolean;
  readonly refreshesFoldingRanges: boolean;
  readonly nestsSymbols: boolean;
  readonly hoverFormat: MarkupKind;
  readonly definitionLinks: boolean;
  readonly resolvesCodeActionEdits: boolean;
  readonly versionsEdits: boolean;
  readonly relatedInformation: boolean;
  readonly diagnosticTags: boolean;
  readonly codeDescriptions: boolean;
  readonly foldingLimit: number | undefined;
  readonly collapsedText: boolean;
  /** URIs of the folders that the client works in. */
  readonly folders: readonly string[];
  readonly watchesFiles: boolean;
  readonly createsFiles: boolean;
}

export function readClientAbilities(params: InitializeParams): ClientAbilities {
  const { capabilities } = params;
  const document = capabilities.textDocument ?? {};
  const workspace = capabilities.workspace ?? {};
  // A client that pulls may describe its diagnostics there (3.18); one that takes them pushed, here.
  const diagnostics = [document.diagnostic, document.publishDiagnostics].filter((one) => one !== undefined);
  const action = document.codeAction;
  return {
    encoding: encodingOf(capabilities.general?.positionEncodings),
    statesColumns: Array.isArray(capabilities.general?.positionEncodings),
    pullsConfiguration: workspace.configuration === true,
    registersConfiguration: workspace.didChangeConfiguration?.dynamicRegistration === true,
    pullsDiagnostics: document.diagnostic !== undefined,
    refreshesDiagnostics: workspace.diagnostics?.refreshSupport === true,
    refreshesSemanticTokens: workspace.semanticTokens?.refreshSupport === true,
    refreshesInlayHints: workspace.inlayHint?.refreshSupport === true,
    refreshesFoldingRanges: workspace.foldingRange?.refreshSupport === true,
    nestsSymbols: document.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    hoverFormat: document.hover?.contentFormat?.includes(MarkupKind.Markdown)
      ? MarkupKind.Markdown
      : MarkupKind.PlainText,
    definitionLinks: document.definition?.linkSupport === true,
    resolvesCodeActionEdits:
      action?.dataSupport === true && action.resolveSupport?.properties.includes("edit") === true,
    versionsEdits: workspace.workspaceEdit?.documentChanges === true,
    relatedInformation: diagnostics.some((one) => one.relatedInformation === true),
    diagnosticTags: diagnostics.some((one) => one.tagSupport !== undefined),
    codeDescriptions: diagnostics.some((one) => one.codeDescriptionSupport === true),
    foldingLimit: document.foldingRange?.rangeLimit,
    collapsedText: document.foldingRange?.foldingRange?.collapsedText === true,
    folders: foldersOf(params),
    watchesFiles: workspace.didChangeWatchedFiles?.dynamicRegistration === true,
    createsFiles:
      workspace.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes("create") === true,
  };
}

/** UTF-16, which every client has to know, unless a client says that it counts otherwise. */
function encodingOf(offered: readonly string[] | undefined): ColumnEncoding {
  const onlyUtf8 =
    offered?.includes(PositionEncodingKind.UTF8) === true && !offered.includes(PositionEncodingKind.UTF16);
  return onlyUtf8 ? "utf-8" : "utf-16";
}

/** The options that a client gave at the start. They come from outside: what has the wrong type counts as missing. */
export function readInitializationOptions(options: unknown): ServerInitializationOptions {
  if (typeof options !== "object" || options === null) {
    return {};
  }
  const { checkDocumentation, settings, ignoreLists, messages } = options as Record<string, unknown>;
  return {
    ...(typeof checkDocumentation === "string" ? { checkDocumentation } : {}),
    ...(typeof settings === "object" && settings !== null ? { settings } : {}),
    ...(typeof messages === "object" && messages !== null
      ? { messages: messages as Readonly<Record<string, unknown>> }
      : {}),
    ...(Array.isArray(ignoreLists) ? { ignoreLists: readFolders(ignoreLists) } : {}),
  };
}
