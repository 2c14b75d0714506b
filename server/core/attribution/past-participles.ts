/** `people involved in the talks`, `troops sent to the island`: what can describe the noun before it. */
export function isPastParticiple(lower: string): boolean {
  return lower.endsWith("ed") || irregularParticiples.has(lower);
}

const irregularParticiples: ReadonlySet<string> = new Set(
  `born bought brought built caught chosen dealt done drawn driven fed forced found fought given held hit hurt kept known laid led left lost made meant met paid put
  seen sent set shot shown sold spent stolen taken taught thrown torn written`.split(/\s+/),
);
