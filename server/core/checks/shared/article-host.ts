import { type Article, blocksOfRole, blockValue } from "../../article/model.ts";

/** The host of an article's address in ASCII, without `www.`; undefined where it has none. */
export function hostOf(text: string, article: Article): string | undefined {
  const [url] = blocksOfRole(article, "url");
  const value = url === undefined ? "" : blockValue(text, url).trim();
  if (!URL.canParse(value)) {
    return undefined;
  }
  const host = new URL(value).hostname.replace(/^www\./u, "");
  return host === "" ? undefined : host;
}
