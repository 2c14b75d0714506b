import type { BrokenPlace } from "../../links/broken-places.ts";
import type { Certainty, LinkTrouble, LinkTroubleKind, LookalikeLetter } from "../../links/link.ts";
import { sliceSpan } from "../../text/span.ts";
import type { Phrase, Words } from "../check.ts";
import { countedWords, words, wordsInList } from "./line-words.ts";
import { quoteText } from "./quote-text.ts";

/** What is broken, why that matters, what to do. */
export function linkMessage(place: BrokenPlace, text: string, certainty: Certainty): Words {
  const [first] = place.troubles as readonly [LinkTrouble];
  if (place.family === "glued") {
    const advice =
      certainty === "certain"
        ? "Put each on a line of its own."
        : "It looks as if they should be on lines of their own; look before separating them.";
    return [whatIsStuck(place, text), advice];
  }
  const what = first.letters === undefined ? WHAT[first.kind] : lookalikeWords(first.kind, first.letters);
  return [what, adviceFor(place)];
}

/** The fix's name, as a menu shows it. */
export function repairTitle(place: BrokenPlace, text: string): Words {
  const [first] = place.troubles as readonly [LinkTrouble];
  if (place.family === "glued" && first.joint !== undefined) {
    const isOne = place.troubles.length === 1 && place.links.every(({ mends }) => mends.length === 0);
    return isOne ? splitTitle(first, text) : "Put the link and what is stuck to it on lines of their own";
  }
  const [target] = place.links.flatMap((link) => link.target ?? []);
  return target === undefined
    ? "Take the marks around the link away"
    : words`Replace with ${quoteText(target)}`;
}

function splitTitle({ kind, joint }: LinkTrouble, text: string): Words {
  if (kind === "second-link" || joint === undefined) {
    return "Put the second link on a line of its own";
  }
  const stuck = quoteText(sliceSpan(text, joint.stuck));
  return kind === "text-behind"
    ? words`Put ${stuck} on a line of its own`
    : words`Put the link after ${stuck} on a line of its own`;
}

function whatIsStuck({ troubles }: BrokenPlace, text: string): Words {
  const stuck = troubles.filter(({ joint }) => joint !== undefined);
  const [first] = stuck;
  if (stuck.length !== 1 || first?.joint === undefined) {
    return "Other text is stuck to the links on this line, so they are broken.";
  }
  const excerpt = quoteText(sliceSpan(text, first.joint.stuck));
  switch (first.kind) {
    case "text-behind":
      return words`${excerpt} is stuck to the end of this link, so the link is broken.`;
    case "text-before":
      return words`${excerpt} is stuck to the start of this link.`;
    default:
      return "Two links run into each other here, so the first is broken.";
  }
}

function adviceFor({ links, troubles }: BrokenPlace): Words {
  if (troubles[0]?.kind === "cut-off" || troubles[0]?.kind === "cut-out") {
    return links[0]?.target == null
      ? "The rest is nowhere in this text; look it up at its source."
      : "The whole link stands elsewhere in this text; put it here.";
  }
  const target = links[0]?.target;
  if (target === null || target === undefined) {
    return "Nobody can tell from this text where it led; look it up at its source.";
  }
  return words`It seems to be ${quoteText(target)}; look before replacing it.`;
}

function lookalikeWords(kind: LinkTroubleKind, letters: readonly LookalikeLetter[]): Words {
  const shown = letters.slice(0, 4).map(({ letter, script, looksLike }) => {
    const code = `U+${(letter.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0")}`;
    if (script === "special form") {
      return words`a special form of “${looksLike ?? ""}” (${code})`;
    }
    return looksLike === undefined
      ? words`a ${named(script)} “${letter}” (${code})`
      : words`a ${named(script)} “${letter}” (${code}) that looks like “${looksLike}”`;
  });
  const more = letters.length > shown.length ? [words`${letters.length - shown.length} more`] : [];
  const list = wordsInList([...shown, ...more]);
  if (kind === "imitated-host") {
    return words`The host of this link imitates another one that this text names: it has ${list}.`;
  }
  return [
    countedWords(
      letters.length,
      "The host of this link is not what it seems: among its letters is {1}.",
      "The host of this link is not what it seems: among its letters are {1}.",
      list,
    ),
    "It leads elsewhere than it reads.",
  ];
}

/** A script's name, which has translations. */
function named(script: string): Phrase {
  return { english: script, values: [] };
}

/** Glued links and look-alikes get words of their own. */
const WHAT: Readonly<Record<LinkTroubleKind, string>> = {
  "text-before": "",
  "text-behind": "",
  "second-link": "",
  "line-break": "This link is broken over several lines, so only its start can be opened.",
  "space-in-scheme": "A space stands where this link starts, so it cannot be opened.",
  "space-in-host": "A space stands in the host of this link, so it cannot be opened.",
  "space-in-path": "A space stands inside this link, so only its start can be opened.",
  "no-scheme": "This link has no “https://” before it, so most programs do not take it for one.",
  "scheme-relative": "This link has lost the “https:” before its slashes: it only worked inside its page.",
  "wrong-scheme": "What stands before the colon of this link is no scheme, so it cannot be opened.",
  "doubled-scheme": "This link starts twice.",
  "wrong-separator": "Between scheme and host of this link stands something else than “://”.",
  backslash: "This link has backslashes where slashes belong.",
  "doubled-dot": "The host of this link has two dots in a row, which no host can have.",
  "leading-dot": "The host of this link starts with a dot, which no host can.",
  "comma-for-dot": "The host of this link has a comma where a dot belongs.",
  "missing-port": "A colon stands behind the host of this link, and no port behind it.",
  "wrong-port": "What stands behind the host of this link is no port: ports are numbers up to 65535.",
  "no-public-suffix": "No host ends like that of this link.",
  "impossible-host": "No host can be written like that of this link.",
  "hidden-character": "There are characters in this link that nobody sees, so it leads nowhere.",
  "cut-off": "The end of this link is cut off.",
  "cut-out": "The middle of this link is left out.",
  quotes: "Quotation marks stand around this link, and would be opened with it.",
  brackets: "Brackets stand around this link, and would be opened with it.",
  "stray-mark": "A quotation mark or bracket on one side of this link has no counterpart.",
  "character-reference": "This link is still written as HTML writes it: “&amp;” stands for “&”.",
  "bad-percent-escape": "A percent sign in this link is not followed by two hexadecimal digits.",
  "string-escape": "This link still has the escapes of a program’s text.",
  "escaped-whole": "This link is written as the value of a parameter, with its own signs escaped.",
  "defanged-scheme": "The start of this link was made unusable on purpose.",
  "defanged-dot": "The dots of this link were made unusable on purpose.",
  "mixed-scripts": "",
  "letter-forms": "",
  "imitated-host": "",
};
