import type { DumpFormat } from "../format.ts";
import { splitFrontMatterDump } from "./yaml-front-matter/parse.ts";
import { yamlFrontMatterRecogniser } from "./yaml-front-matter/recognise.ts";

/**
 * Markdown below a YAML head with the article's title and address (`samples/yaml-front-matter`). A file may hold
 * several records one after the other.
 */
export const yamlFrontMatter: DumpFormat = { ...yamlFrontMatterRecogniser, split: splitFrontMatterDump };
