#!/usr/bin/env node
import { loadBundle } from "../node/load-bundle.ts";

void start();

/** A fault of the program ends it as any unhandled one. */
async function start(): Promise<void> {
  const { runProgram } = loadBundle<typeof import("./program.ts")>("program", { keep: "at the end" });
  // The file of the program's worker threads stands beside this one.
  process.exitCode = await runProgram(process.argv.slice(2), new URL("check-worker.js", import.meta.url));
}
