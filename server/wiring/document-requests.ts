import {
  type CancellationToken,
  type Connection,
  type Disposable,
  LSPErrorCodes,
  type ResponseError,
  type TextDocuments,
} from "vscode-languageserver";
import type { Steps } from "../core/text/steps.ts";
import type { Analysis, Reading, ReadingOrAnalysis } from "../features/feature-context.ts";
import type { IgnoreMode } from "../features/shared/ignore-actions.ts";
import type { Manner } from "./analysis-store.ts";
import type { AnnotationSessions } from "./annotation-sessions.ts";
import type { ClientAbilities } from "./client-abilities.ts";
import type { DocumentWork } from "./document-work.ts";
import type { EarlyAnswer, EarlyAnswers } from "./early-answers.ts";
import { contentModified, guardRequest, invalidParams, type Log, throwIfCancelled } from "./guard.ts";
import type { IgnoreStore } from "./ignore-store.ts";
import type { Settings } from "./read-settings.ts";
import type { Runtime } from "./runtime.ts";
import type { SettingsStore } from "./settings-store.ts";
import { SLICE } from "./slices.ts";
import type { SourceDocument } from "./source-document.ts";
import type { ViewStore } from "./view-store.ts";

/** Everything that answering takes, put together once after `initialize`. */
export interface Server {
  readonly connection: Connection;
  readonly runtime: Runtime;
  readonly abilities: ClientAbilities;
  readonly manner: Manner;
  readonly documents: TextDocuments<SourceDocument>;
  readonly settings: SettingsStore;
  readonly work: DocumentWork;
  readonly early: EarlyAnswers;
  readonly ignoring: IgnoreStore;
  readonly views: ViewStore;
  readonly annotations: AnnotationSessions;
  /** How findings are ignored from the menu; undefined where they cannot be. */
  readonly ignoreMode: IgnoreMode | undefined;
  /** Where the checks' pages are. */
  readonly checkDocumentation: string | undefined;
  readonly log: Log;
}

/** One version of a document on behalf of one request. Every step looks whether the request is still wanted. */
export interface DocumentSession {
  readonly document: SourceDocument;
  reading(): Promise<Reading>;
  settings(): Promise<Settings>;
  analysis(): Promise<Analysis>;
  /**
   * The analysis if it is soon there, else what was read: nobody waits for the checks of a long document to see what they have
   * little to do with. The client is told to ask again when the checks are done.
   */
  soon(answer?: EarlyAnswer): Promise<ReadingOrAnalysis>;
  /** Works an answer out, in slices where it is long. */
  inSlices<Result>(steps: Steps<Result>): Promise<Result>;
}

/** Shorter than what a reader takes for waiting, in milliseconds, and long enough to check what is not very long. */
const PATIENCE = 100;

export interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

/** The parameters that say where in a document a request is about. */
export type PlaceName = "position" | "positions" | "range";

/** A kind of request about an open document. */
export interface DocumentRequest {
  /** As it is called in the log. */
  readonly method: string;
  /** The place it must name; those that it names at all are looked at in any case. */
  readonly needs?: PlaceName;
}

/** Makes a handler for requests about an open document. */
export function documentRequest<Params extends DocumentParams, Result>(
  server: Server,
  { method, needs }: DocumentRequest,
  answer: (session: DocumentSession, params: Params, token: CancellationToken) => Promise<Result>,
): (params: Params, token: CancellationToken) => Promise<Result | ResponseError<void>> {
  return (params, token) => {
    // Looked up as the request arrives: the positions in it are those of this version.
    const document = openDocument(server, params);
    return guardRequest(
      server.runtime,
      server.log,
      token,
      () => ({ method, documentLength: document?.lines.text.length }),
      (limited) => {
        if (document === undefined) {
          throw invalidParams(`${method}: the document is not open here, or the request names none.`);
        }
        checkPlaces(method, params, needs);
        return answer(createSession(server, document, limited), params, limited);
      },
    );
  };
}

/** Makes a handler for requests that are about no single document. */
export function plainRequest<Params, Result>(
  server: Server,
  method: string,
  answer: (params: Params, token: CancellationToken) => Promise<Result>,
): (params: Params, token: CancellationToken) => Promise<Result | ResponseError<void>> {
  return (params, token) =>
    guardRequest(
      server.runtime,
      server.log,
      token,
      () => ({ method }),
      (limited) => answer(params, limited),
    );
}

export function createSession(
  server: Server,
  document: SourceDocument,
  token: CancellationToken,
): DocumentSession {
  const { documents, runtime, work } = server;

  function throwIfStale(): void {
    throwIfCancelled(token);
    if (documents.get(document.uri) !== document) {
      throw contentModified();
    }
  }

  /** Ends, long before the work does, when nobody waits for the answer any more. */
  async function whileWanted<Result>(work: Promise<Result>): Promise<Result> {
    const watches: Disposable[] = [];
    const staleness = new Promise<never>((_, reject) => {
      const look = (): void => {
        try {
          throwIfStale();
        } catch (error) {
          reject(error);
        }
      };
      watches.push(
        token.onCancellationRequested(look),
        documents.onDidChangeContent(look),
        documents.onDidClose(look),
      );
    });
    try {
      return await Promise.race([work, staleness]);
    } finally {
      for (const watch of watches) {
        watch.dispose();
      }
    }
  }

  /** Work for this version may begin when that for the one before is done, so that one waits more than once. */
  async function untilKnown<Result>(
    known: () => Result | undefined,
    goOn: () => Promise<unknown>,
  ): Promise<Result> {
    for (;;) {
      throwIfStale();
      const found = known();
      if (found !== undefined) {
        return found;
      }
      const step = goOn();
      // What is short is done by now, and needs no watching.
      await (known() === undefined ? whileWanted(step) : step);
    }
  }

  function reading(): Promise<Reading> {
    return untilKnown(
      () => work.knownReading(document),
      () => work.read(document),
    );
  }

  async function settings(): Promise<Settings> {
    throwIfStale();
    const found = await server.settings.of(document.uri);
    throwIfStale();
    return found;
  }

  async function analysis(): Promise<Analysis> {
    throwIfStale();
    // The document is read while the client is asked for its settings.
    const wanted = server.settings.of(document.uri);
    const start = runtime.now();
    await reading();
    if (runtime.now() - start > SLICE / 2) {
      await runtime.nextTurn();
    }
    await wanted;
    await server.ignoring.whenRead();
    for (;;) {
      // Looked at each time: whoever asks with other settings ends the work with these, and all are to end up with the newest.
      const settings = await server.settings.of(document.uri);
      const ignoring = server.ignoring.of(document.uri);
      try {
        return await untilKnown(
          () => work.knownAnalysis(document, { settings, ignoring }),
          () => work.analyse(document, { settings, ignoring }),
        );
      } catch (error) {
        throwIfStale();
        if (!isContentModified(error)) {
          throw error;
        }
      }
    }
  }

  async function soon(answer?: EarlyAnswer): Promise<ReadingOrAnalysis> {
    if (work.isShort(document)) {
      return analysis();
    }
    const structure = Promise.all([reading(), runtime.delay(PATIENCE)]).then(([read]) => read);
    const found: ReadingOrAnalysis = await Promise.race([analysis(), structure]);
    if (found.checked === undefined && answer !== undefined) {
      server.early.note(document.uri, answer);
    }
    return found;
  }

  return {
    document,
    reading,
    settings,
    analysis,
    soon,
    inSlices: async (steps) => {
      throwIfStale();
      const slice = work.answer(document, steps);
      return slice.finished === undefined ? whileWanted(slice.result) : slice.finished.value;
    },
  };
}

export function isContentModified(error: unknown): boolean {
  return (error as { readonly code?: unknown } | undefined)?.code === LSPErrorCodes.ContentModified;
}

function openDocument(server: Server, params: DocumentParams | undefined): SourceDocument | undefined {
  const uri: unknown = params?.textDocument?.uri;
  return typeof uri === "string" ? server.documents.get(uri) : undefined;
}

/** Positions and ranges come from outside; a feature may rely on their being there and being numbers. */
function checkPlaces(method: string, params: DocumentParams, needed: PlaceName | undefined): void {
  for (const [name, isRight] of Object.entries(placeTests)) {
    const place = (params as unknown as Readonly<Record<string, unknown>>)[name];
    if (place === undefined ? needed === name : !isRight(place)) {
      throw invalidParams(`${method}: the ${name} must give lines and characters as whole numbers.`);
    }
  }
}

const placeTests: Readonly<Record<PlaceName, (value: unknown) => boolean>> = {
  position: isPosition,
  positions: (value) => Array.isArray(value) && value.every(isPosition),
  range: isRange,
};

function isRange(value: unknown): boolean {
  const range = value as { readonly start?: unknown; readonly end?: unknown } | null | undefined;
  return typeof range === "object" && range !== null && isPosition(range.start) && isPosition(range.end);
}

function isPosition(value: unknown): boolean {
  const position = value as { readonly line?: unknown; readonly character?: unknown } | null | undefined;
  return (
    typeof position === "object" &&
    position !== null &&
    Number.isInteger(position.line) &&
    Number.isInteger(position.character)
  );
}
