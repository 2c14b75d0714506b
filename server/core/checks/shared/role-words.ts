import type { Role } from "../../article/model.ts";
import type { Phrase } from "../check.ts";
import { words } from "./line-words.ts";

/** What a role is called inside a message: `keyword`, `date of publication`. */
export function roleInWords(role: Role): Phrase {
  return ROLE_WORDS[role];
}

const ROLE_WORDS: Readonly<Record<Role, Phrase>> = {
  url: words`address of the article`,
  headline: words`headline`,
  publisher: words`publisher’s name`,
  description: words`description`,
  datePublished: words`date of publication`,
  dateModified: words`date of the last change`,
  keywords: words`list of keywords`,
  image: words`picture`,
  articleBody: words`article on one line`,
  relatedLink: words`link to a related story`,
  author: words`author`,
  articleSection: words`section`,
  inLanguage: words`language`,
  copyrightYear: words`year`,
  dateline: words`byline date`,
  email: words`e-mail address`,
  telephone: words`telephone number`,
  legalName: words`publisher’s legal name`,
  keyword: words`keyword`,
  authorImage: words`author’s picture`,
  standfirst: words`standfirst`,
  caption: words`caption`,
  paragraph: words`paragraph`,
  heading: words`heading`,
  relatedDate: words`date of a related story`,
  boilerplate: words`page furniture`,
  blank: words`blank line`,
  unknown: words`line`,
};
