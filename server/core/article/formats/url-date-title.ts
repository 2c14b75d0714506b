import type { DumpFormat } from "../format.ts";
import { splitUrlDateTitle } from "./url-date-title/parse.ts";
import { urlDateTitleRecogniser } from "./url-date-title/recognise.ts";

/**
 * The address, the time, the title, then the text, as crawls of one news portal were stored (`samples/url-date-title`).
 * A file may hold several records one after the other.
 */
export const urlDateTitle: DumpFormat = { ...urlDateTitleRecogniser, split: splitUrlDateTitle };
