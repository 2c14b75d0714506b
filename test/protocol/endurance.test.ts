import { afterEach, describe, expect, test, vi } from "vitest";
import { seededRandom } from "../support/random.ts";
import { readSample } from "../support/samples.ts";
import { killServer, type ServerProcess, startServerProcess } from "./server-process.ts";

/** `PRESSMARK_ENDURANCE=full` asks for as much as docs/reliability.md speaks of; every other run takes a part that is a test. */
const isFull = process.env["PRESSMARK_ENDURANCE"] === "full";
const EDITS = isFull ? 10_000 : 1_000;
const DOCUMENTS = isFull ? 1_000 : 120;
const PATIENCE = isFull ? 900_000 : 120_000;

/** What a heap that does not grow may differ by between two looks, in megabytes. */
const NOISE = 4;

/** On SIGUSR2 all garbage is thrown away, and what is left in the heap is told on standard error, in bytes. */
const TELLER = `
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
setFlagsFromString("--expose_gc");
const collect = runInNewContext("gc");
process.on("SIGUSR2", () => { collect(); collect(); process.stderr.write("heap " + process.memoryUsage().heapUsed + "\\n"); });`;

let server: ServerProcess;

afterEach(() => killServer(server));

async function start(): Promise<ServerProcess> {
  vi.stubEnv("NODE_OPTIONS", `--import=data:text/javascript,${encodeURIComponent(TELLER)}`);
  server = await startServerProcess();
  return server;
}

/** In megabytes, garbage taken away. */
function heapOf({ process: child }: ServerProcess): Promise<number> {
  return new Promise((resolve) => {
    const listen = (chunk: Buffer): void => {
      const bytes = /heap (\d+)/u.exec(String(chunk))?.[1];
      if (bytes !== undefined) {
        child.stderr.off("data", listen);
        resolve(Number(bytes) / 2 ** 20);
      }
    };
    child.stderr.on("data", listen);
    child.kill("SIGUSR2");
  });
}

// Windows has no such signal.
describe.skipIf(process.platform === "win32")("the server's memory (skipped on Windows)", () => {
  test(
    `is flat over ${EDITS} edits of one document`,
    async () => {
      const random = seededRandom(1);
      const { open, change, published } = await start();
      const uri = "file:///dumps/edited.txt";
      const text = Array.from({ length: 4 }, () => readSample("harbour-talks.txt")).join("\n");
      await open(uri, text);
      await published(uri, 1);
      let line = text.split("\n").length - 1;
      const looks: number[] = [];
      for (let version = 2; version <= EDITS + 1; version++) {
        // A letter is typed, a line is broken, and now and then all of it is taken back.
        const at = { line: random.below(line), character: random.below(4) };
        if (version % 100 === 0) {
          await change(uri, version, { text });
          line = text.split("\n").length - 1;
        } else {
          const letter = random.pick(["a", "б", "\n", " ", "“"]);
          line += Number(letter === "\n");
          await change(uri, version, { range: { start: at, end: at }, text: letter });
        }
        if (version % 20 === 0) {
          await published(uri, version);
        }
        if (version % (EDITS / 5) === 0) {
          await published(uri, version);
          looks.push(await heapOf(server));
        }
      }
      report(`${EDITS} edits`, looks);
    },
    PATIENCE,
  );

  test(
    `is flat over ${DOCUMENTS} documents that are opened and closed`,
    async () => {
      const { open, published, connection } = await start();
      const text = readSample("harbour-talks.txt");
      const looks: number[] = [];
      for (let number = 1; number <= DOCUMENTS; number++) {
        const uri = `file:///dumps/${number}.txt`;
        await open(uri, `${text}\nNumber ${number}.\n`);
        await published(uri, 1);
        const textDocument = { uri };
        await connection.sendNotification("textDocument/didClose", { textDocument });
        if (number % (DOCUMENTS / 5) === 0) {
          looks.push(await heapOf(server));
        }
      }
      report(`${DOCUMENTS} documents`, looks);
    },
    PATIENCE,
  );
});

/** The first fifth warms up; after it, nothing is added. */
function report(what: string, looks: readonly number[]): void {
  console.log(`Heap over ${what}: ${looks.map((look) => look.toFixed(1)).join(", ")} MB.`);
  expect(looks).toHaveLength(5);
  expect(looks[4]).toBeLessThan((looks[0] as number) + NOISE);
}
