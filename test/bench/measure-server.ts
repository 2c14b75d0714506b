import { dumpOfSize, type SizeName } from "./bench-data.ts";
import type { Contestant, Contestants } from "./contestants.ts";
import { residentMemory } from "./memory.ts";
import { type Diagnostics, type OpenDocument, openDocument } from "./open-document.ts";
import { median, medianRatio, quantile } from "./statistics.ts";

/** One server's edits of one size. */
export interface EditFigures {
  readonly size: SizeName;
  readonly server: string;
  readonly delivery: "push" | "pull";
  /** Edits that count, and those before them. */
  readonly edits: number;
  readonly warmUp: number;
  /** In milliseconds; NaN where the server gave no answer. */
  readonly p50: number;
  readonly p95: number;
  readonly ratio: number;
  readonly findings: number;
  readonly bytes: number;
  /** In megabytes, behind the edits. */
  readonly memory: number;
  readonly memoryRatio: number;
}

/** Edits before those that count: the code is compiled by then, as in a session of work. */
const WARM_UP_SHARE = 0.25;

/** Types into the same document in all servers, one after the other, so that each edit has the floor's beside it. */
export async function measureEdits(
  contestants: Contestants,
  size: SizeName,
  edits: number,
): Promise<readonly EditFigures[]> {
  const dump = dumpOfSize(size);
  const taking = [contestants.floor, ...contestants.pressmark, ...contestants.peers];
  const opened = await Promise.all(taking.map((contestant) => tryToOpen(contestant, dump)));
  const answers: Diagnostics[][] = taking.map(() => []);
  try {
    for (let edit = 0; edit < edits; edit++) {
      for (const [index, document] of opened.entries()) {
        const answer = await tryToType(document);
        if (answer === undefined) {
          opened[index] = undefined;
        } else {
          answers[index]?.push(answer);
        }
      }
    }
    const memories = opened.map((document) => residentMemory(document?.server.process.pid ?? 0, "VmRSS"));
    const warmUp = Math.floor(edits * WARM_UP_SHARE);
    const counted = answers.map((list) => list.slice(warmUp));
    const floor = (counted[0] as Diagnostics[]).map(({ time }) => time);
    return taking.map(({ name, delivery }, index): EditFigures => {
      const own = counted[index] as Diagnostics[];
      const times = own.map(({ time }) => time);
      return {
        size,
        server: name,
        delivery,
        edits: own.length,
        warmUp,
        p50: median(times),
        p95: quantile(times, 0.95),
        ratio: medianRatio(times, floor),
        findings: own.at(-1)?.findings ?? 0,
        bytes: own.at(-1)?.bytes ?? 0,
        memory: memories[index] ?? Number.NaN,
        memoryRatio: (memories[index] ?? Number.NaN) / (memories[0] ?? Number.NaN),
      };
    });
  } finally {
    await Promise.all(opened.map((document) => document?.stop()));
  }
}

async function tryToOpen(contestant: Contestant, dump: string): Promise<OpenDocument | undefined> {
  try {
    return await openDocument(contestant, dump);
  } catch (error) {
    return report(contestant.name, error);
  }
}

async function tryToType(document: OpenDocument | undefined): Promise<Diagnostics | undefined> {
  try {
    return await document?.type();
  } catch (error) {
    await document?.stop();
    return report("a server", error);
  }
}

/** A peer that hangs or ends must not end the run: its figures stay empty. */
function report(name: string, error: unknown): undefined {
  process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`);
}

export interface StartFigures {
  readonly size: SizeName;
  readonly server: string;
  readonly p50: number;
  readonly ratio: number;
}

/** Starts each server, so many times, and waits for its first diagnostics. */
export async function measureStarts(
  contestants: Contestants,
  size: SizeName,
  rounds: number,
): Promise<readonly StartFigures[]> {
  const dump = dumpOfSize(size);
  const taking = [contestants.floor, ...contestants.pressmark, ...contestants.peers];
  const times = taking.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, contestant] of taking.entries()) {
      const document = await tryToOpen(contestant, dump);
      times[index]?.push(document?.start ?? Number.NaN);
      await document?.stop();
    }
  }
  const floor = times[0] as number[];
  return taking.map(({ name }, index) => {
    const own = times[index] as number[];
    return { size, server: name, p50: median(own), ratio: medianRatio(own, floor) };
  });
}

/** Milliseconds of one request, the median of all its rounds. */
export interface RequestFigures {
  readonly request: string;
  readonly time: number;
}

/** What an editor asks for beside diagnostics, of a document that is analysed. */
export async function measureRequests(
  contestant: Contestant,
  size: SizeName,
  rounds: number,
): Promise<readonly RequestFigures[]> {
  const dump = dumpOfSize(size);
  const document = await openDocument(contestant, dump);
  const textDocument = { uri: document.uri };
  const middle = dump.split("\n").length >> 1;
  const screen = { start: { line: middle, character: 0 }, end: { line: middle + 60, character: 0 } };
  const ask = async (method: string, parameters: object = {}): Promise<[number, unknown]> => {
    const start = performance.now();
    const { result } = await document.server.request(method, { textDocument, ...parameters });
    return [performance.now() - start, result];
  };
  const times = new Map<string, number[]>();
  const note = (name: string, time: number): void => {
    times.set(name, [...(times.get(name) ?? []), time]);
  };
  try {
    for (let round = 0; round < rounds; round++) {
      note("documentSymbol", (await ask("textDocument/documentSymbol"))[0]);
      note("folding", (await ask("textDocument/foldingRange"))[0]);
      note("semantic range", (await ask("textDocument/semanticTokens/range", { range: screen }))[0]);
      const [time, tokens] = await ask("textDocument/semanticTokens/full");
      note("semantic tokens", time);
      await document.type();
      const previousResultId = (tokens as { readonly resultId?: string }).resultId;
      note("semantic delta", (await ask("textDocument/semanticTokens/full/delta", { previousResultId }))[0]);
    }
  } finally {
    await document.stop();
  }
  return [...times].map(([request, list]) => ({ request, time: median(list.slice(list.length >> 2)) }));
}
