import type { Role, Zone } from "../../core/article/model.ts";

/** What a line is and how it is known, for somebody who never heard of scraping. */
export function explainRole(role: Role, zone: Zone): string {
  return role === "headline" && zone === "body" ? headlineOfBody : explanations[role];
}

const headlineOfBody = "The headline once more: here the article begins as readers saw it.";

const explanations: Readonly<Record<Role, string>> = {
  url: "The address of the page that was scraped.",
  headline: "The title of the article, as the page’s metadata gives it.",
  publisher: "Who published the article, by name.",
  description: "The short summary that the page gives to search engines and social networks.",
  datePublished: "When the article was first published: a time in the head of the page.",
  dateModified: "When the page was last changed: a later time in the head of the page.",
  keywords: "The page’s keywords as one list.",
  image: "The address of a picture that belongs to the article.",
  articleBody:
    "The whole article on one line, without paragraph breaks: a copy that the page carries for search engines.",
  relatedLink: "The address of another story that the page offered beside this one.",
  author: "Who wrote the article, by name.",
  articleSection: "The section of the site that the article appeared in.",
  inLanguage: "The language of the article, as the page states it.",
  copyrightYear: "The year of the copyright note.",
  dateline: "The date line above the article as readers saw it.",
  email: "The publisher’s e-mail address.",
  telephone: "The publisher’s telephone number.",
  legalName: "The publisher’s name as a legal person.",
  keyword: "A keyword that the page was tagged with.",
  authorImage: "The address of the author’s portrait.",
  standfirst: "The announcement below the headline, before the first paragraph.",
  caption: "The line below a picture: what it shows, or who took it.",
  paragraph: "A paragraph of the article.",
  heading: "A heading inside the article.",
  relatedDate: "Not a part of the article: the date that the page showed beside a related story.",
  boilerplate: "Furniture of the page, such as a menu or a notice; not a part of the article.",
  blank: "A blank line.",
  unknown: "A line that fits no field of the page and no part of the article.",
};

/** The schema.org NewsArticle property that a role is; undefined for the parts of a page that schema.org has no word for. */
export function schemaTermOf(role: Role): string | undefined {
  return schemaTerms.has(role) ? role : undefined;
}

const schemaTerms: ReadonlySet<Role> = new Set<Role>([
  "url",
  "headline",
  "publisher",
  "description",
  "datePublished",
  "dateModified",
  "keywords",
  "image",
  "articleBody",
  "relatedLink",
  "author",
  "articleSection",
  "inLanguage",
  "copyrightYear",
  "dateline",
  "email",
  "telephone",
  "legalName",
]);
