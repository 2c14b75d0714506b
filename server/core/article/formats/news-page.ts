import type { DumpFormat } from "../format.ts";
import { keepsStructure } from "./news-page/keeps-structure.ts";
import { splitNewsPages } from "./news-page/parse.ts";
import { newsPageRecogniser } from "./news-page/recognise.ts";

/**
 * What is left of a news page when every tag is stripped: a head of typed lines in loose order, any of which can be
 * missing, and the rendered article below it (`samples/sputnik-2022.txt`, `samples/ria-layout`). A file may hold several.
 */
export const newsPage: DumpFormat = { ...newsPageRecogniser, split: splitNewsPages, keepsStructure };
