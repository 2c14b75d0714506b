import { RequestType } from "vscode-languageserver";
import { countLines, learnBoilerplate, newLineTally } from "../core/checks/shared/learned-boilerplate.ts";
import { provideTextCheck } from "../features/check-text.ts";
import { isCitationFormat, provideCitation } from "../features/citation.ts";
import { provideCleanUp } from "../features/clean-up.ts";
import { isExportFormat, provideExport } from "../features/export.ts";
import { provideIgnoredEntries, provideIgnoreList, provideListWithout } from "../features/ignore-list.ts";
import { provideQuotation } from "../features/quotation.ts";
import { provideSections } from "../features/sections.ts";
import {
  CHECK_TEXT_REQUEST,
  type CheckTextParams,
  type CheckTextResult,
  CITATION_REQUEST,
  type CitationParams,
  CLEAN_UP_REQUEST,
  type CleanUpParams,
  type CleanUpResult,
  EXPORT_REQUEST,
  EXPORT_TEXT_REQUEST,
  type ExportParams,
  type ExportResult,
  type ExportTextParams,
  IGNORE_REQUEST,
  IGNORED_ENTRIES_REQUEST,
  type IgnoredEntriesParams,
  type IgnoredEntriesResult,
  type IgnoreParams,
  type IgnoreResult,
  LEARN_REQUEST,
  type LearnParams,
  type LearnResult,
  QUOTATION_REQUEST,
  type QuotationParams,
  REMOVE_IGNORED_REQUEST,
  type RemoveIgnoredParams,
  SECTIONS_REQUEST,
  type SectionsParams,
  type SectionsResult,
  type TextResult,
} from "../protocol.ts";
import { analyseText, readText } from "./analysis-store.ts";
import { documentRequest, plainRequest, type Server } from "./document-requests.ts";
import { invalidParams, throwIfCancelled } from "./guard.ts";
import type { Settings } from "./read-settings.ts";

/** Ties the requests of protocol.ts, which LSP does not know, to the features. */
export function registerRequests(server: Server): void {
  registerDocumentRequests(server);
  registerTextRequests(server);
  registerIgnoreRequests(server);
}

/** About open documents. */
function registerDocumentRequests(server: Server): void {
  const { connection } = server;

  connection.onRequest(
    new RequestType<CleanUpParams, CleanUpResult, void>(CLEAN_UP_REQUEST),
    documentRequest(server, { method: CLEAN_UP_REQUEST }, async (session, params: CleanUpParams) =>
      provideCleanUp(await session.analysis(), params, (plan) =>
        server.annotations.offer(params.textDocument.uri, () => plan),
      ),
    ),
  );
  connection.onRequest(
    new RequestType<SectionsParams, SectionsResult | null, void>(SECTIONS_REQUEST),
    documentRequest(
      server,
      { method: SECTIONS_REQUEST, needs: "position" },
      async (session, { position }: SectionsParams) => provideSections(await session.reading(), position),
    ),
  );
  connection.onRequest(
    new RequestType<ExportParams, ExportResult, void>(EXPORT_REQUEST),
    documentRequest(
      server,
      { method: EXPORT_REQUEST },
      async (session, { format, position }: ExportParams) => {
        checkFormat(EXPORT_REQUEST, isExportFormat(format));
        return provideExport(await session.reading(), format, position);
      },
    ),
  );
  connection.onRequest(
    new RequestType<QuotationParams, TextResult | null, void>(QUOTATION_REQUEST),
    documentRequest(
      server,
      { method: QUOTATION_REQUEST, needs: "range" },
      async (session, { range }: QuotationParams) => provideQuotation(await session.reading(), range),
    ),
  );
  connection.onRequest(
    new RequestType<CitationParams, TextResult | null, void>(CITATION_REQUEST),
    documentRequest(
      server,
      { method: CITATION_REQUEST, needs: "position" },
      async (session, { position, format }: CitationParams) => {
        checkFormat(CITATION_REQUEST, isCitationFormat(format));
        return provideCitation(await session.reading(), position, format);
      },
    ),
  );
}

/** About texts that are not open. */
function registerTextRequests(server: Server): void {
  const { connection } = server;

  connection.onRequest(
    new RequestType<CheckTextParams, CheckTextResult, void>(CHECK_TEXT_REQUEST),
    plainRequest(server, CHECK_TEXT_REQUEST, async ({ path, text, uri, learned }: CheckTextParams) => {
      checkText(CHECK_TEXT_REQUEST, text);
      // The path is only a name here; what is not open has the settings of the window.
      const settings = await server.settings.of("");
      const ignoring = typeof uri === "string" ? server.ignoring.of(uri) : undefined;
      return provideTextCheck(
        analyseText(path, text, withLearned(settings, learned), ignoring, server.manner),
      );
    }),
  );
  connection.onRequest(
    new RequestType<LearnParams, LearnResult, void>(LEARN_REQUEST),
    plainRequest(server, LEARN_REQUEST, async ({ texts }: LearnParams, token) => {
      const tally = newLineTally();
      for (const text of Array.isArray(texts) ? texts : []) {
        checkText(LEARN_REQUEST, text);
        countLines(tally, readText("", text, server.manner).dump);
        await server.runtime.nextTurn();
        throwIfCancelled(token);
      }
      return { learned: learnBoilerplate(tally) };
    }),
  );
  connection.onRequest(
    new RequestType<ExportTextParams, ExportResult, void>(EXPORT_TEXT_REQUEST),
    plainRequest(server, EXPORT_TEXT_REQUEST, async ({ path, text, format }: ExportTextParams) => {
      checkText(EXPORT_TEXT_REQUEST, text);
      checkFormat(EXPORT_TEXT_REQUEST, isExportFormat(format));
      return provideExport(readText(path, text, server.manner), format);
    }),
  );
}

/** The ignore file: what it would be with an entry more or some fewer, and what is in it. */
function registerIgnoreRequests(server: Server): void {
  const { connection } = server;

  connection.onRequest(
    new RequestType<IgnoreParams, IgnoreResult, void>(IGNORE_REQUEST),
    documentRequest(server, { method: IGNORE_REQUEST }, async (session, params: IgnoreParams) =>
      provideIgnoreList(await session.analysis(), { ...params, list: listOf(params) }),
    ),
  );
  connection.onRequest(
    new RequestType<IgnoredEntriesParams, IgnoredEntriesResult, void>(IGNORED_ENTRIES_REQUEST),
    plainRequest(server, IGNORED_ENTRIES_REQUEST, async (params: IgnoredEntriesParams) =>
      provideIgnoredEntries(listOf(params), server.manner.phrases),
    ),
  );
  connection.onRequest(
    new RequestType<RemoveIgnoredParams, IgnoreResult, void>(REMOVE_IGNORED_REQUEST),
    plainRequest(server, REMOVE_IGNORED_REQUEST, async (params: RemoveIgnoredParams) => {
      const keys = Array.isArray(params?.keys) ? params.keys : [];
      return provideListWithout({ list: listOf(params), keys }, server.manner.phrases);
    }),
  );
}

function listOf(params: { readonly list: unknown } | undefined): string | null {
  return typeof params?.list === "string" ? params.list : null;
}

/** What was learned comes back from outside; what is not as it was sent is left out. */
function withLearned(settings: Settings, learned: CheckTextParams["learned"]): Settings {
  if (!Array.isArray(learned)) {
    return settings;
  }
  const sites = learned.filter(({ host, lines }) => typeof host === "string" && Array.isArray(lines));
  const options = { ...settings.checks.options, boilerplate: { learned: sites } };
  return { ...settings, checks: { ...settings.checks, options } };
}

function checkText(method: string, text: unknown): void {
  if (typeof text !== "string") {
    throw invalidParams(`${method}: the text is missing.`);
  }
}

function checkFormat(method: string, isKnown: boolean): void {
  if (!isKnown) {
    throw invalidParams(`${method}: there is no such format.`);
  }
}
