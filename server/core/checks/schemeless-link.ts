import { linkCheck } from "./shared/link-check.ts";

/** A link that starts with its host or with two slashes, as pages show it to readers. */
export const schemelessLink = linkCheck({
  id: "schemeless-link",
  summary: "A link without its scheme",
  severity: "information",
  bestFix: "review",
  family: "schemeless",
});
