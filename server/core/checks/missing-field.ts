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
  *run(article) {
    const first = article.blocks.find((block) => block.role !== "blank");
    if (first === undefined) {
      return;
    }
    for (const { role, message } of REQUIRED) {
      if (!article.blocks.some((block) => block.role === role)) {
        yield { span: first.content, message, data: { field: role } };
      }
    }
  },
};

const REQUIRED: readonly { readonly role: Role; readonly message: string }[] = [
  {
    role: "url",
    message:
      "No address was found for this article, so its source cannot be cited. If you know it, put it on the first line.",
  },
  {
    role: "headline",
    message:
      "No headline was found for this article. If you know it, put it on a line of its own above the text.",
  },
  {
    role: "datePublished",
    message:
      "No time of publication was found for this article. If you know it, put it below the headline, as in 2022-01-05T15:28+0000.",
  },
];
