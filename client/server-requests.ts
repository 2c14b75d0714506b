import * as vscode from "vscode";
import {
  CHECK_TEXT_REQUEST,
  type CheckTextParams,
  type CheckTextResult,
  CITATION_REQUEST,
  type CitationParams,
  CLEAN_UP_REQUEST,
  type CleanUpParams,
  type CleanUpResult,
  type CodeActionData,
  EXPORT_REQUEST,
  EXPORT_TEXT_REQUEST,
  type ExportFormat,
  type ExportParams,
  type ExportResult,
  type ExportTextParams,
  LEARN_REQUEST,
  type LearnParams,
  type LearnResult,
  QUOTATION_REQUEST,
  type QuotationParams,
  SECTIONS_REQUEST,
  type SectionsParams,
  type SectionsResult,
  type TextResult,
} from "../server/protocol.ts";
import type { ServerSession } from "./server-session.ts";

/** A clean-up, its edits in the editor's terms. */
export interface CleanUp extends Omit<CleanUpResult, "edits"> {
  readonly edits: readonly vscode.TextEdit[];
}

/** What is cleaned: the article at a position or all, by all checks or by some. */
export interface CleanUpScope {
  readonly position: vscode.Position | undefined;
  readonly checks: readonly string[] | undefined;
}

export async function requestCleanUp(
  session: ServerSession,
  document: vscode.TextDocument,
  { position, checks }: CleanUpScope,
): Promise<CleanUp> {
  const client = await session.client();
  const params: CleanUpParams = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    ...(position && { position: client.code2ProtocolConverter.asPosition(position) }),
    ...(checks && { checks }),
  };
  const result = await session.request<CleanUpResult>(CLEAN_UP_REQUEST, params);
  return { ...result, edits: await client.protocol2CodeConverter.asTextEdits([...result.edits]) };
}

export async function requestExport(
  session: ServerSession,
  document: vscode.TextDocument,
  position: vscode.Position | undefined,
  format: ExportFormat,
): Promise<ExportResult> {
  const client = await session.client();
  const params: ExportParams = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    ...(position && { position: client.code2ProtocolConverter.asPosition(position) }),
    format,
  };
  return session.request<ExportResult>(EXPORT_REQUEST, params);
}

export async function requestQuotation(
  session: ServerSession,
  document: vscode.TextDocument,
  range: vscode.Range,
): Promise<TextResult | null> {
  const client = await session.client();
  const params: QuotationParams = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    range: client.code2ProtocolConverter.asRange(range),
  };
  return session.request<TextResult | null>(QUOTATION_REQUEST, params);
}

export async function requestCitation(
  session: ServerSession,
  document: vscode.TextDocument,
  position: vscode.Position,
  format: CitationParams["format"],
): Promise<TextResult | null> {
  const client = await session.client();
  const params: CitationParams = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    position: client.code2ProtocolConverter.asPosition(position),
    format,
  };
  return session.request<TextResult | null>(CITATION_REQUEST, params);
}

/** The edit of a fix that was offered; rejects when its document has changed since. */
export async function requestFixEdits(
  session: ServerSession,
  { title, data }: { readonly title: string; readonly data: CodeActionData },
): Promise<vscode.WorkspaceEdit> {
  const client = await session.client();
  const action = await session.request<{ readonly edit?: Parameters<typeof asEdit>[0] }>(
    "codeAction/resolve",
    {
      title,
      data,
    },
  );
  return asEdit(action.edit);

  async function asEdit(
    edit: Parameters<typeof client.protocol2CodeConverter.asWorkspaceEdit>[0],
  ): Promise<vscode.WorkspaceEdit> {
    const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
    if (converted === undefined) {
      throw new Error(vscode.l10n.t("The fix has no edit."));
    }
    return converted;
  }
}

/** The sections of an article, in the editor's terms. */
export interface Sections {
  readonly metadata: vscode.Range | undefined;
  readonly body: vscode.Range | undefined;
}

export async function requestSections(
  session: ServerSession,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<Sections | undefined> {
  const client = await session.client();
  const params: SectionsParams = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    position: client.code2ProtocolConverter.asPosition(position),
  };
  const result = await session.request<SectionsResult | null>(SECTIONS_REQUEST, params);
  if (result === null) {
    return undefined;
  }
  const asRange = (range: SectionsResult["body"]): vscode.Range | undefined =>
    client.protocol2CodeConverter.asRange(range) ?? undefined;
  return { metadata: asRange(result.metadata), body: asRange(result.body) };
}

export async function requestTextCheck(
  session: ServerSession,
  params: CheckTextParams,
  token: vscode.CancellationToken,
): Promise<CheckTextResult> {
  return session.request<CheckTextResult>(CHECK_TEXT_REQUEST, params, token);
}

export async function requestLearning(
  session: ServerSession,
  texts: readonly string[],
  token: vscode.CancellationToken,
): Promise<LearnResult["learned"]> {
  const params: LearnParams = { texts };
  return (await session.request<LearnResult>(LEARN_REQUEST, params, token)).learned;
}

export async function requestTextExport(
  session: ServerSession,
  params: ExportTextParams,
  token: vscode.CancellationToken,
): Promise<ExportResult> {
  return session.request<ExportResult>(EXPORT_TEXT_REQUEST, params, token);
}
