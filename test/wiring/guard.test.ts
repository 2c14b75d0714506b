import { describe, expect, test } from "vitest";
import {
  CancellationToken,
  CancellationTokenSource,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from "vscode-languageserver";
import { contentModified, guardRequest, guardTask } from "../../server/wiring/guard.ts";
import type { Runtime } from "../../server/wiring/runtime.ts";

const runtime: Runtime = {
  nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
  delay: () => new Promise(() => {}),
  session: "test",
  checkDocumentation: undefined,
};

const subject = () => ({ method: "textDocument/hover", documentLength: 1234 });

async function guarded(work: () => unknown, token: CancellationToken = CancellationToken.None) {
  const logged: string[] = [];
  const result = await guardRequest(runtime, (message) => logged.push(message), token, subject, work);
  return { result, logged };
}

describe("a guarded request", () => {
  test("gives its result", async () => {
    expect(await guarded(() => [1])).toEqual({ result: [1], logged: [] });
  });

  test("that throws answers an error, and logs method, size and place, but not the text", async () => {
    const { result, logged } = await guarded(() => JSON.parse("Secret words of the dump"));
    expect(result).toBeInstanceOf(ResponseError);
    expect((result as ResponseError<void>).code).toBe(ErrorCodes.InternalError);
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatch(
      /^textDocument\/hover failed on a document of 1234 characters: SyntaxError\n +at /u,
    );
    expect(logged.join() + JSON.stringify(result)).not.toContain("Secret");
  });

  test("cancelled before its turn is never worked on", async () => {
    const source = new CancellationTokenSource();
    let worked = 0;
    const answer = guarded(() => worked++, source.token);
    source.cancel();
    const { result, logged } = await answer;
    expect((result as ResponseError<void>).code).toBe(LSPErrorCodes.RequestCancelled);
    expect({ worked, logged }).toEqual({ worked: 0, logged: [] });
  });

  test("cancelled while it is worked on answers so, not its result", async () => {
    const source = new CancellationTokenSource();
    const { result } = await guarded(() => {
      source.cancel();
      return [];
    }, source.token);
    expect((result as ResponseError<void>).code).toBe(LSPErrorCodes.RequestCancelled);
  });

  test("passes on the errors that are answers, unlogged", async () => {
    const { result, logged } = await guarded(() => Promise.reject(contentModified()));
    expect((result as ResponseError<void>).code).toBe(LSPErrorCodes.ContentModified);
    expect(logged).toEqual([]);
  });
});

test("a task of the server's own never rejects", async () => {
  const logged: string[] = [];
  await guardTask(
    (message) => logged.push(message),
    subject,
    () => Promise.reject(new TypeError("text")),
  );
  await guardTask(
    (message) => logged.push(message),
    subject,
    () => Promise.reject(contentModified()),
  );
  expect(logged).toHaveLength(1);
  expect(logged[0]).toContain("TypeError");
  expect(logged[0]).not.toContain(": text");
});
