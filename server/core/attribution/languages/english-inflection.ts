/** The forms of an English verb. Irregular ones give past and participle. */
export interface EnglishForms {
  readonly base: string;
  readonly third: string;
  readonly past: string;
  readonly participle: string;
  readonly ing: string;
}

/** @param verb `write/wrote/written`, or `claim` for a regular verb, whose last consonant is doubled where English does. */
export function inflectEnglish(verb: string): EnglishForms {
  const [base = "", past, participle] = verb.split("/");
  const regular = regularPast(base);
  return {
    base,
    third: thirdPerson(base),
    past: past ?? regular,
    participle: participle ?? past ?? regular,
    ing: presentParticiple(base),
  };
}

function thirdPerson(base: string): string {
  if (base === "have") {
    return "has";
  }
  if (endsWithConsonantAndY(base)) {
    return `${base.slice(0, -1)}ies`;
  }
  return /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
}

function regularPast(base: string): string {
  if (base.endsWith("e")) {
    return `${base}d`;
  }
  if (endsWithConsonantAndY(base)) {
    return `${base.slice(0, -1)}ied`;
  }
  return `${doubled(base)}ed`;
}

function presentParticiple(base: string): string {
  if (base.endsWith("ie")) {
    return `${base.slice(0, -2)}ying`;
  }
  return base.endsWith("e") && !base.endsWith("ee") ? `${base.slice(0, -1)}ing` : `${doubled(base)}ing`;
}

function endsWithConsonantAndY(base: string): boolean {
  return base.endsWith("y") && !isVowel(base.charAt(base.length - 2));
}

/** `slam` slammed, `admit` admitted, but `order` ordered: stress cannot be seen, so verbs of two syllables are listed. */
function doubled(base: string): string {
  const last = base.charAt(base.length - 1);
  const isShort =
    !isVowel(last) &&
    !"wxy".includes(last) &&
    isVowel(base.charAt(base.length - 2)) &&
    !isVowel(base.charAt(base.length - 3));
  const isDoubling = isShort && (countVowels(base) === 1 || stressedAtTheEnd.has(base));
  return isDoubling ? base + last : base;
}

function isVowel(letter: string): boolean {
  return letter !== "" && "aeiou".includes(letter);
}

function countVowels(word: string): number {
  let count = 0;
  for (const letter of word) {
    count += isVowel(letter) ? 1 : 0;
  }
  return count;
}

const stressedAtTheEnd: ReadonlySet<string> = new Set(
  "admit permit commit submit refer infer prefer concur rebut recall regret begin forget occur compel expel propel"
    .split(" ")
    .filter((verb) => verb !== "recall"),
);
