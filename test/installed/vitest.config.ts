import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/**
 * What users install, tried as they do: the npm package, and other editors with its server. Apart from the unit tests because
 * packing puts another package.json in the place of the project's for a moment.
 */
// biome-ignore lint/style/noDefaultExport: vitest reads its configuration from there.
export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    include: ["test/installed/**/*.test.ts"],
    globalSetup: ["test/installed/install.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: "forks",
    fileParallelism: false,
  },
});
