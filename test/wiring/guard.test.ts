import { describe, expect, test } from "vitest";
import {
  CancellationToken,
  CancellationTokenSource,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from "vscode-languageserver";
import { indexLines } from "../../server/core/text/lines.ts";
import { ENGLISH } from "../../server/core/text/phrases.ts";
import { bounded } from "../../server/node/bounded.ts";
import { type AnalysisStore, createAnalysisStore } from "../../server/wiring/analysis-store.ts";
import { createSession, type Server } from "../../server/wiring/document-requests.ts";
import { createDocumentWork } from "../../server/wiring/document-work.ts";
import { contentModified, guardRequest, guardTask } from "../../server/wiring/guard.ts";
import type { Runtime } from "../../server/wiring/runtime.ts";
import { createSlices } from "../../server/wiring/slices.ts";
import type { SourceDocument } from "../../server/wiring/source-document.ts";
import { OutOfTime } from "../../server/wiring/time-limit.ts";

const runtime: Runtime = {
  nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
  now: () => performance.now(),
  delay: () => new Promise(() => {}),
  alarm: (milliseconds, ring) => {
    const timer = setTimeout(ring, milliseconds);
    return () => clearTimeout(timer);
  },
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

describe("a guarded request that takes too long", () => {
  /** The time is over at once. */
  const hasty: Runtime = {
    ...runtime,
    alarm: (_milliseconds, ring) => {
      const timer = setTimeout(ring, 5);
      return () => clearTimeout(timer);
    },
  };

  test("because it waits for what never comes is cancelled, and logged with the document's size alone", async () => {
    const logged: string[] = [];
    let wasCancelled = false;
    const answer = await guardRequest(
      hasty,
      (message) => logged.push(message),
      CancellationToken.None,
      subject,
      (token) => {
        token.onCancellationRequested(() => {
          wasCancelled = true;
        });
        return new Promise(() => {});
      },
    );
    expect((answer as ResponseError<void>).code).toBe(LSPErrorCodes.ServerCancelled);
    expect(wasCancelled).toBe(true);
    expect(logged).toEqual([
      "textDocument/hover took more than 30 s on a document of 1234 characters and was cancelled.",
    ]);
  });

  test("without a pause, and is done in the end, still gives its result", async () => {
    const work = () => {
      const end = performance.now() + 30;
      while (performance.now() < end);
      return ["late"];
    };
    expect(await guardRequest(hasty, () => {}, CancellationToken.None, subject, work)).toEqual(["late"]);
  });

  test("leaves no timer behind when it is done", async () => {
    let silenced = 0;
    const counting: Runtime = { ...runtime, alarm: () => () => silenced++ };
    await guardRequest(
      counting,
      () => {},
      CancellationToken.None,
      subject,
      () => 1,
    );
    expect(silenced).toBe(1);
  });
});

describe("a step that never pauses", () => {
  function forever(): never {
    for (;;);
  }

  test("is stopped in the middle of it", () => {
    expect(() => bounded(40, forever)).toThrow(OutOfTime);
    expect(() => bounded(40, () => /^(?:a|a)*$/u.test(`${"a".repeat(60)}b`))).toThrow(OutOfTime);
  });

  test("is not disturbed before, gives what it gives, throws what it throws, and can be one inside another", () => {
    expect(bounded(10_000, () => bounded(10_000, () => "inner") + bounded(10_000, () => " outer"))).toBe(
      "inner outer",
    );
    expect(() => bounded(10_000, () => JSON.parse("x"))).toThrow(SyntaxError);
  });

  test("on a document is given up for this version, and the next version is tried", async () => {
    const analyses = createAnalysisStore({ encoding: "utf-16", phrases: ENGLISH });
    const documents = new Map<string, SourceDocument>();
    let tries = 0;
    const store: AnalysisStore = {
      ...analyses,
      *read(document) {
        tries++;
        return document.lines.text === "hangs" ? forever() : yield* analyses.read(document);
      },
    };
    const noEvent = () => ({ dispose: () => {} });
    const stopping: Runtime = { ...runtime, bounded: (_milliseconds, step) => bounded(40, step) };
    const server = {
      runtime: stopping,
      work: createDocumentWork(store, createSlices(stopping)),
      documents: {
        get: (uri: string) => documents.get(uri),
        onDidChangeContent: noEvent,
        onDidClose: noEvent,
      },
    } as unknown as Server;
    const document = (version: number, text: string): SourceDocument => {
      const made = {
        uri: "file:///a.txt",
        languageId: "plaintext",
        version,
        lines: indexLines(text),
        edits: undefined,
      };
      documents.set(made.uri, made);
      return made;
    };
    const hanging = createSession(server, document(1, "hangs"), CancellationToken.None);
    await expect(hanging.reading()).rejects.toMatchObject({ isRepeated: false });
    await expect(hanging.reading()).rejects.toMatchObject({ isRepeated: true });
    expect(tries).toBe(1);
    const next = createSession(server, document(2, "goes on"), CancellationToken.None);
    expect((await next.reading()).text).toBe("goes on");
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
