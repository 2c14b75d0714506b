import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import type { Runtime } from "./runtime.ts";

/** What one request, or one task of the server's own, is about; for the log. */
export interface Subject {
  readonly method: string;
  /** How long the document is. Its text never gets into a log: dumps can be confidential, and logs are sent around. */
  readonly documentLength?: number | undefined;
}

export type Log = (message: string) => void;

/**
 * The one guard around every request. It lets a waiting cancellation arrive before the work starts; it answers an error
 * where there is one, never an empty result, which would read as "nothing found"; and it logs what failed, where, and on
 * how long a document, but no text of it.
 *
 * @param subject Asked for when something goes wrong.
 */
export async function guardRequest<Result>(
  runtime: Runtime,
  log: Log,
  token: CancellationToken,
  subject: () => Subject,
  work: () => Result | Promise<Result>,
): Promise<Result | ResponseError<void>> {
  try {
    await runtime.nextTurn();
    throwIfCancelled(token);
    const result = await work();
    throwIfCancelled(token);
    return result;
  } catch (error) {
    if (error instanceof ResponseError) {
      return error;
    }
    const { method } = subject();
    log(failureReport(subject(), error));
    return new ResponseError(ErrorCodes.InternalError, `${method} failed; the server's log says where.`);
  }
}

/** The same for what the server does by itself: it has nobody to answer, and must not bring the process down. */
export async function guardTask(log: Log, subject: () => Subject, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ResponseError)) {
      log(failureReport(subject(), error));
    }
  }
}

export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) {
    throw new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
  }
}

/** For a request whose document changed, or was closed, while it waited: its positions mean nothing any more. */
export function contentModified(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.ContentModified, "The document changed in the meantime.");
}

export function invalidParams(message: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, message);
}

/** Name and places of an error. Its message is left out, as it may quote the text (`JSON.parse` does, for one). */
export function failureReport({ method, documentLength }: Subject, error: unknown): string {
  const size = documentLength === undefined ? "" : ` on a document of ${documentLength} characters`;
  const name = error instanceof Error ? error.name : typeof error;
  return [`${method} failed${size}: ${name}`, ...framesOf(error)].join("\n");
}

function framesOf(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  return stack.split("\n").filter((line) => line.trimStart().startsWith("at "));
}
