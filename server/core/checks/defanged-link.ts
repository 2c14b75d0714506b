import { linkCheck } from "./shared/link-check.ts";

/** A link that somebody made unusable, so that nobody opens it by accident. */
export const defangedLink = linkCheck({
  id: "defanged-link",
  summary: "A link made unusable on purpose",
  severity: "information",
  bestFix: "review",
  family: "defanged",
});
