import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { nearestName } from "./nearest-name.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Reads a command's options, which may stand before, between and behind the paths; behind `--` all are paths.
 *
 * @throws UsageError for an unknown option, a missing or unwanted value.
 */
export function readOptions<Options extends ParseArgsOptionsConfig>(
  command: string,
  parameters: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...parameters], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(describe(command, error, options));
  }
}

/** The value of an option that is one of a few words. */
export function oneOf<Word extends string>(option: string, value: string, words: readonly Word[]): Word {
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) {
    throw new UsageError(`${option} takes one of ${words.join(", ")}, not ${JSON.stringify(value)}.`);
  }
  return word;
}

/** The value of an option that is a whole number from `least` on. */
export function wholeNumber(option: string, value: string, least: number): number {
  const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= least)) {
    throw new UsageError(`${option} takes a whole number from ${least} on, not ${JSON.stringify(value)}.`);
  }
  return number;
}

/** @throws UsageError when no path was given: reading a terminal by surprise looks like hanging. */
export function requirePaths(command: string, paths: readonly string[]): readonly string[] {
  if (paths.length === 0) {
    throw new UsageError(
      `${command} needs a file, a folder, or - for standard input. See: pressmark ${command} --help`,
    );
  }
  return paths;
}

function describe(command: string, error: unknown, options: ParseArgsOptionsConfig): string {
  const message = error instanceof Error ? error.message : String(error);
  const unknown = /^Unknown option '(-[^']*)'/.exec(message)?.[1];
  if (unknown === undefined) {
    return `${command}: ${firstSentence(message)} See: pressmark ${command} --help`;
  }
  const near = nearestName(unknown.replace(/^-+/, ""), Object.keys(options));
  const hint = near === undefined ? `See: pressmark ${command} --help` : `Did you mean --${near}?`;
  return `${command} has no option ${unknown}. ${hint}`;
}

function firstSentence(message: string): string {
  const sentence = message.split(/\.\s|\n/, 1)[0] ?? message;
  return sentence.endsWith(".") ? sentence : `${sentence}.`;
}
