import { boilerplate } from "./boilerplate.ts";
import type { AnyCheck } from "./check.ts";
import { dateConflict } from "./date-conflict.ts";
import { defangedLink } from "./defanged-link.ts";
import { duplicateParagraph } from "./duplicate-paragraph.ts";
import { escapedLink } from "./escaped-link.ts";
import { gluedDateline } from "./glued-dateline.ts";
import { gluedLink } from "./glued-link.ts";
import { gluedSentences } from "./glued-sentences.ts";
import { hiddenCharacter } from "./hidden-character.ts";
import { htmlEntity } from "./html-entity.ts";
import { lookalikeLink } from "./lookalike-link.ts";
import { malformedLink } from "./malformed-link.ts";
import { missingField } from "./missing-field.ts";
import { mixedLineEndings } from "./mixed-line-endings.ts";
import { mojibake } from "./mojibake.ts";
import { quotedLink } from "./quoted-link.ts";
import { repeatedArticleBody } from "./repeated-article-body.ts";
import { repeatedMetadata } from "./repeated-metadata.ts";
import { schemelessLink } from "./schemeless-link.ts";
import { spacedLink } from "./spaced-link.ts";
import { strayDate } from "./stray-date.ts";
import { templateResidue } from "./template-residue.ts";
import { trackingParameter } from "./tracking-parameter.ts";
import { truncatedLink } from "./truncated-link.ts";
import { unattributedQuotation } from "./unattributed-quotation.ts";
import { unbalancedQuotes } from "./unbalanced-quotes.ts";
import { unnamedSource } from "./unnamed-source.ts";
import { wrappedLink } from "./wrapped-link.ts";
import { wrappedParagraph } from "./wrapped-paragraph.ts";

/**
 * The one list of checks. Settings, docs, `fixAll` and the command line are derived from it, and its order is the
 * order of findings that stand at one place.
 */
export const ALL_CHECKS: readonly AnyCheck[] = [
  repeatedArticleBody,
  duplicateParagraph,
  repeatedMetadata,
  gluedLink,
  wrappedLink,
  spacedLink,
  schemelessLink,
  malformedLink,
  truncatedLink,
  quotedLink,
  escapedLink,
  defangedLink,
  lookalikeLink,
  gluedDateline,
  wrappedParagraph,
  gluedSentences,
  strayDate,
  dateConflict,
  missingField,
  boilerplate,
  templateResidue,
  htmlEntity,
  mojibake,
  hiddenCharacter,
  trackingParameter,
  mixedLineEndings,
  unbalancedQuotes,
  unnamedSource,
  unattributedQuotation,
];
