import type { Unit } from "../../article/model.ts";
import { type Attribution, findArticleAttribution } from "../../attribution/find-statements.ts";

const NOTHING: Attribution = { statements: [], quotations: [] };

/** Who says what in the article of a unit. Checks ask for it through `context.once`, so that it is read once for all of them. */
export function readUnitAttribution({ text, article }: Unit): Attribution {
  return article === undefined ? NOTHING : findArticleAttribution(text, article);
}
