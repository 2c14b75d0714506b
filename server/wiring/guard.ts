import {
  type CancellationToken,
  CancellationTokenSource,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from "vscode-languageserver";
import type { Runtime } from "./runtime.ts";
import { OutOfTime, timeLimit, withinTime } from "./time-limit.ts";

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
 * how long a document, but no text of it. What takes too long is cancelled, so that nobody waits for an answer that never comes.
 *
 * @param subject Asked for the document's length, and when something goes wrong.
 * @param work Is given a token that is cancelled when the request is, or when its time is over.
 */
export async function guardRequest<Result>(
  runtime: Runtime,
  log: Log,
  token: CancellationToken,
  subject: () => Subject,
  work: (token: CancellationToken) => Result | Promise<Result>,
): Promise<Result | ResponseError<void>> {
  const source = new CancellationTokenSource();
  const limited = source.token;
  const link = token.onCancellationRequested(() => source.cancel());
  try {
    await runtime.nextTurn();
    throwIfCancelled(token);
    const limit = timeLimit(subject().documentLength);
    const result = await withinTime(runtime, limit, Promise.resolve(work(limited)));
    throwIfCancelled(token);
    return result;
  } catch (error) {
    source.cancel();
    if (error instanceof ResponseError) {
      return error;
    }
    if (error instanceof OutOfTime) {
      logOutOfTime(log, subject(), error);
      return outOfTime(subject().method);
    }
    const { method } = subject();
    log(failureReport(subject(), error));
    return new ResponseError(ErrorCodes.InternalError, `${method} failed; the server's log says where.`);
  } finally {
    link.dispose();
    source.dispose();
  }
}

/** The same for what the server does by itself: it has nobody to answer, and must not bring the process down. */
export async function guardTask(log: Log, subject: () => Subject, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof OutOfTime) {
      logOutOfTime(log, subject(), error);
    } else if (!(error instanceof ResponseError)) {
      log(failureReport(subject(), error));
    }
  }
}

/** Once for each version of a document: what is stopped is not tried again before the text is another one. */
function logOutOfTime(log: Log, subject: Subject, { milliseconds, isRepeated }: OutOfTime): void {
  if (!isRepeated) {
    const seconds = Math.round(milliseconds / 1000);
    log(`${subject.method} took more than ${seconds} s${sizeOf(subject)} and was cancelled.`);
  }
}

/** Clients take this for what it is, and do not tell the user of a failure. */
function outOfTime(method: string): ResponseError<void> {
  return new ResponseError<{ readonly retriggerRequest: boolean }>(
    LSPErrorCodes.ServerCancelled,
    `${method} took too long and was cancelled; the server's log says on what.`,
    { retriggerRequest: false },
  ) as unknown as ResponseError<void>;
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
export function failureReport(subject: Subject, error: unknown): string {
  const name = error instanceof Error ? error.name : typeof error;
  return [`${subject.method} failed${sizeOf(subject)}: ${name}`, ...framesOf(error)].join("\n");
}

function sizeOf({ documentLength }: Subject): string {
  return documentLength === undefined ? "" : ` on a document of ${documentLength} characters`;
}

function framesOf(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  return stack.split("\n").filter((line) => line.trimStart().startsWith("at "));
}
