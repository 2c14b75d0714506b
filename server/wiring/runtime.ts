/** What the wiring needs of the place it runs in; the entries provide it. */
export interface Runtime {
  /** Lets messages that have arrived in the meantime be handled first: a cancellation, the next key stroke. */
  nextTurn(): Promise<void>;
  /** Milliseconds on a clock that is never set back. */
  now(): number;
  /** Settles after so many milliseconds; never keeps the process alive by itself. */
  delay(milliseconds: number): Promise<void>;
  /** Calls back after so many milliseconds, unless it is silenced before; never keeps the process alive by itself. */
  alarm(milliseconds: number, ring: () => void): () => void;
  /**
   * Does a step that does not pause, and stops it when it takes longer by throwing an `OutOfTime`. Missing where nothing can
   * stop a program from outside.
   */
  bounded?<Result>(milliseconds: number, step: () => Result): Result;
  /** Another word for each start of the server, so that result ids of an earlier one are not taken for this one's. */
  readonly session: string;
  /** URI of the folder with the checks' pages, with a slash at its end, where the entry knows one. */
  readonly checkDocumentation: string | undefined;
  /** The text of a file in UTF-8; undefined where it cannot be read. Missing where there are no files. */
  readText?(uri: string): Promise<string | undefined>;
}
