import * as nodeModule from "node:module";

// Node keeps the compiled form of the server in the system's folder for temporary files and has it ready sooner the next
// time, unless NODE_DISABLE_COMPILE_CACHE=1 is set. Before Node 22.8 there is no such cache.
const { enableCompileCache } = nodeModule as { readonly enableCompileCache?: () => unknown };
enableCompileCache?.();

// The server is loaded behind that, so that it comes from the cache.
import("./start.ts")
  .then(({ startNodeServer }) => startNodeServer())
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  });
