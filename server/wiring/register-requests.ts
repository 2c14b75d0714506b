import { RequestType } from "vscode-languageserver";
import { provideTextCheck } from "../features/check-text.ts";
import { provideCleanUp } from "../features/clean-up.ts";
import { provideSections } from "../features/sections.ts";
import {
  CHECK_TEXT_REQUEST,
  type CheckTextParams,
  type CheckTextResult,
  CLEAN_UP_REQUEST,
  type CleanUpParams,
  type CleanUpResult,
  SECTIONS_REQUEST,
  type SectionsParams,
  type SectionsResult,
} from "../protocol.ts";
import { analyseText } from "./analysis-store.ts";
import { documentRequest, plainRequest, type Server } from "./document-requests.ts";
import { invalidParams } from "./guard.ts";

/** Ties the requests of protocol.ts, which LSP does not know, to the features. */
export function registerRequests(server: Server): void {
  const { connection, abilities } = server;

  connection.onRequest(
    new RequestType<CleanUpParams, CleanUpResult, void>(CLEAN_UP_REQUEST),
    documentRequest(server, { method: CLEAN_UP_REQUEST }, async (session, params: CleanUpParams) =>
      provideCleanUp(await session.analysis(), params),
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
    new RequestType<CheckTextParams, CheckTextResult, void>(CHECK_TEXT_REQUEST),
    plainRequest(server, CHECK_TEXT_REQUEST, async ({ path, text }: CheckTextParams) => {
      checkText(CHECK_TEXT_REQUEST, text);
      const settings = await server.settings.of(path);
      return provideTextCheck(analyseText(path, text, settings, abilities.encoding));
    }),
  );
}

function checkText(method: string, text: unknown): void {
  if (typeof text !== "string") {
    throw invalidParams(`${method}: the text is missing.`);
  }
}
