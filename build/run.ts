import { spawn } from "node:child_process";
import { constants } from "node:os";
import { delimiter } from "node:path";
import { inProject, root } from "./paths.ts";

/** A finished program: its exit code (128 + the signal's number when a signal ended it) and what it printed. */
export interface Finished {
  readonly code: number;
  /** Standard output and standard error in the order of arrival. */
  readonly output: string;
  /** Standard output alone. */
  readonly standardOutput: string;
}

export interface RunOptions {
  /** Added to the environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Given to the program on standard input, which is empty otherwise. */
  readonly input?: string;
  /** After this time the program is ended, with all that it started. */
  readonly timeoutSeconds?: number;
  /** Where it runs; the top folder by default. */
  readonly directory?: string;
}

/** Runs a program of the project's packages in the top folder, on this terminal. Resolves to its exit code. */
export function run(program: string, programArguments: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, programArguments, { ...spawnOptions(), stdio: "inherit" });
    const passOn = () => child.kill("SIGTERM");
    const finish = (code: number) => {
      process.off("SIGTERM", passOn);
      resolve(code);
    };
    process.once("SIGTERM", passOn);
    child.once("error", (error) => {
      console.error(`${program} could not be started: ${error.message}`);
      finish(127);
    });
    child.once("close", (code, signal) => finish(exitCode(code, signal)));
  });
}

/** As `run`, but keeps what the program prints. */
export function runQuietly(
  program: string,
  programArguments: readonly string[],
  { environment = {}, input = "", timeoutSeconds = 3600, directory = root }: RunOptions = {},
): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(program, programArguments, {
      ...spawnOptions(),
      cwd: directory,
      env: { ...withoutColour(projectEnvironment()), ...environment },
      stdio: ["pipe", "pipe", "pipe"],
      // A process group of its own, so that one signal ends the program with all that it started.
      detached: process.platform !== "win32",
    });
    const all: Buffer[] = [];
    const standard: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => {
      all.push(chunk);
      standard.push(chunk);
    });
    child.stderr.on("data", (chunk: Buffer) => all.push(chunk));
    // A program that does not read its input may be gone before it is written, which is no error.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
    const end = () => endGroup(child.pid);
    const timer = setTimeout(() => {
      all.push(Buffer.from(`\n${program} was ended after ${timeoutSeconds} s.\n`));
      end();
    }, timeoutSeconds * 1000);
    const interrupted = (signal: NodeJS.Signals) => {
      end();
      process.exit(exitCode(null, signal));
    };
    process.once("SIGTERM", interrupted).once("SIGINT", interrupted);
    const finish = (code: number) => {
      clearTimeout(timer);
      process.off("SIGTERM", interrupted).off("SIGINT", interrupted);
      resolve({
        code,
        output: Buffer.concat(all).toString("utf8"),
        standardOutput: Buffer.concat(standard).toString("utf8"),
      });
    };
    child.once("error", (error) => {
      all.push(Buffer.from(`${program} could not be started: ${error.message}\n`));
      finish(127);
    });
    child.once("close", (code, signal) => finish(exitCode(code, signal)));
  });
}

function spawnOptions() {
  return {
    cwd: root,
    env: projectEnvironment(),
    // npm's launchers are .cmd files on Windows, which only a shell can start.
    shell: process.platform === "win32",
  };
}

/** The environment in which the project's own Node and tools come first. */
function projectEnvironment(): NodeJS.ProcessEnv {
  const first = [inProject("node_modules/node/bin"), inProject("node_modules/.bin")];
  return { ...process.env, PATH: [...first, process.env["PATH"] ?? ""].join(delimiter) };
}

/** What is kept is read by programs and shown in logs. Node warns when both of these variables are set. */
function withoutColour({ FORCE_COLOR: _, ...environment }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...environment, NO_COLOR: "1" };
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) {
    return;
  }
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch {
    // It has ended by itself meanwhile.
  }
}

function exitCode(code: number | null, signal: NodeJS.Signals | null): number {
  return code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
}
