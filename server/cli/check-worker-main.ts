import { serveChecks } from "./check-worker.ts";

serveChecks();
