import { linkCheck } from "./shared/link-check.ts";

/** Marks around a link, or a closing one behind it, that would be opened with it. */
export const quotedLink = linkCheck({
  id: "quoted-link",
  summary: "A link in quotation marks or brackets",
  severity: "information",
  bestFix: "review",
  family: "quoted",
});
