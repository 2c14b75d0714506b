import {
  CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  type Range,
  ResponseError,
} from "vscode-languageserver";
import { isSameJson } from "../core/text/same-json.ts";
import { createDiagnosticsProvider, type DiagnosticsProvider } from "../features/diagnostics.ts";
import { createStatusProvider, type StatusProvider, stoppedStatus } from "../features/status.ts";
import { STATUS_NOTIFICATION } from "../protocol.ts";
import {
  createSession,
  type DocumentSession,
  documentRequest,
  isContentModified,
  type Server,
} from "./document-requests.ts";
import { guardTask } from "./guard.ts";
import type { Settings } from "./read-settings.ts";
import type { SourceDocument } from "./source-document.ts";
import { OutOfTime } from "./time-limit.ts";

interface Answer {
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

/** Milliseconds for which a view rests before its findings are chosen: who scrolls by does not look at them. */
const REST = 300;

/** What provides the answers about one document, as long as the settings stay the same. */
interface Providing {
  readonly settings: Settings;
  readonly diagnostics: DiagnosticsProvider;
  readonly status: StatusProvider;
}

/** What goes out after each analysis: diagnostics, pulled or pushed, and the status. */
export interface DiagnosticAnswers {
  /** Analyses a document that was opened or changed, unless it changes again before it is its turn. */
  schedule(document: SourceDocument): void;
  /** Everything anew, as after a change of settings. */
  scheduleAll(): void;
  forget(uri: string): void;
}

export function registerDiagnostics(server: Server): DiagnosticAnswers {
  const { connection, abilities, documents } = server;
  const answers = new Map<string, Answer>();
  let answerCount = 0;

  const providers = new Map<string, Providing>();
  /** Of the documents of which not all findings are listed, what was seen of them when those were chosen. */
  const fromViews = new Map<string, Range | undefined>();

  function providingFor(uri: string, settings: Settings): Providing {
    const known = providers.get(uri);
    if (known?.settings === settings) {
      return known;
    }
    const diagnostics = createDiagnosticsProvider({
      limit: settings.maxFindings,
      relatedInformation: abilities.relatedInformation,
      tags: abilities.diagnosticTags,
      documentation: abilities.codeDescriptions ? server.checkDocumentation : undefined,
    });
    const providing = { settings, diagnostics, status: createStatusProvider() };
    providers.set(uri, providing);
    return providing;
  }

  /** The answer of before, with its id, wherever nothing changed in it: that is what `unchanged` is said of. */
  async function answerFor(session: DocumentSession): Promise<Answer> {
    const analysis = await session.analysis();
    const settings = await session.settings();
    const view = server.views.of(analysis.uri);
    const visible = view === undefined ? undefined : analysis.convert.span(view);
    const { diagnostics } = providingFor(analysis.uri, settings);
    const items = await session.inSlices(diagnostics(analysis, visible));
    if (items.length < settings.maxFindings) {
      fromViews.delete(analysis.uri);
    } else {
      fromViews.set(analysis.uri, view);
    }
    const before = answers.get(analysis.uri);
    if (before !== undefined && isSameJson(before.items, items)) {
      return before;
    }
    answerCount++;
    const answer = { resultId: `${server.runtime.session}-${answerCount}`, items };
    answers.set(analysis.uri, answer);
    return answer;
  }

  async function publish(document: SourceDocument): Promise<void> {
    await server.runtime.nextTurn();
    const session = createSession(server, document, CancellationToken.None);
    const analysis = await session.analysis();
    askForMore(document.uri);
    const settings = await session.settings();
    const { status } = providingFor(document.uri, settings);
    const news = status(analysis, { limit: settings.maxFindings });
    if (news !== undefined) {
      await connection.sendNotification(STATUS_NOTIFICATION, news);
    }
    if (!abilities.pullsDiagnostics) {
      const { items } = await answerFor(session);
      await connection.sendDiagnostics({
        uri: document.uri,
        version: document.version,
        diagnostics: items as Diagnostic[],
      });
    }
  }

  /** What was answered before the checks were done, where the client takes that. */
  function askForMore(uri: string): void {
    const answers = server.early.take(uri);
    const { languages } = connection;
    const ask = async (): Promise<void> => {
      await Promise.all([
        answers.has("semanticTokens") && abilities.refreshesSemanticTokens
          ? languages.semanticTokens.refresh()
          : undefined,
        answers.has("foldingRanges") ? languages.foldingRange.refresh() : undefined,
      ]);
    };
    if (answers.size > 0) {
      void guardTask(server.log, () => ({ method: "refresh" }), ask);
    }
  }

  /** Of a document with more findings than are listed those near to what is seen now are to be listed, once the view rests. */
  async function followView(uri: string): Promise<void> {
    await server.runtime.delay(REST);
    const document = documents.get(uri);
    const view = server.views.of(uri);
    if (document === undefined || !fromViews.has(uri) || fromViews.get(uri) === view) {
      return;
    }
    // Once, also where several have waited.
    fromViews.set(uri, view);
    if (!abilities.pullsDiagnostics) {
      schedule(document);
    } else if (abilities.refreshesDiagnostics) {
      await connection.languages.diagnostics.refresh();
    }
  }

  server.views.onDidMove((uri) => {
    if (fromViews.has(uri)) {
      void guardTask(
        server.log,
        () => ({ method: "refresh" }),
        () => followView(uri),
      );
    }
  });

  function schedule(document: SourceDocument): void {
    const subject = () => ({ method: "analysis", documentLength: document.lines.text.length });
    void guardTask(server.log, subject, async () => {
      try {
        await publish(document);
      } catch (error) {
        if (error instanceof OutOfTime) {
          // Else whoever looks would wait for ever. The next status is news whatever it says.
          providers.delete(document.uri);
          const status = stoppedStatus(document, error.milliseconds, server.manner.phrases);
          await connection.sendNotification(STATUS_NOTIFICATION, status);
        }
        throw error;
      }
    });
  }

  if (abilities.pullsDiagnostics) {
    const answerPull = documentRequest(
      server,
      { method: "textDocument/diagnostic" },
      async (session, { previousResultId }: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> => {
        const { resultId, items } = await answerFor(session);
        return previousResultId === resultId
          ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
          : { kind: DocumentDiagnosticReportKind.Full, resultId, items: items as Diagnostic[] };
      },
    );
    connection.languages.diagnostics.on(async (params, token) => {
      const answer = await answerPull(params, token);
      return isContentModified(answer) ? askAgain() : (answer as DocumentDiagnosticReport);
    });
  }

  return {
    schedule,
    scheduleAll: () => {
      for (const document of documents.all()) {
        schedule(document);
      }
    },
    forget: (uri) => {
      answers.delete(uri);
      providers.delete(uri);
      fromViews.delete(uri);
      if (!abilities.pullsDiagnostics) {
        const clear = () => connection.sendDiagnostics({ uri, diagnostics: [] });
        void guardTask(server.log, () => ({ method: "textDocument/publishDiagnostics" }), clear);
      }
    },
  };
}

/** Clients take ContentModified here for "no problems any more"; this they take for what it is. */
function askAgain(): ResponseError<{ readonly retriggerRequest: boolean }> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, "The document changed in the meantime.", {
    retriggerRequest: true,
  });
}
