import { loadBundle } from "../node/load-bundle.ts";

// The check is the same bundle as the main thread's, compiled by an engine that is set otherwise; a thread is ended from outside.
void loadBundle<typeof import("./check.ts")>("check", { keep: "meanwhile", variant: "thread" }).serveChecks();
