import type { DumpFormat } from "../format.ts";
import type { FormatId } from "../model.ts";
import { newsPage } from "./news-page.ts";
import { urlDateTitle } from "./url-date-title.ts";
import { yamlFrontMatter } from "./yaml-front-matter.ts";

/** Every dump format that can be read. Each has a line in `recognisers.ts` and one in `load.ts`, too. */
export const dumpFormats: readonly DumpFormat[] = [yamlFrontMatter, urlDateTitle, newsPage];

/** The format of an id; undefined for null, which is what `recognise` says of a text that is no dump. */
export function formatOf(id: FormatId | null): DumpFormat | undefined {
  return dumpFormats.find((format) => format.id === id);
}
