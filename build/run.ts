import { spawn } from "node:child_process";
import { constants } from "node:os";
import { delimiter } from "node:path";
import { inProject, root } from "./paths.ts";

/** A finished program: its exit code (128 + the signal's number when a signal ended it) and what it printed. */
export interface Finished {
  readonly code: number;
  /** Standard output and standard error in the order of arrival. */
  readonly output: string;
}

/** Runs a program of the project's packages in the top folder, on this terminal. Resolves to its exit code. */
export async function run(program: string, programArguments: readonly string[]): Promise<number> {
  return (await start(program, programArguments, "inherit", {})).code;
}

/** As `run`, but keeps what the program prints. Standard input is empty. */
export async function runQuietly(
  program: string,
  programArguments: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  return start(program, programArguments, "pipe", environment);
}

/** Hands a text to a program. The output holds what it printed, errors included when it fails. */
export async function runFiltered(
  program: string,
  programArguments: readonly string[],
  input: string,
): Promise<Finished> {
  return start(program, programArguments, "filter", {}, input);
}

/** The environment in which the project's own Node and tools come first. */
export function projectEnvironment(): NodeJS.ProcessEnv {
  const first = [inProject("node_modules/node/bin"), inProject("node_modules/.bin")];
  return { ...process.env, PATH: [...first, process.env["PATH"] ?? ""].join(delimiter) };
}

function start(
  program: string,
  programArguments: readonly string[],
  output: "inherit" | "pipe" | "filter",
  environment: Readonly<Record<string, string>>,
  input = "",
): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(program, programArguments, {
      cwd: root,
      env: { ...projectEnvironment(), ...environment },
      stdio: output === "inherit" ? "inherit" : [output === "filter" ? "pipe" : "ignore", "pipe", "pipe"],
      // npm's launchers are .cmd files on Windows, which only a shell can start.
      shell: process.platform === "win32",
    });
    const chunks: Buffer[] = [];
    const complaints: Buffer[] = output === "filter" ? [] : chunks;
    child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => complaints.push(chunk));
    child.stdin?.end(input);
    const passOn = () => child.kill("SIGTERM");
    process.once("SIGTERM", passOn);
    const finish = (code: number, last = "") => {
      process.off("SIGTERM", passOn);
      const printed = code === 0 ? chunks : [...new Set([chunks, complaints])].flat();
      resolve({ code, output: Buffer.concat(printed).toString("utf8") + last });
    };
    child.once("error", (error) => finish(127, `${program} could not be started: ${error.message}\n`));
    child.once("close", (code, signal) =>
      finish(code ?? 128 + (signal === null ? 0 : constants.signals[signal])),
    );
  });
}
