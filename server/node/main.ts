import { startNodeServer } from "./start.ts";

try {
  startNodeServer();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
}
