import { NotificationType, RequestType } from "vscode-languageserver";
import {
  ANNOTATIONS_STATE_REQUEST,
  type AnnotationsState,
  type AnnotationsStateParams,
  CHANGE_ANNOTATIONS_REQUEST,
  type ChangeAnnotationsParams,
  CLOSED_ANNOTATIONS_REQUEST,
  type ClosedAnnotationsParams,
  COPIED_SIDECAR_REQUEST,
  type CopiedSidecarParams,
  type CopiedSidecarResult,
  EXPORT_ANNOTATIONS_REQUEST,
  type ExportAnnotationsParams,
  type ExportAnnotationsResult,
  MERGE_ANNOTATIONS_REQUEST,
  type MergeAnnotationsParams,
  OCCURRENCES_REQUEST,
  type OccurrencesParams,
  type OccurrencesResult,
  OPEN_ANNOTATIONS_REQUEST,
  type OpenAnnotationsParams,
  SIDECAR_REQUEST,
  SIDECAR_WRITTEN_NOTIFICATION,
  type SidecarParams,
  type SidecarResult,
  type SidecarWrittenParams,
  SUGGESTIONS_REQUEST,
  type SuggestionsParams,
  type SuggestionsResult,
} from "../annotations-protocol.ts";
import { provideCopiedSidecar } from "../features/annotation-copy.ts";
import {
  isAnnotationFormat,
  isTableDelimiter,
  provideAnnotationExport,
} from "../features/annotation-export.ts";
import { provideOccurrences } from "../features/annotation-occurrences.ts";
import { provideSuggestions } from "../features/annotation-suggestions.ts";

import { createConverter } from "../features/convert.ts";
import type { AnnotationSession } from "./annotation-session.ts";
import { closedAnnotations } from "./closed-annotations.ts";
import { documentRequest, plainRequest, type Server } from "./document-requests.ts";
import { contentModified, invalidParams } from "./guard.ts";
import { newId, sha256 } from "./identities.ts";

/** Ties the requests of annotations-protocol.ts to the sessions and the features. */
export function registerAnnotations(server: Server): void {
  registerSessionRequests(server);
  registerReadingRequests(server);
  registerExport(server);
  registerClosed(server);
}

/** About a file that is not open. */
function registerClosed(server: Server): void {
  server.connection.onRequest(
    new RequestType<ClosedAnnotationsParams, AnnotationsState, void>(CLOSED_ANNOTATIONS_REQUEST),
    plainRequest(
      server,
      CLOSED_ANNOTATIONS_REQUEST,
      async ({ uri, sidecar, text: given }: ClosedAnnotationsParams) => {
        if (typeof uri !== "string" || typeof sidecar !== "string") {
          throw invalidParams(`${CLOSED_ANNOTATIONS_REQUEST}: the request names no file or has no sidecar.`);
        }
        const text = textOrNull(given);
        const file = { uri, sidecar, text, hash: await sha256(text ?? "") };
        return closedAnnotations(file, server.abilities.encoding, server.manner.phrases, newId);
      },
    ),
  );
}

/** About the marks of an open document. */
function registerSessionRequests(server: Server): void {
  const { connection, annotations } = server;

  connection.onRequest(
    new RequestType<OpenAnnotationsParams, AnnotationsState, void>(OPEN_ANNOTATIONS_REQUEST),
    documentRequest(
      server,
      { method: OPEN_ANNOTATIONS_REQUEST },
      async ({ document }, { sidecar, pending }: OpenAnnotationsParams) =>
        annotations.state(await annotations.open(document, textOrNull(sidecar), pending ?? null)),
    ),
  );
  connection.onRequest(
    new RequestType<AnnotationsStateParams, AnnotationsState, void>(ANNOTATIONS_STATE_REQUEST),
    documentRequest(
      server,
      { method: ANNOTATIONS_STATE_REQUEST },
      async (_, params: AnnotationsStateParams) => annotations.state(sessionOf(server, params)),
    ),
  );
  connection.onRequest(
    new RequestType<ChangeAnnotationsParams, AnnotationsState, void>(CHANGE_ANNOTATIONS_REQUEST),
    documentRequest(
      server,
      { method: CHANGE_ANNOTATIONS_REQUEST },
      async (_, params: ChangeAnnotationsParams) => {
        const session = sessionOf(server, params);
        const { document } = session;
        if (document.version !== params.version) {
          throw contentModified();
        }
        if (session.problem !== null) {
          throw invalidParams(session.problem);
        }
        const convert = createConverter(document.lines, server.abilities.encoding);
        session.change(params.change, { convert, time: params.time, creator: params.creator });
        return annotations.state(session);
      },
    ),
  );
  connection.onRequest(
    new RequestType<MergeAnnotationsParams, AnnotationsState, void>(MERGE_ANNOTATIONS_REQUEST),
    documentRequest(
      server,
      { method: MERGE_ANNOTATIONS_REQUEST },
      async (_, params: MergeAnnotationsParams) => {
        const session = sessionOf(server, params);
        await session.merge(textOrNull(params.sidecar));
        return annotations.state(session);
      },
    ),
  );
  connection.onRequest(
    new RequestType<SidecarParams, SidecarResult, void>(SIDECAR_REQUEST),
    documentRequest(server, { method: SIDECAR_REQUEST }, (_, params: SidecarParams) =>
      sessionOf(server, params).sidecar(),
    ),
  );
  connection.onRequest(
    new RequestType<CopiedSidecarParams, CopiedSidecarResult, void>(COPIED_SIDECAR_REQUEST),
    documentRequest(
      server,
      { method: COPIED_SIDECAR_REQUEST },
      async (_, { textDocument, text, name, rawHash, existing }: CopiedSidecarParams) => {
        const session = sessionOf(server, { textDocument });
        const hash = await sha256(text);
        const { document, collection } = session;
        const raw = rawHash === null ? undefined : { name: collection.dump.name, sha256: rawHash };
        const cleanUp = annotations.cleanUpTo(document, text);
        const copy = { name, text, hash, cleanUp, raw, existing: textOrNull(existing) };
        return { text: provideCopiedSidecar(collection, document.lines, copy) };
      },
    ),
  );
  connection.onNotification(
    new NotificationType<SidecarWrittenParams>(SIDECAR_WRITTEN_NOTIFICATION),
    ({ textDocument, text }) => annotations.of(textDocument.uri)?.written(text),
  );
}

/** The marks of an open document, taken along. */
function registerExport(server: Server): void {
  server.connection.onRequest(
    new RequestType<ExportAnnotationsParams, ExportAnnotationsResult, void>(EXPORT_ANNOTATIONS_REQUEST),
    documentRequest(
      server,
      { method: EXPORT_ANNOTATIONS_REQUEST },
      async (session, params: ExportAnnotationsParams) => {
        const { format, delimiter } = params;
        if (!isAnnotationFormat(format)) {
          throw invalidParams(`${EXPORT_ANNOTATIONS_REQUEST}: there is no such format.`);
        }
        const hash = await sha256(session.document.lines.text);
        const { collection } = sessionOf(server, params);
        const between = isTableDelimiter(delimiter) ? delimiter : undefined;
        return provideAnnotationExport(await session.reading(), collection, hash, format, between);
      },
    ),
  );
}

/** About the text of an open document. */
function registerReadingRequests(server: Server): void {
  const { connection } = server;

  connection.onRequest(
    new RequestType<OccurrencesParams, OccurrencesResult, void>(OCCURRENCES_REQUEST),
    documentRequest(
      server,
      { method: OCCURRENCES_REQUEST, needs: "range" },
      async (session, { range }: OccurrencesParams) => provideOccurrences(await session.reading(), range),
    ),
  );
  connection.onRequest(
    new RequestType<SuggestionsParams, SuggestionsResult, void>(SUGGESTIONS_REQUEST),
    documentRequest(server, { method: SUGGESTIONS_REQUEST }, async (session) =>
      provideSuggestions(await session.reading()),
    ),
  );
}

function sessionOf(
  { annotations }: Server,
  { textDocument }: { readonly textDocument: { readonly uri: string } },
): AnnotationSession {
  const session = annotations.of(textDocument.uri);
  if (session === undefined) {
    throw invalidParams("The annotations of this document were not opened.");
  }
  return session;
}

function textOrNull(text: unknown): string | null {
  return typeof text === "string" ? text : null;
}
