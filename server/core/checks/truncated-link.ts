import { linkCheck } from "./shared/link-check.ts";

/** A link that ends in an ellipsis, as pages shorten what they show. */
export const truncatedLink = linkCheck({
  id: "truncated-link",
  summary: "A link that is cut off",
  severity: "warning",
  bestFix: "review",
  family: "truncated",
});
