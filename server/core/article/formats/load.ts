import type { DumpFormat } from "../format.ts";
import type { FormatId } from "../model.ts";

/**
 * Loads one format's parser, and nothing of the others. Loading the `yaml` package takes 4 to 7 ms where a bare Node
 * starts in 31 (measured on the bundle, Node 24), and most files of a folder are not front matter, so the command line
 * asks for a format when the first file of it turns up. A language server has no such haste and uses `formatOf`.
 *
 * @returns undefined for null, which is what `recognise` says of a text that is no dump.
 */
export async function loadFormat(id: FormatId | null): Promise<DumpFormat | undefined> {
  switch (id) {
    case null:
      return undefined;
    case "news-page":
      return (await import("./news-page.ts")).newsPage;
    case "url-date-title":
      return (await import("./url-date-title.ts")).urlDateTitle;
    case "yaml-front-matter":
      return (await import("./yaml-front-matter.ts")).yamlFrontMatter;
  }
}
