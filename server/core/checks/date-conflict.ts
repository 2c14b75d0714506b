import {
  type CalendarDay,
  dayOfUrl,
  instantOf,
  readDate,
  readDateline,
  readIsoTime,
  type StatedDate,
} from "../article/dates.ts";
import type { Article, Block } from "../article/model.ts";
import type { Span } from "../text/span.ts";
import type { Check, CheckContext, Finding, Phrase } from "./check.ts";
import { daysBetween } from "./shared/calendar-words.ts";
import { words, wordsInList } from "./shared/line-words.ts";

/** Dates of one article that no time zone can reconcile. Which one is right is not for a program to say. */
export const dateConflict: Check<"article"> = {
  id: "date-conflict",
  summary: "Dates of one article that disagree",
  severity: "warning",
  bestFix: "none",
  reach: "article",
  defaults: {},
  // It looks at heads, dates and links to other stories.
  reachOf: () => "nothing",
  *run(article, context) {
    const statements = statementsOf(article, context);
    const published = disagreement(statements.published, statements.modified);
    if (published !== undefined) {
      yield findingFor(published, "published");
    }
    const modified = disagreement(statements.modified, []);
    if (modified !== undefined) {
      yield findingFor(modified, "modified");
    }
    if (published === undefined && modified === undefined) {
      yield* changedBeforePublished(statements);
    }
  },
};

type StatementSource = "address" | "publication" | "change" | "byline";

/** One place of the article that says when it was published or changed. */
interface Statement {
  readonly source: StatementSource;
  readonly day: CalendarDay;
  /** Minutes since 1970 in UTC, where time and zone are stated. */
  readonly instant: number | undefined;
  readonly span: Span;
  /** Whether a visible date without a word for its kind may be the date of the last change just as well. */
  readonly isUnlabelled: boolean;
}

interface Statements {
  readonly published: readonly Statement[];
  readonly modified: readonly Statement[];
}

/** In the order of trust: what machines read first, then the address, then the line that readers see. */
function statementsOf(article: Article, { text }: CheckContext): Statements {
  const published: Statement[] = [];
  const modified: Statement[] = [];
  for (const block of article.blocks) {
    if (block.repeats !== undefined) {
      continue;
    }
    if (block.role === "datePublished" || block.role === "dateModified") {
      const date = readIsoTime(text, block.content) ?? readDate(text, block.content);
      if (date !== undefined) {
        const isPublished = block.role === "datePublished";
        const source = isPublished ? "publication" : "change";
        (isPublished ? published : modified).push(statement(source, date));
      }
    }
  }
  for (const block of article.blocks) {
    if (block.role === "url" && block.repeats === undefined) {
      published.push(...addressStatement(text, block));
    }
  }
  for (const block of article.blocks) {
    if (block.role === "dateline") {
      const dateline = readDateline(text, block.content);
      const only = dateline?.published ?? readDate(text, block.content);
      const hasUpdate = dateline?.updated !== undefined;
      if (only !== undefined) {
        published.push({ ...statement("byline", only), isUnlabelled: !hasUpdate });
      }
      if (dateline?.updated !== undefined) {
        modified.push(statement("byline", dateline.updated));
      }
    }
  }
  return { published, modified };
}

function statement(source: StatementSource, date: StatedDate): Statement {
  return { source, day: date.day, instant: instantOf(date), span: date.span, isUnlabelled: false };
}

function addressStatement(text: string, block: Block): readonly Statement[] {
  const day = dayOfUrl(text, block.content);
  return day === undefined
    ? []
    : [{ source: "address", day, instant: undefined, span: block.content, isUnlabelled: false }];
}

interface Disagreement {
  /** The statement that disagrees with most of the others; of several, the least trusted. */
  readonly odd: Statement;
  readonly others: readonly Statement[];
}

function disagreement(
  statements: readonly Statement[],
  modified: readonly Statement[],
): Disagreement | undefined {
  const compared = statements.filter(
    (one) => !(one.isUnlabelled && modified.some((other) => !conflict(one, other))),
  );
  let odd: Statement | undefined;
  let most = 0;
  for (const one of compared) {
    const count = compared.filter((other) => conflict(one, other)).length;
    if (count > 0 && count >= most) {
      odd = one;
      most = count;
    }
  }
  return odd === undefined ? undefined : { odd, others: compared.filter((other) => other !== odd) };
}

/** Two clocks may differ by so much without anyone having been wrong: pages are put online while midnight passes. */
const CLOCK_TOLERANCE_MINUTES = 60;

/**
 * Where both zones are stated the days are compared in UTC. Else a difference of one day is what a time zone can explain
 * (UTC-12 to UTC+14 span 26 hours), and only more is a conflict: a zone is never guessed.
 */
function conflict(first: Statement, second: Statement): boolean {
  if (first.instant !== undefined && second.instant !== undefined) {
    const isSameDay = utcDay(first.instant) === utcDay(second.instant);
    return !isSameDay && Math.abs(first.instant - second.instant) > CLOCK_TOLERANCE_MINUTES;
  }
  return Math.abs(daysBetween(first.day, second.day)) > 1;
}

function utcDay(instant: number): number {
  return Math.floor(instant / MINUTES_OF_DAY);
}

const MINUTES_OF_DAY = 1440;

/** A change before publication: only where even the latest change lies before every date of publication. */
function* changedBeforePublished({ published, modified }: Statements): Iterable<Finding> {
  const [first] = published;
  const [change] = modified;
  if (first === undefined || change === undefined) {
    return;
  }
  const isBefore = published.every((one) =>
    modified.every((other) => conflict(one, other) && isEarlier(other, one)),
  );
  if (isBefore) {
    yield findingFor({ odd: change, others: [first] }, "order");
  }
}

function isEarlier(first: Statement, second: Statement): boolean {
  if (first.instant !== undefined && second.instant !== undefined) {
    return first.instant < second.instant;
  }
  return daysBetween(first.day, second.day) > 0;
}

function findingFor({ odd, others }: Disagreement, kind: "published" | "modified" | "order"): Finding {
  const said = wordsInList([odd, ...others].map(whatIsSaid));
  return {
    span: odd.span,
    message: [
      whatDisagrees(kind, said),
      "Local time does not explain the difference. Find out which one is right before you cite it.",
    ],
    related: others.map((one) => ({ span: one.span, message: words`Says ${{ day: one.day }}` })),
    data: { kind, days: [odd, ...others].map((one) => isoDay(one.day)) },
  };
}

function whatDisagrees(kind: "published" | "modified" | "order", said: Phrase): Phrase {
  switch (kind) {
    case "published":
      return words`The dates of publication disagree: ${said}.`;
    case "modified":
      return words`The dates of the last change disagree: ${said}.`;
    case "order":
      return words`The last change is dated before the publication: ${said}.`;
  }
}

function whatIsSaid({ source, day }: Statement): Phrase {
  switch (source) {
    case "address":
      return words`the address says ${{ day }}`;
    case "publication":
      return words`the time of publication says ${{ day }}`;
    case "change":
      return words`the time of the last change says ${{ day }}`;
    case "byline":
      return words`the byline says ${{ day }}`;
  }
}

function isoDay({ year, month, day }: CalendarDay): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
