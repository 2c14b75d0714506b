import type { AnyCheck } from "./check.ts";

/**
 * The one list of checks. Settings, docs, `fixAll` and the command line are derived from it, and its order is the
 * order of findings that stand at one place.
 */
export const ALL_CHECKS: readonly AnyCheck[] = [];
