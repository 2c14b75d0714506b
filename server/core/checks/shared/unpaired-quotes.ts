/** A quotation mark without its partner, and what the text of its block says about it. */
export interface UnpairedQuote {
  /** In the text that was read. */
  readonly at: number;
  /** `opening`: never closed. `closing`: never opened. */
  readonly side: "opening" | "closing";
}

/** What one block's double quotation marks come to. */
export interface QuoteBalance {
  readonly unpaired: readonly UnpairedQuote[];
  /** Whether its first mark opens at the start: a speech over several paragraphs is opened anew in each and closed in the last. */
  readonly opensAtStart: boolean;
}

const BALANCED: QuoteBalance = { unpaired: [], opensAtStart: false };

/**
 * Pairs the double quotation marks of a text: “…”, „…“, „…”, „…", “…", "…", «…», »…«, 「…」 and 『…』, within each other too.
 * Marks of inches and seconds behind a digit are none. Single marks are left alone: they are apostrophes too.
 */
export function balanceOfQuotes(text: string): QuoteBalance {
  if (!ANY_MARK.test(text)) {
    return BALANCED;
  }
  const open: { at: number; mark: string }[] = [];
  const unpaired: UnpairedQuote[] = [];
  for (const match of text.matchAll(MARKS)) {
    const [mark] = match;
    const at = match.index;
    if (isMeasure(text, at, mark, open.length) || isInWord(text, at)) {
      continue;
    }
    const partner = open.findLastIndex((one) => (closers.get(one.mark) ?? "").includes(mark));
    if (partner >= 0 && !opensAgain(text, at, mark)) {
      for (const { at: lost } of open.splice(partner).slice(1)) {
        unpaired.push({ at: lost, side: "opening" });
      }
    } else if (closers.has(mark) && looksOpening(text, at, mark)) {
      open.push({ at, mark });
      if (open.length > DEEPEST) {
        unpaired.push({ at: (open.shift() as (typeof open)[number]).at, side: "opening" });
      }
    } else {
      unpaired.push({ at, side: "closing" });
    }
  }
  for (const { at } of open) {
    unpaired.push({ at, side: "opening" });
  }
  if (unpaired.length % 2 === 0 && unpaired.every(({ at }) => text.charAt(at) === '"')) {
    // Straight marks look alike on both sides: only an odd one is known to be alone.
    unpaired.length = 0;
  }
  unpaired.sort((first, second) => first.at - second.at);
  const first = text.search(/\S/u);
  return { unpaired, opensAtStart: closers.has(text.charAt(first)) };
}

/** Nobody quotes within quotations so deep; it keeps the work linear in the text. */
const DEEPEST = 8;

const ANY_MARK = /["“”„‟«»「」『』＂]/;
const MARKS = /["“”„‟«»「」『』＂]/g;

/** For each mark that can open, the marks that can close it: typesetters and keyboards mix them. */
const closers: ReadonlyMap<string, string> = new Map([
  ["“", '”"“'],
  ["”", "”"],
  ["„", '“”"‟„'],
  ["‟", "”"],
  ['"', '"”“'],
  ["«", "»"],
  ["»", "«»"],
  ["「", "」"],
  ["『", "』"],
  ["＂", "＂"],
]);

/** `6'2"`, `a 12" disc`: inches or seconds, where nothing waits to be closed. */
function isMeasure(text: string, at: number, mark: string, waiting: number): boolean {
  return (
    mark === '"' && waiting === 0 && /\d/.test(text.charAt(at - 1)) && !/[\p{L}\d]/u.test(text.charAt(at + 1))
  );
}

/** Between two letters, or behind what stands for the first byte of a letter, it is what a wrong encoding made (`Ð»Ð°`). */
function isInWord(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  return FIRST_BYTES.test(before) || (ALPHABETIC.test(before) && ALPHABETIC.test(text.charAt(at + 1)));
}

const FIRST_BYTES = /[ÂÃÄÅÎÏÐÑâï]/;
const ALPHABETIC = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** A mark that closes and opens alike opens before a word and behind a space. */
function opensAgain(text: string, at: number, mark: string): boolean {
  return mark !== "”" && mark !== "」" && mark !== "』" && isGapBefore(text, at) && isWordBehind(text, at);
}

function looksOpening(text: string, at: number, mark: string): boolean {
  // Behind these the mark may stand close to a word, where a space was lost.
  if (mark === "„" || mark === "「" || mark === "『" || mark === "«") {
    return true;
  }
  if (mark === "“") {
    return isGapBefore(text, at) || isWordBehind(text, at);
  }
  return at === 0 || (isGapBefore(text, at) && !/^\s?$/u.test(text.charAt(at + 1)));
}

function isGapBefore(text: string, at: number): boolean {
  return at === 0 || /[\s([{\-–—―/‘'…:;,.!?>=]/u.test(text.charAt(at - 1));
}

function isWordBehind(text: string, at: number): boolean {
  return /[\p{L}\p{N}[(‘'…$€£#@]/u.test(text.charAt(at + 1));
}
