import { spawn } from "node:child_process";
import { residentMemory } from "./memory.ts";

/** One run of a whole process. */
export interface ProgramRun {
  /** In milliseconds. */
  readonly time: number;
  /** The most memory it held, in megabytes. */
  readonly memory: number;
}

/** How often a process's memory is looked at, in milliseconds; the system keeps the highest value by itself. */
const LOOK_EVERY = 4;

/** Runs programs in turn, so many rounds, and gives each program's runs. Their output is thrown away. */
export async function runInTurn(
  programs: Readonly<Record<string, readonly string[]>>,
  rounds: number,
): Promise<ReadonlyMap<string, readonly ProgramRun[]>> {
  const runs = new Map<string, ProgramRun[]>(Object.keys(programs).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, command] of Object.entries(programs)) {
      runs.get(name)?.push(await runOnce(command));
    }
  }
  return runs;
}

async function runOnce(command: readonly string[]): Promise<ProgramRun> {
  const [program, ...parameters] = command as [string, ...string[]];
  const start = performance.now();
  const child = spawn(program, parameters, { stdio: "ignore" });
  let memory = Number.NaN;
  const look = setInterval(() => {
    memory = Math.max(memory || 0, residentMemory(child.pid ?? 0, "VmHWM") || 0);
  }, LOOK_EVERY);
  try {
    await new Promise<void>((resolve, reject) => {
      child.once("error", reject);
      // A check that finds something ends with 1, which is no failure here.
      child.once("exit", (code) =>
        code === 0 || code === 1 ? resolve() : reject(new Error(`${command.join(" ")} ended with ${code}.`)),
      );
    });
  } finally {
    clearInterval(look);
  }
  return { time: performance.now() - start, memory };
}
