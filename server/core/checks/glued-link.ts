import { linkCheck } from "./shared/link-check.ts";

/** Words, or a second link, that touch a link with nothing between them, so that it leads nowhere. */
export const gluedLink = linkCheck({
  id: "glued-link",
  summary: "Text or a second link stuck to a link",
  severity: "warning",
  bestFix: "safe",
  family: "glued",
});
