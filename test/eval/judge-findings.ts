import type { ReportedFinding } from "../../server/core/checks/check.ts";
import { composeOperations } from "../../server/core/cleanup/compose.ts";
import { indexLines } from "../../server/core/text/lines.ts";
import type { PlantedDump } from "./dump.ts";
import type { DecoyMark, Group, Mark, PartnerMark, PlantMark, ToleranceMark } from "./marked-text.ts";

/** What became of one planted trouble. */
export interface PlantOutcome {
  readonly plant: PlantMark;
  /** What was said about it; undefined when it was missed. */
  readonly answer: string | undefined;
  /** Whether it was found by a right check, as a right kind, in the right scope. */
  readonly isRight: boolean;
  /** For links whose repair can be known, and for texts whose mend is known: whether it is right. */
  readonly isMended: boolean | undefined;
}

/** A finding that answers to nothing that was planted. */
export interface FalseAlarm {
  readonly group: Group;
  readonly answer: string;
  readonly decoy: DecoyMark | undefined;
  readonly span: { readonly start: number; readonly end: number };
}

export interface Judgement {
  readonly outcomes: readonly PlantOutcome[];
  readonly falseAlarms: readonly FalseAlarm[];
  readonly decoys: readonly DecoyMark[];
}

/** The group a check belongs to, or undefined when the evaluation does not judge it. */
export function groupOf(check: string): Group | undefined {
  if (check.endsWith("-link")) {
    return "links";
  }
  return GROUPS[check];
}

const GROUPS: Readonly<Record<string, Group>> = {
  "duplicate-paragraph": "duplicates",
  "repeated-metadata": "duplicates",
  "repeated-article-body": "duplicates",
  boilerplate: "noise",
  mojibake: "noise",
  "hidden-character": "noise",
  "tracking-parameter": "noise",
  "mixed-line-endings": "noise",
};

/**
 * Sets the findings of a dump against what was planted in it. A plant is answered by one finding, of a right check
 * where there is one, else of another of its group; what is left over is a false alarm, unless the plant allows
 * several answers or nothing is known about the place.
 */
export function judgeFindings(dump: PlantedDump, findings: readonly ReportedFinding[]): Judgement {
  const marks = marksByKind(dump.marks);
  const answers = new Map<PlantMark, ReportedFinding[]>();
  const open = new Set(findings.filter(({ check }) => groupOf(check) !== undefined));
  const partners = new Map(marks.partners.map((partner) => [partner.of, partner]));
  const rounds: readonly ((plant: PlantMark, finding: ReportedFinding) => boolean)[] = [
    (plant, finding) => isRight(plant, finding) && touches(finding, plant),
    (plant, finding) => isRight(plant, finding) && touchesPartner(finding, partners.get(plant.id)),
    (plant, finding) => isRightCheck(plant, finding) && touches(finding, plant),
    (plant, finding) => isRightCheck(plant, finding) && touchesPartner(finding, partners.get(plant.id)),
    (plant, finding) => plant.kind !== "mixed line endings" && touches(finding, plant),
  ];
  for (const answersPlant of rounds) {
    for (const finding of open) {
      const plant = marks.plants.find(
        (candidate) =>
          !answers.has(candidate) &&
          groupOf(finding.check) === candidate.group &&
          answersPlant(candidate, finding),
      );
      if (plant !== undefined) {
        answers.set(plant, [finding]);
        open.delete(finding);
      }
    }
  }
  for (const finding of open) {
    const plant = marks.plants.find(
      (candidate) =>
        candidate.allowsSeveral && isRightCheck(candidate, finding) && touches(finding, candidate),
    );
    if (plant !== undefined) {
      answers.get(plant)?.push(finding);
    }
    if (plant !== undefined || isTolerated(finding, marks.tolerances)) {
      open.delete(finding);
    }
  }
  return {
    outcomes: marks.plants.map((plant) => outcomeOf(plant, answers.get(plant) ?? [], dump.text)),
    falseAlarms: [...open].map((finding) => ({
      group: groupOf(finding.check) as Group,
      answer: answerOf(finding),
      decoy: marks.decoys.find((mark) => mark.group === groupOf(finding.check) && touches(finding, mark)),
      span: finding.span,
    })),
    decoys: marks.decoys,
  };
}

/** What a finding says, in one word or two. */
export function answerOf({ check, data }: ReportedFinding): string {
  if (check !== "duplicate-paragraph") {
    return check;
  }
  const kind = typeof data?.["kind"] === "string" ? data["kind"] : check;
  return data?.["scope"] === "file" ? `${kind}, file` : kind;
}

function outcomeOf(plant: PlantMark, answers: readonly ReportedFinding[], text: string): PlantOutcome {
  const [first] = answers;
  return {
    plant,
    answer: first === undefined ? undefined : answerOf(first),
    isRight: first !== undefined && isRight(plant, first),
    isMended: isMended(plant, answers, text),
  };
}

function isMended(plant: PlantMark, answers: readonly ReportedFinding[], text: string): boolean | undefined {
  if (plant.mended !== undefined) {
    const operations = answers.flatMap(({ fixes }) => fixes?.[0]?.operations ?? []);
    return composeOperations(indexLines(text), operations).text.includes(plant.mended);
  }
  if (plant.repaired === undefined || plant.repaired.includes(null)) {
    return undefined;
  }
  const stated = answers[0]?.data?.["repaired"];
  return (
    Array.isArray(stated) &&
    stated.length === plant.repaired.length &&
    stated.every(
      (target, index) => typeof target === "string" && isSameTarget(target, plant.repaired?.[index] ?? ""),
    )
  );
}

function isSameTarget(first: string, second: string): boolean {
  return (
    first === second ||
    (URL.canParse(first) && URL.canParse(second) && new URL(first).href === new URL(second).href)
  );
}

function isRightCheck(plant: PlantMark, { check }: ReportedFinding): boolean {
  return plant.checks.includes(check);
}

function isRight(plant: PlantMark, finding: ReportedFinding): boolean {
  const kind = finding.data?.["kind"];
  const isKind =
    plant.dataKinds === undefined || (typeof kind === "string" && plant.dataKinds.includes(kind));
  const isScope = plant.scope === undefined || plant.scope === (finding.data?.["scope"] ?? "article");
  return isRightCheck(plant, finding) && isKind && isScope;
}

/** Whether they share most of the shorter of the two. */
function touches({ span }: ReportedFinding, mark: Mark): boolean {
  const shared = Math.min(span.end, mark.end) - Math.max(span.start, mark.start);
  return shared > 0 && shared * 2 >= Math.min(span.end - span.start, mark.end - mark.start);
}

function touchesPartner(finding: ReportedFinding, partner: PartnerMark | undefined): boolean {
  return partner !== undefined && touches(finding, partner);
}

function isTolerated(finding: ReportedFinding, tolerances: readonly ToleranceMark[]): boolean {
  return tolerances.some((mark) => mark.checks.includes(finding.check) && touches(finding, mark));
}

function marksByKind(marks: readonly Mark[]) {
  return {
    plants: marks.filter((mark) => mark.mark === "plant"),
    partners: marks.filter((mark) => mark.mark === "partner"),
    decoys: marks.filter((mark) => mark.mark === "decoy"),
    tolerances: marks.filter((mark) => mark.mark === "tolerance"),
  };
}
