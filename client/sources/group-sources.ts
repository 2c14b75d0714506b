import type { Statement } from "./statement.ts";

/** One source with all that it says in a document. */
export interface SourceGroup {
  /** The name, else the words of the text; undefined for statements of which nobody is named. Text of a dump. */
  readonly name: string | undefined;
  /** As attribution calls kinds; null without a source. */
  readonly kind: string | null;
  /** Whether the text gives it a name. */
  readonly isNamed: boolean;
  /** Whether the site has it from other media, or it is one. */
  readonly isViaMedia: boolean;
  readonly statements: readonly Statement[];
}

export type SourceOrder = "count" | "name" | "kind";

/**
 * The sources of a document, each once: those of one name together, pronouns with whom they stand for. Those without a source
 * come last, whatever the order.
 */
export function groupSources(statements: readonly Statement[], order: SourceOrder): readonly SourceGroup[] {
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) {
    const key = keyOf(statement);
    const known = groups.get(key);
    known === undefined ? groups.set(key, [statement]) : known.push(statement);
  }
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  return [...groups.values()].map((members) => groupOf(members, byId)).sort(comparison(order));
}

/** How many sources there are, of each sort. Statements without a source and pronouns that stand for nobody known are none. */
export interface SourceCounts {
  readonly total: number;
  readonly named: number;
  readonly described: number;
  readonly unnamed: number;
  readonly viaMedia: number;
}

export function countSources(groups: readonly SourceGroup[]): SourceCounts {
  const sources = groups.filter(({ kind }) => kind !== null && kind !== "pronoun");
  const unnamed = sources.filter(({ kind }) => kind === "unnamed");
  const others = sources.filter(({ kind }) => kind !== "unnamed");
  const viaMedia = others.filter((group) => group.isViaMedia);
  const named = others.filter((group) => !group.isViaMedia && group.isNamed);
  return {
    total: sources.length,
    named: named.length,
    described: others.length - viaMedia.length - named.length,
    unnamed: unnamed.length,
    viaMedia: viaMedia.length,
  };
}

function keyOf({ name, sourceText, kind }: Statement): string {
  if (sourceText === null) {
    return "";
  }
  return name === null ? `${kind} ${sourceText.toLocaleLowerCase()}` : `named ${name}`;
}

function groupOf(members: readonly Statement[], byId: ReadonlyMap<number, Statement>): SourceGroup {
  const first = members.find(({ kind }) => kind !== "pronoun") ?? members[0];
  return {
    name: first?.name ?? first?.sourceText ?? undefined,
    kind: first?.kind ?? null,
    isNamed: first?.name !== null && first?.name !== undefined,
    isViaMedia: members.every((statement) => comesThroughMedia(statement, byId)),
    statements: members,
  };
}

function comesThroughMedia(statement: Statement, byId: ReadonlyMap<number, Statement>): boolean {
  let at: Statement | undefined = statement;
  // Statements never stand within each other in a circle; the count holds that even if they did.
  for (let steps = 0; at !== undefined && steps <= byId.size; steps++) {
    if (at.kind === "media") {
      return true;
    }
    at = at.within === null ? undefined : byId.get(at.within);
  }
  return false;
}

function comparison(order: SourceOrder): (first: SourceGroup, second: SourceGroup) => number {
  const byName = (first: SourceGroup, second: SourceGroup) =>
    (first.name ?? "").localeCompare(second.name ?? "");
  const byCount = (first: SourceGroup, second: SourceGroup) =>
    second.statements.length - first.statements.length;
  const byKind = (first: SourceGroup, second: SourceGroup) =>
    (first.kind ?? "").localeCompare(second.kind ?? "");
  return (first, second) =>
    Number(first.kind === null) - Number(second.kind === null) ||
    (order === "name"
      ? byName(first, second)
      : order === "kind"
        ? byKind(first, second) || byCount(first, second) || byName(first, second)
        : byCount(first, second) || byName(first, second));
}
