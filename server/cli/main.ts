#!/usr/bin/env node
import { enableCompileCache } from "./compile-cache.ts";

// The program is loaded behind that, so that it comes from the cache.
enableCompileCache();
void start();

/** A fault of the program ends it as any unhandled one. */
async function start(): Promise<void> {
  const { runProgram } = await import("./program.ts");
  // The file of the program's worker threads stands beside this one.
  process.exitCode = await runProgram(process.argv.slice(2), new URL("check-worker.js", import.meta.url));
}
