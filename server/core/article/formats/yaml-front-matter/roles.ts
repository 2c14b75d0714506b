import type { Role } from "../../model.ts";

/**
 * What a front-matter key of a scraped article means. `scraped_at` and the like are the scraper's own and stay unknown:
 * nobody may take the time of scraping for that of publication.
 *
 * @param key lower case, with `_` for spaces and hyphens.
 */
export function roleOfKey(key: string): Role {
  return rolesByKey.get(key) ?? "unknown";
}

const keysByRole: readonly (readonly [Role, string])[] = [
  ["headline", "title headline"],
  ["url", "url source_url original_url article_url"],
  ["publisher", "source publisher site site_name sitename"],
  ["datePublished", "date published date_published datepublished published_at publish_date pubdate"],
  ["dateModified", "updated modified date_modified datemodified updated_at lastmod last_modified"],
  ["inLanguage", "language lang in_language inlanguage"],
  ["description", "description summary excerpt"],
  ["keywords", "tags keywords"],
  ["author", "author authors byline"],
  ["image", "image thumbnail cover featured_image og_image"],
  ["articleSection", "section category categories"],
  ["copyrightYear", "copyright_year"],
  ["email", "email"],
  ["telephone", "telephone phone"],
  ["legalName", "legal_name"],
];

const rolesByKey: ReadonlyMap<string, Role> = new Map(
  keysByRole.flatMap(([role, keys]) => keys.split(" ").map((key): [string, Role] => [key, role])),
);
