import type { Position } from "vscode-languageserver-types";
import { type Article, articleAt } from "../core/article/model.ts";
import { groupTitle } from "../core/cleanup/group-titles.ts";
import type { CleanUpGroup, CleanUpPlan } from "../core/cleanup/plan.ts";
import type { Phrases } from "../core/text/phrases.ts";
import type { CleanUpResult } from "../protocol.ts";
import type { Analysis } from "./feature-context.ts";
import { planSafeFixes, type SafeFixScope } from "./shared/plan-safe-fixes.ts";
import { toTextEdits } from "./shared/text-edits.ts";

/** What is to be cleaned up. */
export interface CleanUpRequest {
  /** Only the article here; all articles of the file when missing. */
  readonly position?: Position;
  /** Only these checks' fixes; all when missing. */
  readonly checks?: readonly string[];
}

/**
 * What a clean-up would do, in groups to tick, with the proof that it loses nothing behind it. Changes nothing.
 *
 * @param offered Told the plan, for whoever has to follow the text through it when it is applied.
 */
export function provideCleanUp(
  analysis: Analysis,
  { position, checks }: CleanUpRequest,
  offered?: (plan: CleanUpPlan) => void,
): CleanUpResult {
  const article =
    position === undefined ? undefined : articleAt(analysis.dump, analysis.convert.offset(position));
  if (analysis.dump.articles.length === 0 || (position !== undefined && article === undefined)) {
    return nothing(analysis, analysis.phrases.say("There is no article here to clean up."));
  }
  const scope = {
    ...(article === undefined ? {} : { article }),
    ...(checks === undefined ? {} : { checks }),
  };
  const plan = planSafeFixes(analysis, scope);
  if (plan.isEmpty) {
    return nothing(analysis, whyNothing(analysis, scope, plan));
  }
  offered?.(plan);
  return {
    version: analysis.version,
    groups: plan.groups.map((group) => ({
      check: group.check,
      title: titleOf(group, analysis.phrases),
      count: group.count,
    })),
    edits: toTextEdits(analysis, plan.composition.edits, "exact"),
    cleanedText: plan.composition.text,
    summary: summaryOf(plan, analysis.phrases),
  };
}

function nothing({ version, text }: Analysis, summary: string): CleanUpResult {
  return { version, groups: [], edits: [], cleanedText: text, summary };
}

function summaryOf({ groups, held }: CleanUpPlan, phrases: Phrases): string {
  const titles = groups.map((group) => titleOf(group, phrases)).join("; ");
  return [`${titles}.`, phrases.say("Nothing is lost."), ...leftOut(held.length, phrases)].join(" ");
}

function titleOf({ check, count, kinds }: CleanUpGroup, phrases: Phrases): string {
  return groupTitle(check, count, kinds, phrases);
}

function whyNothing(analysis: Analysis, scope: SafeFixScope, { held }: CleanUpPlan): string {
  const { phrases } = analysis;
  if (held.length > 0) {
    return [phrases.say("Nothing was done."), ...leftOut(held.length, phrases)].join(" ");
  }
  const toReview = analysis.findings.filter(
    ({ check, article, fixes }) => (fixes?.length ?? 0) > 0 && isInScope(scope, check, article),
  ).length;
  return toReview === 0
    ? phrases.say("There is nothing to clean up.")
    : phrases.count(
        toReview,
        "There is nothing to clean up unasked. {0} finding has a fix to look at: see the Problems view.",
        "There is nothing to clean up unasked. {0} findings have a fix to look at: see the Problems view.",
      );
}

function isInScope({ article, checks }: SafeFixScope, check: string, where: Article | undefined): boolean {
  return (article === undefined || article === where) && (checks === undefined || checks.includes(check));
}

function leftOut(count: number, phrases: Phrases): string[] {
  return count === 0
    ? []
    : [
        phrases.count(
          count,
          "{0} change is left out, because something could be lost: look at the quick fixes one by one.",
          "{0} changes are left out, because something could be lost: look at the quick fixes one by one.",
        ),
      ];
}
