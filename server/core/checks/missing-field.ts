import type { Role } from "../article/model.ts";
import type { Check } from "./check.ts";

/** The three fields without which an article cannot be cited: where it stood, what it is called, when it was published. */
export const missingField: Check<"article"> = {
  id: "missing-field",
  summary: "No address, headline or date of publication",
  severity: "hint",
  bestFix: "none",
  reach: "article",
  defaults: {},
  // It looks at heads, dates and links to other stories.
  reachOf: () => "nothing",
  *run(article) {
    const first = article.blocks.find((block) => block.role !== "blank");
    if (first === undefined) {
      return;
    }
    const places = article.format === "yaml-front-matter" ? FRONT_MATTER_PLACES : PLAIN_PLACES;
    for (const { role, message } of REQUIRED) {
      if (!article.blocks.some((block) => block.role === role)) {
        yield {
          span: first.content,
          message: [message, places[role]],
          data: { field: role },
        };
      }
    }
  },
};

type RequiredRole = Extract<Role, "url" | "headline" | "datePublished">;

const REQUIRED: readonly { readonly role: RequiredRole; readonly message: string }[] = [
  { role: "url", message: "No address was found for this article, so its source cannot be cited." },
  { role: "headline", message: "No headline was found for this article." },
  { role: "datePublished", message: "No date of publication was found for this article." },
];

const PLAIN_PLACES: Readonly<Record<RequiredRole, string>> = {
  url: "If you know it, put it on the first line.",
  headline: "If you know it, put it on a line of its own above the text.",
  datePublished: "If you know it, put it below the headline, as in 2022-01-05T15:28+0000.",
};

const FRONT_MATTER_PLACES: Readonly<Record<RequiredRole, string>> = {
  url: "If you know it, add it to the front matter as url.",
  headline: "If you know it, add it to the front matter as title.",
  datePublished: "If you know it, add it to the front matter as date.",
};
