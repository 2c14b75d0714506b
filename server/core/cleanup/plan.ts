import type { Article, Dump } from "../article/model.ts";
import type { Operation, ReportedFinding } from "../checks/check.ts";
import { indexLines, type LineIndex } from "../text/lines.ts";
import { type Composition, composeOperations } from "./compose.ts";
import { fixesToHold } from "./fixes-to-hold.ts";
import type { PlannedFix } from "./planned-fix.ts";
import { type Proof, proveNothingLost } from "./proof.ts";
import { fixesThatHideTheDump } from "./stay-recognised.ts";

export interface CleanUpOptions {
  /** Plan only what was found in this article of the dump. */
  readonly article?: Article;
  /** The ids of the checks whose fixes are wanted; all when missing. */
  readonly checks?: readonly string[];
  /**
   * Findings whose best fix somebody has looked at and wants although it is not safe. The proof then names what goes
   * with them, and does not stand in their way.
   */
  readonly reviewed?: readonly ReportedFinding[];
  /** The line index of `dump.text` when the caller has one already. */
  readonly lines?: LineIndex;
}

/** A fix that was called safe and is left out: it may be offered by itself, for a person to look at. */
export interface HeldFix extends PlannedFix {
  /** Why, as a user may read it. */
  readonly reason: string;
}

/** The planned fixes of one check, to be ticked together. */
export interface CleanUpGroup {
  /** The check's id. */
  readonly check: string;
  /** What its operations do; `groupTitle` names the group by it. */
  readonly kinds: ReadonlySet<Operation["kind"]>;
  readonly count: number;
  /** In text order. */
  readonly fixes: readonly PlannedFix[];
}

export interface CleanUpPlan {
  /** Whether the plan changes nothing, because there is nothing to do or nothing that may be done unasked. */
  readonly isEmpty: boolean;
  /** In the order of the findings. */
  readonly groups: readonly CleanUpGroup[];
  readonly held: readonly HeldFix[];
  readonly composition: Composition;
  /** Holds whenever no reviewed fix is in the plan. */
  readonly proof: Proof;
}

/** Held fixes that are tried again one by one once the rest is proved. More than a few there are only in made-up files. */
const MOST_SECOND_TRIES = 32;

/** Beyond so many rounds all fixes in doubt are held at once: the plan stays right and only gets smaller. */
const MOST_ROUNDS = 32;

/**
 * Plans the clean-up of a dump or of one of its articles: takes the first safe fix of every finding, composes them and
 * proves that together they lose nothing. A fix without which the proof holds is left out and listed as `held`. Where two
 * fixes can only be proved without each other (each removes one of two copies, because of the other), the text that comes
 * first stays.
 *
 * @param findings Of this dump, as `checkDump` gives them.
 */
export function planCleanUp(
  dump: Dump,
  findings: readonly ReportedFinding[],
  options: CleanUpOptions = {},
): CleanUpPlan {
  const lines = options.lines ?? indexLines(dump.text);
  const reviewed = reviewedFixes(findings, options);
  const candidates = safeFixes(findings, options, new Set(reviewed.map(({ finding }) => finding)));
  const attempt = (fixes: readonly PlannedFix[]) => {
    const composition = composeOperations(
      lines,
      [...reviewed, ...fixes].flatMap(({ fix }) => fix.operations),
    );
    return { fixes, composition, proof: proveNothingLost(dump, composition) };
  };
  const held: HeldFix[] = [];
  let best = attempt(candidates);
  for (let round = 0; best.fixes.length > 0; round++) {
    const toHold = fixesToHold(dump, best, round < MOST_ROUNDS ? "few" : "all");
    if (toHold.size === 0) {
      break;
    }
    for (const [{ finding, fix }, reason] of toHold) {
      held.push({ finding, fix, reason });
    }
    best = attempt(best.fixes.filter((fix) => !toHold.has(fix)));
  }
  if (held.length <= MOST_SECOND_TRIES) {
    for (const again of [...held]) {
      const larger = attempt(inOrderOf(candidates, [...best.fixes, again]));
      if (fixesToHold(dump, larger, "all").size === 0) {
        held.splice(held.indexOf(again), 1);
        best = larger;
      }
    }
  }
  const hiding = fixesThatHideTheDump(
    dump.text,
    best,
    attempt,
    (other) => fixesToHold(dump, other, "all").size === 0,
  );
  if (hiding.length > 0) {
    for (const { finding, fix } of hiding) {
      held.push({ finding, fix, reason: "Without it this would not be recognised as an article any more." });
    }
    best = attempt(best.fixes.filter((fix) => !hiding.includes(fix)));
  }
  const fixes = [...reviewed, ...best.fixes];
  return {
    isEmpty: best.composition.edits.length === 0,
    groups: best.composition.edits.length === 0 ? [] : groupsOf(fixes),
    held,
    composition: best.composition,
    proof: best.proof,
  };
}

function safeFixes(
  findings: readonly ReportedFinding[],
  options: CleanUpOptions,
  reviewed: ReadonlySet<ReportedFinding>,
): PlannedFix[] {
  const planned: PlannedFix[] = [];
  for (const finding of findings) {
    const fix = finding.fixes?.find(({ safety }) => safety === "safe");
    if (fix !== undefined && isWanted(finding, options) && !reviewed.has(finding)) {
      planned.push({ finding, fix });
    }
  }
  return planned;
}

function reviewedFixes(findings: readonly ReportedFinding[], options: CleanUpOptions): PlannedFix[] {
  const wanted = new Set(options.reviewed);
  return findings.flatMap((finding) => {
    const fix = finding.fixes?.[0];
    return fix !== undefined && wanted.has(finding) && isWanted(finding, options) ? [{ finding, fix }] : [];
  });
}

/** An article is known by where it starts: findings may be of another reading of the same text. */
function isWanted(finding: ReportedFinding, { article, checks }: CleanUpOptions): boolean {
  const isHere = article === undefined || finding.article?.span.start === article.span.start;
  return isHere && (checks === undefined || checks.includes(finding.check));
}

function inOrderOf(order: readonly PlannedFix[], fixes: readonly PlannedFix[]): PlannedFix[] {
  const wanted = new Set(fixes.map(({ fix }) => fix));
  return order.filter(({ fix }) => wanted.has(fix));
}

function groupsOf(fixes: readonly PlannedFix[]): CleanUpGroup[] {
  const byCheck = new Map<string, PlannedFix[]>();
  for (const planned of fixes) {
    const group = byCheck.get(planned.finding.check);
    if (group === undefined) {
      byCheck.set(planned.finding.check, [planned]);
    } else {
      group.push(planned);
    }
  }
  return [...byCheck].map(([check, own]) => {
    const kinds = new Set<Operation["kind"]>(
      own.flatMap(({ fix }) => fix.operations.map(({ kind }) => kind)),
    );
    return { check, kinds, count: own.length, fixes: own };
  });
}
