import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/**
 * The unit, protocol, command line and tooling tests. Tests that run inside VS Code (test/host, mocha), the grammar's
 * snapshots (test/grammar) and the tests of what users install (test/installed) have runners of their own.
 */
// biome-ignore lint/style/noDefaultExport: vitest reads its configuration from there.
export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: ["test/**/*.test.ts"],
    exclude: [
      "test/host/**",
      "test/installed/**",
      "test/fixtures/*/**",
      "test/bench/**",
      "**/node_modules/**",
    ],
    // A slow machine shared with other work is no reason for a red test; a hang still is.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: "forks",
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
  },
});
