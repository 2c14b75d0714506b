import type { ClientCapabilities } from "vscode-languageserver-protocol";

/**
 * What real clients say they can do, as far as the server looks at it: VS Code as vscode-languageclient 10 sends it, the
 * others as they were recorded (Neovim 0.7, eglot 1.9, ALE 3.3).
 */
export const vscode: ClientCapabilities = {
  general: {
    positionEncodings: ["utf-16"],
    staleRequestSupport: { cancel: true, retryOnContentModified: [] },
  },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
    diagnostics: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: true, relatedDocumentSupport: false },
    publishDiagnostics: {
      relatedInformation: true,
      versionSupport: false,
      tagSupport: { valueSet: [1, 2] },
      codeDescriptionSupport: true,
      dataSupport: true,
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ["markdown", "plaintext"] },
    definition: { linkSupport: true },
    codeAction: { dataSupport: true, isPreferredSupport: true, resolveSupport: { properties: ["edit"] } },
    foldingRange: { rangeLimit: 5000, lineFoldingOnly: true, foldingRange: { collapsedText: false } },
  },
};

export const neovim: ClientCapabilities = {
  workspace: { configuration: true, workspaceEdit: {} },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ["markdown", "plaintext"] },
    definition: { linkSupport: true },
    codeAction: { dataSupport: true, resolveSupport: { properties: ["edit"] } },
  },
};

export const eglot: ClientCapabilities = {
  workspace: { configuration: true, workspaceEdit: { documentChanges: true } },
  textDocument: {
    publishDiagnostics: { relatedInformation: false },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ["plaintext"] },
    codeAction: { isPreferredSupport: true },
  },
};

export const ale: ClientCapabilities = {
  workspace: { workspaceEdit: {} },
  textDocument: { publishDiagnostics: { relatedInformation: true }, hover: { contentFormat: ["plaintext"] } },
};

/** A client that can count in bytes alone. */
export const bytesOnly: ClientCapabilities = { ...neovim, general: { positionEncodings: ["utf-8"] } };
