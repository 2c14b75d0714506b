import { linkCheck } from "./shared/link-check.ts";

/** HTML's, a program's or broken percent escapes in a link. */
export const escapedLink = linkCheck({
  id: "escaped-link",
  summary: "A link whose signs are escaped wrongly",
  severity: "warning",
  bestFix: "review",
  family: "escaped",
});
