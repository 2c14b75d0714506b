#!/usr/bin/env node
import { isMainThread } from "node:worker_threads";
import { runProgram } from "./program.ts";

/** The program's worker threads run this same file, so that they need no second one beside it. */
if (isMainThread) {
  process.exitCode = await runProgram(process.argv.slice(2), new URL(import.meta.url));
} else {
  (await import("./check-worker.ts")).serveChecks();
}
