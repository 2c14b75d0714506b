import type { PlantedDump, Size } from "./dump.ts";
import type { Judgement } from "./judge-findings.ts";
import type { Script } from "./language/language.ts";
import type { Group } from "./marked-text.ts";

/** Counts over many dumps. */
export interface Tally {
  dumps: number;
  readonly kinds: Map<string, KindCount>;
  /** Per group, script and size. */
  readonly cells: Map<string, CellCount>;
  /** Per group: what was planted, by what was answered. */
  readonly confusion: Readonly<Record<Group, Map<string, Map<string, number>>>>;
  readonly decoys: Map<string, DecoyCount>;
}

export interface KindCount {
  readonly group: Group;
  readonly kind: string;
  planted: number;
  right: number;
  mendable: number;
  mended: number;
}

export interface CellCount {
  readonly group: Group;
  readonly script: Script;
  readonly size: Size;
  planted: number;
  right: number;
  /** Findings that count: answers to plants, right or wrong, and false alarms. */
  findings: number;
}

export interface DecoyCount {
  readonly group: Group;
  readonly kind: string;
  planted: number;
  marked: number;
}

/** What a confusion table calls a plant that nothing answered, and an answer to nothing. */
export const MISSED = "missed";
export const NOTHING = "nothing planted";

export function newTally(): Tally {
  return {
    dumps: 0,
    kinds: new Map(),
    cells: new Map(),
    confusion: { duplicates: new Map(), links: new Map(), noise: new Map() },
    decoys: new Map(),
  };
}

/** What a plant is to be called in a confusion table: as a right finding would call it. */
export function rightAnswer(plant: Judgement["outcomes"][number]["plant"]): string {
  const [check = ""] = plant.checks;
  const kind = plant.dataKinds?.[0] ?? check;
  return plant.scope === "file" ? `${kind}, file` : kind;
}

export function addToTally(tally: Tally, { plan }: PlantedDump, judgement: Judgement): void {
  tally.dumps++;
  for (const { plant, answer, isRight, isMended } of judgement.outcomes) {
    const { group, kind } = plant;
    const count = entry(tally.kinds, `${group} ${kind}`, () => ({
      group,
      kind,
      planted: 0,
      right: 0,
      mendable: 0,
      mended: 0,
    }));
    count.planted++;
    count.right += Number(isRight);
    count.mendable += Number(isMended !== undefined);
    count.mended += Number(isMended === true);
    const cell = cellOf(tally, group, plan.script, plan.size);
    cell.planted++;
    cell.right += Number(isRight);
    cell.findings += Number(answer !== undefined);
    // A plant that may be called either way is counted as what it was called.
    const called = isRight && answer !== undefined ? answer : rightAnswer(plant);
    addTo(tally.confusion[group], called, answer ?? MISSED);
  }
  for (const { group, answer } of judgement.falseAlarms) {
    cellOf(tally, group, plan.script, plan.size).findings++;
    addTo(tally.confusion[group], NOTHING, answer);
  }
  const marked = new Set(judgement.falseAlarms.map(({ decoy }) => decoy));
  for (const decoy of judgement.decoys) {
    const { group, kind } = decoy;
    const count = entry(tally.decoys, `${group} ${kind}`, () => ({ group, kind, planted: 0, marked: 0 }));
    count.planted++;
    count.marked += Number(marked.has(decoy));
  }
}

export interface Figures {
  readonly planted: number;
  readonly found: number;
  readonly precision: number;
  readonly recall: number;
}

/** Precision and recall of one answer of a group. */
export function figuresOfAnswer(tally: Tally, group: Group, answer: string): Figures {
  const table = tally.confusion[group];
  const row = table.get(answer) ?? new Map<string, number>();
  const planted = sum(row.values());
  const right = row.get(answer) ?? 0;
  const found = sum([...table.values()].map((counts) => counts.get(answer) ?? 0));
  return { planted, found, precision: ratio(right, found), recall: ratio(right, planted) };
}

/** Precision and recall of a whole group: any answer that is right. */
export function figuresOfCells(cells: Iterable<CellCount>): Figures {
  const all = [...cells];
  const planted = sum(all.map((cell) => cell.planted));
  const right = sum(all.map((cell) => cell.right));
  const found = sum(all.map((cell) => cell.findings));
  return { planted, found, precision: ratio(right, found), recall: ratio(right, planted) };
}

/** 1 where there was nothing to get wrong. */
export function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

export function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) {
    total += number;
  }
  return total;
}

function cellOf(tally: Tally, group: Group, script: Script, size: Size): CellCount {
  return entry(tally.cells, `${group} ${script} ${size}`, () => ({
    group,
    script,
    size,
    planted: 0,
    right: 0,
    findings: 0,
  }));
}

function addTo(table: Map<string, Map<string, number>>, row: string, column: string): void {
  const counts = entry(table, row, () => new Map<string, number>());
  counts.set(column, (counts.get(column) ?? 0) + 1);
}

function entry<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
