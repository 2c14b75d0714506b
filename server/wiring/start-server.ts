import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
} from "vscode-languageserver";
import type { ColumnEncoding } from "../core/text/lines.ts";
import { createPhrases, ENGLISH, type PhraseBundle, type Phrases } from "../core/text/phrases.ts";
import type { IgnoreMode } from "../features/shared/ignore-actions.ts";
import { createAnalysisStore, type Manner } from "./analysis-store.ts";
import { createAnnotationSessions } from "./annotation-sessions.ts";
import { type ClientAbilities, readClientAbilities, readInitializationOptions } from "./client-abilities.ts";
import { type DiagnosticAnswers, registerDiagnostics } from "./diagnostic-answers.ts";
import type { Server } from "./document-requests.ts";
import { createDocumentWork } from "./document-work.ts";
import { createEarlyAnswers } from "./early-answers.ts";
import { followIgnoreFiles } from "./follow-ignore-files.ts";
import { guardTask } from "./guard.ts";
import { createIgnoreStore } from "./ignore-store.ts";
import { registerAnnotations } from "./register-annotations.ts";
import { registerFeatures } from "./register-features.ts";
import { registerRequests } from "./register-requests.ts";
import type { Runtime } from "./runtime.ts";
import { registerSemanticTokens, type SemanticTokenAnswers } from "./semantic-token-answers.ts";
import { serverCapabilities } from "./server-capabilities.ts";
import { createSettingsStore } from "./settings-store.ts";
import { createSlices } from "./slices.ts";
import { createSourceDocuments } from "./source-document.ts";

/** English where the client brings no messages of its language. */
function phrasesFor(locale: string | undefined, messages: PhraseBundle | undefined): Phrases {
  return locale === undefined || messages === undefined ? ENGLISH : createPhrases(locale, messages);
}

import { createViewStore } from "./view-store.ts";

/** Serves one client on a connection until it ends. The same for Node and for a browser's worker. */
export function startServer(connection: Connection, runtime: Runtime): void {
  let encoding: ColumnEncoding = "utf-16";
  const documents = createSourceDocuments(() => encoding);
  documents.listen(connection);

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const abilities = readClientAbilities(params);
    const options = readInitializationOptions(params.initializationOptions);
    encoding = abilities.encoding;
    const manner: Manner = { encoding, phrases: phrasesFor(params.locale, options.messages) };
    const log = (message: string) => connection.console.error(message);
    const server: Server = {
      connection,
      runtime,
      abilities,
      documents,
      settings: createSettingsStore(connection, abilities, runtime, options.settings),
      manner,
      work: createDocumentWork(createAnalysisStore(manner), createSlices(runtime)),
      early: createEarlyAnswers(),
      views: createViewStore(),
      ignoring: createIgnoreStore((message) => connection.console.warn(message)),
      annotations: createAnnotationSessions({
        connection,
        documents,
        abilities,
        runtime,
        phrases: manner.phrases,
        log,
      }),
      ignoreMode: ignoreModeFor(options.ignoreLists !== undefined, abilities, runtime),
      checkDocumentation: options.checkDocumentation ?? runtime.checkDocumentation,
      log,
    };
    const diagnostics = registerDiagnostics(server);
    const semanticTokens = registerSemanticTokens(server);
    registerFeatures(server);
    registerRequests(server);
    registerAnnotations(server);
    followDocuments(server, diagnostics, semanticTokens);
    followSettings(server, diagnostics);
    const readIgnoreFiles = followIgnoreFiles(server, options.ignoreLists, () =>
      refreshAll(server, diagnostics),
    );
    connection.onInitialized(() => {
      registerWithClient(server);
      readIgnoreFiles();
    });
    return { capabilities: serverCapabilities(abilities), serverInfo: { name: "Pressmark" } };
  });

  connection.listen();
}

function followDocuments(
  { documents, work, early, settings, views, annotations }: Server,
  diagnostics: DiagnosticAnswers,
  semanticTokens: SemanticTokenAnswers,
): void {
  documents.onDidChangeContent(({ document }) => {
    work.follow(document);
    diagnostics.schedule(document);
  });
  documents.onDidClose(({ document: { uri } }) => {
    for (const holder of [work, early, settings, views, diagnostics, semanticTokens, annotations]) {
      holder.forget(uri);
    }
  });
}

function followSettings(server: Server, diagnostics: DiagnosticAnswers): void {
  const { connection, settings } = server;
  const renew = () => refreshAll(server, diagnostics);
  settings.onLate(renew);
  connection.onDidChangeConfiguration((params) => {
    settings.changed(params?.settings);
    renew();
  });
}

/** What waits until the client is ready to be asked for something. */
function registerWithClient(server: Server): void {
  const { connection, abilities, log } = server;
  if (abilities.registersConfiguration) {
    const register = async () => {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: "pressmark" });
    };
    void guardTask(log, () => ({ method: "client/registerCapability" }), register);
  }
}

/** Everything anew, after a change of what is reported. */
function refreshAll({ connection, abilities, log }: Server, diagnostics: DiagnosticAnswers): void {
  diagnostics.scheduleAll();
  void guardTask(
    log,
    () => ({ method: "refresh" }),
    () => askToRefresh(connection, abilities),
  );
}

/** A client that sends the lists writes them as well; another one takes an edit, where the server reads the file. */
function ignoreModeFor(
  sendsLists: boolean,
  abilities: ClientAbilities,
  runtime: Runtime,
): IgnoreMode | undefined {
  if (sendsLists) {
    return "command";
  }
  return abilities.createsFiles && runtime.readText !== undefined ? "edit" : undefined;
}

/** What depends on the settings, of what the client asks for by itself. */
async function askToRefresh({ languages }: Connection, abilities: ClientAbilities): Promise<void> {
  await Promise.all([
    abilities.pullsDiagnostics && abilities.refreshesDiagnostics
      ? languages.diagnostics.refresh()
      : undefined,
    abilities.refreshesSemanticTokens ? languages.semanticTokens.refresh() : undefined,
    abilities.refreshesInlayHints ? languages.inlayHint.refresh() : undefined,
  ]);
}
