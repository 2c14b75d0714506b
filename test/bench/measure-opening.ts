import { dumpOfSize, type SizeName } from "./bench-data.ts";
import type { Contestant } from "./contestants.ts";
import type { LanguageServer } from "./language-server.ts";
import { initialise } from "./open-document.ts";
import { median, quantile } from "./statistics.ts";

/** What it is like to work in a server while a document that was just opened is read and checked; milliseconds, medians of the rounds. */
export interface OpeningFigures {
  readonly size: SizeName;
  /** From the document's being sent to the tokens of the first screenful. */
  readonly view: number;
  /** To the diagnostics of the whole. */
  readonly diagnostics: number;
  /** How long messages waited that were sent one after the other from the document's arrival on, and the longest of them. */
  readonly wait95: number;
  readonly longestWait: number;
}

/** Opens a document, so many times, each in a server of its own. */
export async function measureOpening(
  contestant: Contestant,
  size: SizeName,
  rounds: number,
): Promise<OpeningFigures> {
  const text = contestant.document(dumpOfSize(size));
  const all: Omit<OpeningFigures, "size">[] = [];
  for (let round = 0; round < rounds; round++) {
    const server = await initialise(contestant, () => text);
    try {
      all.push(await open(server, { contestant, text }));
    } finally {
      await server.stop();
    }
  }
  const middle = (figure: keyof (typeof all)[number]): number => median(all.map((one) => one[figure]));
  return {
    size,
    view: middle("view"),
    diagnostics: middle("diagnostics"),
    wait95: middle("wait95"),
    longestWait: middle("longestWait"),
  };
}

async function open(
  server: LanguageServer,
  { contestant, text }: { readonly contestant: Contestant; readonly text: string },
): Promise<Omit<OpeningFigures, "size">> {
  const textDocument = { uri: `file:///bench/document.${contestant.extension}` };
  const start = performance.now();
  server.notify("textDocument/didOpen", {
    textDocument: { ...textDocument, languageId: contestant.languageId, version: 1, text },
  });
  // By its answer the message with the document has come through the pipe and is taken apart, which no server does in slices.
  await ping(server);
  const range = { start: { line: 0, character: 0 }, end: { line: 60, character: 0 } };
  let isDone = false;
  const since = (): number => performance.now() - start;
  const view = server.request("textDocument/semanticTokens/range", { textDocument, range }).then(since);
  const diagnostics = server.request("textDocument/diagnostic", { textDocument }).then(() => {
    isDone = true;
    return since();
  });
  const waits: number[] = [];
  while (!isDone) {
    waits.push(await ping(server));
  }
  return {
    view: await view,
    diagnostics: await diagnostics,
    wait95: quantile(waits, 0.95),
    longestWait: Math.max(...waits),
  };
}

/** A request that no server knows is answered by the connection itself, as soon as it is read. */
async function ping(server: LanguageServer): Promise<number> {
  const start = performance.now();
  await server.request("bench/ping", {}).catch(() => {});
  return performance.now() - start;
}
