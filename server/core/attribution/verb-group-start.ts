import type { Token } from "./tokens.ts";

/** Where the group of a verb begins at the earliest `floor`: auxiliaries, negation and adverbs right before it (`has long been`). */
export function startOfVerbGroup(tokens: readonly Token[], verb: number, floor: number): number {
  let first = verb;
  while (first > floor && isInGroup(tokens[first - 1] as Token)) {
    first--;
  }
  return first;
}

function isInGroup({ tag }: Token): boolean {
  return tag === "auxiliary" || tag === "negation" || tag === "adverb";
}
