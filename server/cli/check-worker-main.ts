import { loadBundle } from "../node/load-bundle.ts";

// The check is the same bundle as the main thread's.
void loadBundle<typeof import("./check.ts")>("check").serveChecks();
