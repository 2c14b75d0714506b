import { linkCheck } from "./shared/link-check.ts";

/** A wrong scheme, a missing colon or slash, a host that cannot be, backslashes, or characters that nobody sees. */
export const malformedLink = linkCheck({
  id: "malformed-link",
  summary: "A link that no program can open as it is written",
  severity: "warning",
  bestFix: "review",
  family: "malformed",
});
