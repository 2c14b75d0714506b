import type { Role } from "../../article/model.ts";

/** What a role is called in a message, with its plural: `the keyword`, `2 dates of publication`. */
export function roleInWords(role: Role): string {
  return ROLE_WORDS[role];
}

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  url: "address of the article",
  headline: "headline",
  publisher: "publisher’s name",
  description: "description",
  datePublished: "date of publication",
  dateModified: "date of the last change",
  keywords: "list of keywords",
  image: "picture",
  articleBody: "article on one line",
  relatedLink: "link to a related story",
  author: "author",
  articleSection: "section",
  inLanguage: "language",
  copyrightYear: "year",
  dateline: "byline date",
  email: "e-mail address",
  telephone: "telephone number",
  legalName: "publisher’s legal name",
  keyword: "keyword",
  authorImage: "author’s picture",
  standfirst: "standfirst",
  caption: "caption",
  paragraph: "paragraph",
  heading: "heading",
  relatedDate: "date of a related story",
  boilerplate: "page furniture",
  blank: "blank line",
  unknown: "line",
};
