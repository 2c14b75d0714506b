import { linkCheck } from "./shared/link-check.ts";

/** A link with a space in its scheme, host or path. */
export const spacedLink = linkCheck({
  id: "spaced-link",
  summary: "A space inside a link",
  severity: "warning",
  bestFix: "review",
  family: "spaced",
});
