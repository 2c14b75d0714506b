/** Exit codes: 1 something was found, 2 the call or a file was wrong (which outranks 1). */
export const EXIT_CLEAN = 0;
export const EXIT_FOUND = 1;
export const EXIT_TROUBLE = 2;

export interface Command {
  /** What `--help` shows, whole. */
  readonly help: string;
  /** Resolves to the exit code. Rejects with a UsageError when the options are wrong. */
  run(options: readonly string[], surroundings: Surroundings): Promise<number>;
}

export interface Surroundings {
  /** The file that the program's worker threads run. */
  readonly workerProgram: URL;
}
