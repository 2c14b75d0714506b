import type { FormatRecogniser } from "../format.ts";
import { newsPageRecogniser } from "./news-page/recognise.ts";
import { urlDateTitleRecogniser } from "./url-date-title/recognise.ts";
import { yamlFrontMatterRecogniser } from "./yaml-front-matter/recognise.ts";

/**
 * How each dump format is recognised, the surest marks first: where two formats are equally sure, the first wins. The
 * client's bundle holds what is imported here, so no parser may be.
 */
export const formatRecognisers: readonly FormatRecogniser[] = [
  yamlFrontMatterRecogniser,
  urlDateTitleRecogniser,
  newsPageRecogniser,
];
