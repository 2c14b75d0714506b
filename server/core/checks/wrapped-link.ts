import { linkCheck } from "./shared/link-check.ts";

/** A link that goes on in the next line: only its start can be opened. */
export const wrappedLink = linkCheck({
  id: "wrapped-link",
  summary: "A link broken over several lines",
  severity: "warning",
  bestFix: "review",
  family: "wrapped",
});
