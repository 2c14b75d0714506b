import { type Span, spanLength } from "../text/span.ts";

/** What nesting needs to know of a statement. */
export interface Nestable {
  readonly source: Span | undefined;
  readonly cue: Span | undefined;
  readonly content: readonly Span[];
  /** Set where the construction says it: the cited source stands within who cites it. */
  readonly citedBy: number | undefined;
}

/**
 * For each statement the index of the smallest one whose content holds its cue (or its source), if any. A statement never
 * stands within one that says less than itself, so there are no circles. A sweep over the contents, which rarely nest
 * deeper than a few levels: near linear.
 */
export function nestStatements(statements: readonly Nestable[]): (number | undefined)[] {
  const sizes = statements.map(({ content }) => content.reduce((sum, span) => sum + spanLength(span), 0));
  const parts = statements
    .flatMap(({ content }, owner) => content.map((span) => ({ span, owner })))
    .sort((first, second) => first.span.start - second.span.start);
  const anchors = statements
    .map(({ cue, source }, index) => ({ anchor: cue ?? source, index }))
    .filter((entry): entry is { anchor: Span; index: number } => entry.anchor !== undefined)
    .sort((first, second) => first.anchor.start - second.anchor.start);
  const within: (number | undefined)[] = statements.map(({ citedBy }) => citedBy);
  let active: { span: Span; owner: number }[] = [];
  let next = 0;
  for (const { anchor, index } of anchors) {
    while (next < parts.length && (parts[next] as { span: Span }).span.start <= anchor.start) {
      active.push(parts[next] as { span: Span; owner: number });
      next++;
    }
    active = active.filter(({ span }) => span.end > anchor.start);
    if (within[index] !== undefined) {
      continue;
    }
    let best: number | undefined;
    for (const { span, owner } of active) {
      const holds = owner !== index && span.start <= anchor.start && anchor.end <= span.end;
      const isLarger = (sizes[owner] as number) > (sizes[index] as number);
      if (holds && isLarger && (best === undefined || isCloser(owner, best))) {
        best = owner;
      }
    }
    within[index] = best;
  }
  return within;

  /** The smaller one; of two that pass on the same words the cited one, who said them. */
  function isCloser(first: number, second: number): boolean {
    const difference = (sizes[first] as number) - (sizes[second] as number);
    return difference < 0 || (difference === 0 && (statements[first] as Nestable).citedBy === second);
  }
}
