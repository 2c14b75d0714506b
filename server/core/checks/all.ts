import type { AnyCheck } from "./check.ts";
import { gluedDateline } from "./glued-dateline.ts";
import { repeatedArticleBody } from "./repeated-article-body.ts";
import { repeatedMetadata } from "./repeated-metadata.ts";
import { wrappedParagraph } from "./wrapped-paragraph.ts";

/**
 * The one list of checks. Settings, docs, `fixAll` and the command line are derived from it, and its order is the
 * order of findings that stand at one place.
 */
export const ALL_CHECKS: readonly AnyCheck[] = [
  repeatedArticleBody,
  repeatedMetadata,
  gluedDateline,
  wrappedParagraph,
];
