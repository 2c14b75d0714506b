import type { Article, Block } from "../article/model.ts";
import { scanLinks } from "../links/scan.ts";
import { containsSpan, mergeSpans, type Span } from "../text/span.ts";
import type { Check, Finding, PhrasePart, UnplacedFix } from "./check.ts";
import { type CharacterReference, findCharacterReferences } from "./shared/character-references.ts";
import { words } from "./shared/line-words.ts";
import { quoteText } from "./shared/quote-text.ts";
import { isCopiedElsewhere } from "./shared/run-together-line.ts";
import { findTemplateResidue } from "./shared/template-residue-spans.ts";

/** A character that is still written as HTML writes it: the page's code was cut out, and nobody read it. */
export const htmlEntity: Check<"block"> = {
  id: "html-entity",
  summary: "Characters still written as HTML writes them",
  severity: "information",
  bestFix: "review",
  reach: "block",
  defaults: {},
  reachOf: () => "block",
  run(block, { text, article }) {
    if (block.role === "blank" || isCopiedElsewhere(block, article)) {
      return [];
    }
    const references = findCharacterReferences(text, block.content);
    return references.length === 0 ? [] : findingsFor(references, { text, block, article });
  },
};

function* findingsFor(
  references: readonly CharacterReference[],
  { text, block, article }: { readonly text: string; readonly block: Block; readonly article: Article },
): Iterable<Finding> {
  const others = spansOfOthers(text, block.content);
  let other = 0;
  for (const reference of references) {
    while ((others[other]?.end ?? Number.POSITIVE_INFINITY) < reference.span.end) {
      other++;
    }
    const nearest = others[other];
    if (nearest === undefined || !containsSpan(nearest, reference.span)) {
      yield findingFor(reference, text, fixesFor(reference, block, article));
    }
  }
}

/** Inside a link `&amp;` is the link's trouble, inside a template tag `&#123;` is the tag's. Sorted and disjoint. */
function spansOfOthers(text: string, span: Span): readonly Span[] {
  return mergeSpans([
    ...scanLinks(text, span).map((link) => link.span),
    ...findTemplateResidue(text, span).map((residue) => residue.span),
  ]);
}

function findingFor(
  { span, character }: CharacterReference,
  text: string,
  fixes: readonly UnplacedFix[],
): Finding {
  return {
    span,
    message: words`${quoteText(text.slice(span.start, span.end))} is how HTML writes ${nameOf(character)}. Put the character itself in its place.`,
    data: { character },
    fixes,
  };
}

/** Characters that would end or change a value of front matter are left to the user. */
const YAML_SYNTAX = "\"'\\&:#{}[],*!|>%@`";

function fixesFor(
  { span, character }: CharacterReference,
  block: Block,
  article: Article,
): readonly UnplacedFix[] {
  if (article.format === "yaml-front-matter" && block.zone !== "body" && YAML_SYNTAX.includes(character)) {
    return [];
  }
  return [
    {
      title: words`Replace with ${nameOf(character)}`,
      safety: "review",
      operations: [{ kind: "replace", span, newText: character }],
    },
  ];
}

/** A character that cannot be seen is named. */
function nameOf(character: string): PhrasePart {
  const code = character.codePointAt(0) ?? 0;
  switch (code) {
    case 0x20:
      return words`a space`;
    case 0xa0:
      return words`a space that does not break`;
    case 0xad:
      return words`a hyphen that shows only at the end of a line`;
    case 0x2002:
    case 0x2003:
    case 0x2009:
      return words`a wide or narrow space`;
    default:
      return code >= 0x200b && code <= 0x200f
        ? words`the invisible character U+${code.toString(16).toUpperCase()}`
        : `“${character}”`;
  }
}
