import { readOptions, requirePaths } from "./options.ts";
import { readEncodingName } from "./text-encoding.ts";
import { UsageError } from "./usage-error.ts";

interface CommonCleanOptions {
  readonly paths: readonly string[];
  readonly encoding: string | undefined;
  readonly manifest: string | undefined;
  /** Whether findings that `.pressmark/ignore.json` names are left as they are. */
  readonly honoursIgnoreFiles: boolean;
}

/** What is done with a cleaned text. */
export type CleanOptions = CommonCleanOptions &
  ({ readonly mode: "diff" | "stdout" | "write" } | { readonly mode: "out-dir"; readonly outDir: string });

export function readCleanOptions(parameters: readonly string[]): CleanOptions {
  const { values, positionals } = readOptions("clean", parameters, {
    diff: { type: "boolean", default: false },
    stdout: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    "out-dir": { type: "string" },
    manifest: { type: "string" },
    encoding: { type: "string" },
    "no-ignore-file": { type: "boolean", default: false },
  });
  const outDir = values["out-dir"];
  const chosen = [values.diff, values.stdout, values.write, outDir !== undefined].filter(
    (isChosen) => isChosen,
  );
  if (chosen.length !== 1) {
    throw new UsageError("clean takes exactly one of --diff, --stdout, --write and --out-dir DIR.");
  }
  if (values.manifest !== undefined && outDir === undefined) {
    throw new UsageError("clean --manifest goes with --out-dir.");
  }
  const common = {
    paths: requirePaths("clean", positionals),
    encoding: values.encoding === undefined ? undefined : readEncodingName(values.encoding),
    manifest: values.manifest,
    honoursIgnoreFiles: !values["no-ignore-file"],
  };
  if (outDir !== undefined) {
    return { ...common, mode: "out-dir", outDir };
  }
  if (values.write && positionals.includes("-")) {
    throw new UsageError("clean --write cannot replace standard input; use --stdout.");
  }
  return { ...common, mode: values.diff ? "diff" : values.stdout ? "stdout" : "write" };
}
