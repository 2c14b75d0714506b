import type { Quotation } from "./quotations.ts";
import type { Token } from "./tokens.ts";

/**
 * Takes the author's words out of Russian quotations: in «Порт закрыт, — сказал он. — Мы ждём» what stands between the
 * dashes is not quoted, and the quotation becomes two. A paragraph that opens with a dash is speech as well, to the dash before the author's
 * words. Linear.
 */
export function withoutInsertions(tokens: readonly Token[], quotations: readonly Quotation[]): Quotation[] {
  const opened = dashSpeech(tokens, quotations);
  const all = opened === undefined ? quotations : [opened, ...quotations];
  return all.flatMap((quotation) => splitQuotation(tokens, quotation));
}

function splitQuotation(tokens: readonly Token[], quotation: Quotation): Quotation[] {
  const parts: Quotation[] = [];
  let first = quotation.first;
  for (let at = quotation.first + 1; at < quotation.last; at++) {
    if (!opensInsertion(tokens, at)) {
      continue;
    }
    const closing = closingDash(tokens, at + 1, quotation.last);
    parts.push({ first, last: at - 1, isClosed: quotation.isClosed });
    if (closing < 0) {
      return parts;
    }
    first = closing + 1;
    at = closing;
  }
  if (first <= quotation.last) {
    parts.push({ first, last: quotation.last, isClosed: quotation.isClosed });
  }
  return parts;
}

/** A dash behind a comma or a stop, and a verb of saying among the next words. */
function opensInsertion(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const token = tokens[at];
  if (token?.tag !== "dash" || (before?.tag !== "comma" && before?.tag !== "stop")) {
    return false;
  }
  for (let next = at + 1; next <= at + 3; next++) {
    if (tokens[next]?.cue !== undefined) {
      return true;
    }
  }
  return false;
}

function closingDash(tokens: readonly Token[], start: number, limit: number): number {
  for (let at = start; at < limit; at++) {
    const before = tokens[at - 1];
    if (tokens[at]?.tag === "dash" && (before?.tag === "comma" || before?.tag === "stop")) {
      return at;
    }
  }
  return -1;
}

function dashSpeech(tokens: readonly Token[], quotations: readonly Quotation[]): Quotation | undefined {
  if (tokens[0]?.tag !== "dash" || quotations.length > 0 || tokens.length < 2) {
    return undefined;
  }
  for (let at = 2; at < tokens.length; at++) {
    if (opensInsertion(tokens, at)) {
      return { first: 1, last: tokens.length - 1, isClosed: false };
    }
  }
  return undefined;
}
