import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  type ResponseError,
  type TextDocuments,
} from "vscode-languageserver";
import type { Analysis, Reading } from "../features/feature-context.ts";
import type { IgnoreMode } from "../features/shared/ignore-actions.ts";
import type { AnalysisStore, Manner } from "./analysis-store.ts";
import type { AnnotationSessions } from "./annotation-sessions.ts";
import type { ClientAbilities } from "./client-abilities.ts";
import { contentModified, guardRequest, invalidParams, type Log, throwIfCancelled } from "./guard.ts";
import type { IgnoreStore } from "./ignore-store.ts";
import type { Settings } from "./read-settings.ts";
import type { Runtime } from "./runtime.ts";
import type { SettingsStore } from "./settings-store.ts";
import type { SourceDocument } from "./source-document.ts";
import { boundedStep, OutOfTime, timeLimit } from "./time-limit.ts";
import type { ViewStore } from "./view-store.ts";

/** Everything that answering takes, put together once after `initialize`. */
export interface Server {
  readonly connection: Connection;
  readonly runtime: Runtime;
  readonly abilities: ClientAbilities;
  readonly manner: Manner;
  readonly documents: TextDocuments<SourceDocument>;
  readonly settings: SettingsStore;
  readonly analyses: AnalysisStore;
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
}

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

const REPEATED = true;

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
  const { analyses, documents, runtime } = server;

  function throwIfStale(): void {
    throwIfCancelled(token);
    if (documents.get(document.uri) !== document) {
      throw contentModified();
    }
  }

  /** A text that took too long once is not tried again before it is another one. */
  function inTime<Result>(step: () => Result): Result {
    const limit = timeLimit(document.lines.text.length);
    if (analyses.isGivenUp(document)) {
      throw new OutOfTime(limit, REPEATED);
    }
    if (analyses.isSmallStep(document)) {
      return step();
    }
    try {
      return boundedStep(runtime, limit, step);
    } catch (error) {
      if (error instanceof OutOfTime) {
        analyses.giveUp(document);
      }
      throw error;
    }
  }

  async function reading(): Promise<Reading> {
    throwIfStale();
    return inTime(() => analyses.read(document));
  }

  async function settings(): Promise<Settings> {
    const found = await server.settings.of(document.uri);
    throwIfStale();
    return found;
  }

  async function analysis(): Promise<Analysis> {
    throwIfStale();
    // The document is read while the client is asked for its settings.
    const wanted = server.settings.of(document.uri);
    inTime(() => analyses.read(document));
    // Between reading and checking, which are the two long steps, whoever waits gets a turn.
    await runtime.nextTurn();
    throwIfStale();
    const found = await wanted;
    await server.ignoring.whenRead();
    throwIfStale();
    return inTime(() => analyses.analyse(document, found, server.ignoring.of(document.uri)));
  }

  return { document, reading, settings, analysis };
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
