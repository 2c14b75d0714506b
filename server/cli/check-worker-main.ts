import { enableCompileCache } from "./compile-cache.ts";

// The check is the same bundle as the main thread's, and comes from the cache as well.
enableCompileCache();
void import("./check.ts").then(({ serveChecks }) => serveChecks());
