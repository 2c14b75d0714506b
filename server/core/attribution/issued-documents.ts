import type { Candidate } from "./candidate.ts";
import { simplePhraseBefore } from "./noun-phrases.ts";
import type { Paragraph, Sentence } from "./paragraph.ts";
import { subjectBefore } from "./subjects.ts";
import type { Token } from "./tokens.ts";
import { startOfVerbGroup } from "./verb-group-start.ts";

/**
 * `The council issued a statement calling the test a breach`, `sent a letter that says …`: who issues a document says what it
 * says. The source becomes whoever issued it, and the cue begins with the issuing.
 */
export function issuedBy(
  paragraph: Paragraph,
  sentence: Sentence,
  candidate: Candidate,
  shape: "finite" | "participle",
): Candidate {
  const { tokens, language } = paragraph;
  const { source, cue } = candidate;
  if (source === undefined || cue === undefined || cue.first < source.end) {
    return candidate;
  }
  const isPointer =
    shape === "finite" &&
    source.end - source.first === 1 &&
    pointers.has((tokens[source.first] as Token).lower);
  if (shape === "finite" && !isPointer) {
    return candidate;
  }
  const end = isPointer ? source.first : cue.first;
  const document = simplePhraseBefore(paragraph, end, sentence.first);
  const head = document === undefined ? undefined : tokens[document.end - 1];
  const verb = document === undefined ? undefined : tokens[document.first - 1];
  if (
    document === undefined ||
    head === undefined ||
    verb === undefined ||
    document.first <= sentence.first ||
    !language.kinds.documents.has(head.lower) ||
    !language.lightVerbs.has(verb.lower)
  ) {
    return candidate;
  }
  const first = startOfVerbGroup(tokens, document.first - 1, sentence.first);
  const issuer = subjectBefore(
    paragraph,
    sentence,
    { first, end: document.first, head: document.first - 1, verbs: [], shape: "finite", isAdjective: false },
    undefined,
  );
  return issuer === undefined ? candidate : { ...candidate, source: issuer, cue: { first, end: cue.end } };
}

const pointers: ReadonlySet<string> = new Set(["that", "which"]);
