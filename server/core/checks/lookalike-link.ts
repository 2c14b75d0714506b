import { linkCheck } from "./shared/link-check.ts";

/** Letters of other scripts in a host that look like plain ones: the link leads elsewhere than it reads. */
export const lookalikeLink = linkCheck({
  id: "lookalike-link",
  summary: "A link whose host is not what it seems",
  severity: "warning",
  bestFix: "review",
  family: "lookalike",
});
