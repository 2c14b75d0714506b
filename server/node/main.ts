import { loadBundle } from "./load-bundle.ts";

try {
  loadBundle<typeof import("./start.ts")>("start-server", { keep: "meanwhile" }).startNodeServer();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
}
