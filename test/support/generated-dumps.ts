import fc from "fast-check";

/** What a generated article holds, for a test to look for; each list without repeats. */
export interface ArticleTruth {
  /** Values that stand on a line of their own, links among them. */
  readonly values: readonly string[];
  /** Sentences, headings and the dateline of the body, unwrapped, and what only the run-together line says. */
  readonly sentences: readonly string[];
}

export interface GeneratedDump {
  readonly text: string;
  readonly articles: readonly ArticleTruth[];
}

/**
 * Dumps of news pages as scrapers leave them, in made-up words of several scripts: one or more articles per file, a head
 * with more or fewer fields, repeats of single fields and of whole blocks, a link with text stuck to it, the article run
 * together on one line (whole, in part, or with other words in it), the dateline with text behind it, wrapped and
 * repeated paragraphs, dates of related stories between them; with every kind of line break, and with or without blank
 * lines between all blocks, a byte order mark and a final line break.
 */
export const generatedDump: fc.Arbitrary<GeneratedDump> = fc
  .record({
    articles: fc.array(articleArbitrary(), { minLength: 1, maxLength: 3 }),
    lineBreak: fc.constantFrom("\n", "\n", "\r\n", "\r"),
    hasBlankLines: fc.boolean(),
    hasMark: fc.boolean(),
    hasFinalBreak: fc.boolean(),
  })
  .map(({ articles, lineBreak, hasBlankLines, hasMark, hasFinalBreak }) => {
    const parted = hasBlankLines ? `${lineBreak}${lineBreak}` : lineBreak;
    const written = articles.map((plan, index) => writeArticle(plan, index));
    const lines = written.flatMap(({ blocks }) => blocks).map((block) => block.replaceAll("\n", lineBreak));
    return {
      text: `${hasMark ? "\uFEFF" : ""}${lines.join(parted)}${hasFinalBreak ? lineBreak : ""}`,
      articles: written.map(({ truth }) => truth),
    };
  });

type Script = "latin" | "cyrillic" | "japanese";

interface ParagraphPlan {
  readonly sentences: readonly (readonly number[])[];
  readonly isQuoted: boolean;
  /** Behind which words the line is broken. */
  readonly wraps: readonly number[];
  readonly isRepeatedLater: boolean;
  readonly heading: readonly number[] | undefined;
  readonly strayDateBehind: boolean;
}

interface ArticlePlan {
  readonly script: Script;
  readonly day: number;
  readonly headline: readonly number[];
  readonly description: readonly number[];
  readonly hasModified: boolean;
  readonly keywords: readonly number[];
  readonly related: readonly { readonly day: number; readonly words: readonly number[] }[];
  /** Which of the optional repeats stand in the head. */
  readonly repeats: readonly boolean[];
  readonly contactBlocks: number;
  readonly hasGluedLink: boolean;
  readonly runTogether: "none" | "whole" | "part" | "altered";
  readonly isDatelineGlued: boolean;
  readonly standfirst: readonly number[];
  readonly paragraphs: readonly ParagraphPlan[];
}

const WORDS: Readonly<Record<Script, readonly string[]>> = {
  latin:
    "harbour council deputy ferry captain budget letter minister clerk bridge tariff Marlow Vell Corvania crane dockers inspector “quay” pilot’s levy strike vote north-east shipment 40 2019".split(
      " ",
    ),
  cyrillic:
    "гавань совет депутат паром капитан бюджет письмо министр мост тариф Марлов Велл Корвания кран докеры инспектор «причал» сбор забастовка голос северо-восток груз 40 2019".split(
      " ",
    ),
  japanese:
    "港湾 議会 議員 渡船 船長 予算 書簡 大臣 橋梁 関税 検査 埠頭 投票 北東 貨物 市長 会議 発表 合意 記者".split(
      " ",
    ),
};

function words(minLength: number, maxLength: number): fc.Arbitrary<number[]> {
  return fc.array(fc.nat({ max: 999 }), { minLength, maxLength });
}

function articleArbitrary(): fc.Arbitrary<ArticlePlan> {
  return fc.record({
    script: fc.constantFrom<Script>("latin", "latin", "cyrillic", "japanese"),
    day: fc.integer({ min: 3, max: 27 }),
    headline: words(5, 10),
    description: words(6, 12),
    hasModified: fc.boolean(),
    keywords: fc.uniqueArray(fc.nat({ max: 15 }), { minLength: 2, maxLength: 7 }),
    related: fc.array(fc.record({ day: fc.integer({ min: 1, max: 28 }), words: words(4, 7) }), {
      maxLength: 3,
    }),
    repeats: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    contactBlocks: fc.integer({ min: 1, max: 3 }),
    hasGluedLink: fc.boolean(),
    runTogether: fc.constantFrom("none", "whole", "whole", "part", "altered"),
    isDatelineGlued: fc.boolean(),
    standfirst: words(8, 14),
    paragraphs: fc.array(paragraphArbitrary(), { minLength: 3, maxLength: 8 }),
  });
}

function paragraphArbitrary(): fc.Arbitrary<ParagraphPlan> {
  return fc.record({
    sentences: fc.array(words(6, 14), { minLength: 1, maxLength: 3 }),
    isQuoted: fc.boolean(),
    wraps: fc.oneof(fc.constant([]), fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 2 })),
    isRepeatedLater: fc.integer({ min: 0, max: 5 }).map((value) => value === 0),
    heading: fc.oneof(
      { weight: 4, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: words(3, 5) },
    ),
    strayDateBehind: fc.boolean(),
  });
}

/** The blocks of an article, one string each (several lines where it is wrapped), and what it holds. */
function writeArticle(plan: ArticlePlan, number: number): { blocks: string[]; truth: ArticleTruth } {
  const values = new Set<string>();
  const sentences = new Set<string>();
  const value = (text: string): string => {
    values.add(text);
    return text;
  };
  const site = `https://wire${number}.example`;
  const day = String(plan.day).padStart(2, "0");
  const address = value(`${site}/202106${day}/${slugOf(plan, plan.headline)}-100${number}.html`);
  const headline = value(headlineOf(plan));
  const published = value(`2021-06-${day}T08:05+0000`);
  const publisher = value(`Morrow Wire ${number}`);
  const contact = [
    value(`desk@wire${number}.example`),
    value(`+1555014${2000 + number}`),
    value("MW „Morrow Wire“"),
  ];
  const author = value("Ilse Brandt");
  const image = (name: string): string =>
    `https://img.wire${number}.example/img/07e5/${name}_0:0:1200:800_600x0_80_0_0.jpg`;
  const keywordLines = plan.keywords.map((index) => value(keywordOf(plan.script, index)));
  const allKeywords = value(`${keywordLines.join(", ")}, wire`);
  const [again, timesAgain, contactAgain, authorAgain, keywordAgain, keywordsAgain] = plan.repeats;
  const links = plan.related.map((story, index) => ({
    ...story,
    url: value(
      `${site}/202105${String(story.day).padStart(2, "0")}/${slugOf(plan, story.words)}-10${number}${index}.html`,
    ),
    date: `${story.day} May 2021, 09:1${index} GMT`,
  }));
  const body = writeBody(
    plan,
    links.map(({ date }) => date),
    sentences,
  );
  const blocks = [
    address,
    ...repeated(headline, again),
    publisher,
    value(sentenceOf(plan.script, plan.description, 0).slice(0, -1)),
    ...repeated(published, timesAgain),
    ...(plan.hasModified ? [value("2021-07-02T10:40+0000")] : []),
    ...keywordLines,
    value(image("a1")),
    ...runTogether(plan, body.paragraphs, sentences),
    ...links.map(({ url }) => url),
    ...(keywordAgain ? keywordLines.slice(0, 1) : []),
    ...(contactAgain ? [publisher] : []),
    ...contact,
    value("2021"),
    author,
    value(image("b2")),
    ...(authorAgain ? [author, image("b2")] : []),
    value("News"),
    value("en_EN"),
    ...Array.from({ length: plan.contactBlocks - 1 }, () => [publisher, ...contact]).flat(),
    ...(plan.hasGluedLink ? [`${value(image("c3"))}${publisher}`, ...contact] : []),
    ...repeated(allKeywords, keywordsAgain),
    headline,
    ...body.blocks,
  ];
  for (const date of body.strayDates) {
    values.add(date);
  }
  return { blocks, truth: { values: [...values], sentences: [...sentences] } };
}

function writeBody(plan: ArticlePlan, dates: readonly string[], sentences: Set<string>) {
  const dateline = `08:05 GMT ${String(plan.day).padStart(2, "0")}.06.2021`;
  const standfirst = sentenceOf(plan.script, plan.standfirst, 1);
  sentences.add(dateline).add(standfirst);
  const blocks = plan.isDatelineGlued ? [`${dateline} ${standfirst}`] : [dateline, standfirst];
  const paragraphs: string[] = [];
  const strayDates: string[] = [];
  const later: string[] = [];
  for (const [index, paragraph] of plan.paragraphs.entries()) {
    // In a script without spaces nothing tells a heading run together with its paragraph from one wrapped paragraph.
    if (paragraph.heading !== undefined && plan.script !== "japanese") {
      const heading = headingOf(plan.script, paragraph.heading);
      sentences.add(heading);
      blocks.push(heading);
      paragraphs.push(heading);
    }
    const own = paragraph.sentences.map((numbers, place) => {
      const sentence = sentenceOf(plan.script, numbers, 8 * index + place + 2);
      return paragraph.isQuoted && place === 0 ? quoted(plan.script, sentence) : sentence;
    });
    for (const sentence of own) {
      sentences.add(sentence);
    }
    const whole = own.join(plan.script === "japanese" ? "" : " ");
    paragraphs.push(whole);
    blocks.push(wrapped(plan.script, whole, paragraph.wraps));
    if (paragraph.isRepeatedLater) {
      later.push(whole);
    }
    const date = dates[strayDates.length];
    if (paragraph.strayDateBehind && date !== undefined) {
      blocks.push(date);
      strayDates.push(date);
    }
  }
  return { blocks: [...blocks, ...later], paragraphs, strayDates };
}

function runTogether(plan: ArticlePlan, paragraphs: readonly string[], sentences: Set<string>): string[] {
  switch (plan.runTogether) {
    case "none":
      return [];
    case "whole":
      return [paragraphs.join("")];
    case "part":
      return [paragraphs.filter((_, index) => index % 3 !== 1).join("")];
    case "altered": {
      const own = sentenceOf(plan.script, [...plan.standfirst].reverse(), 7);
      sentences.add(own);
      return [[...paragraphs.slice(0, 1), own, ...paragraphs.slice(1)].join("")];
    }
  }
}

function repeated(line: string, isRepeated: boolean | undefined): string[] {
  return isRepeated === true ? [line, line] : [line];
}

function wordOf(script: Script, number: number): string {
  const list = WORDS[script];
  return list[number % list.length] as string;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The salt keeps sentences of the same few words apart: no two are the same by chance. */
function sentenceOf(script: Script, numbers: readonly number[], salt: number): string {
  const own = numbers.map((number, index) => wordOf(script, number + index * salt));
  if (script === "japanese") {
    return `${own.join("の")}を述べた。`;
  }
  const start = script === "latin" ? "The" : "Как";
  return `${start} ${own.join(" ")} ${numbers.join("") || 0}.`;
}

function quoted(script: Script, sentence: string): string {
  return script === "japanese"
    ? `「${sentence.slice(0, -1)}」と述べた。`
    : `“${sentence.slice(0, -1)}”, said ${speakerOf(sentence)}.`;
}

/** With a number, so that no two quotations end alike: the run-together line would prove the wrong join. */
function speakerOf(sentence: string): string {
  const digits = sentence.replaceAll(/\D/gu, "").slice(-5);
  return `${sentence.length % 2 === 0 ? "Ferrant" : "Dravic"} in letter ${digits}`;
}

function headingOf(script: Script, numbers: readonly number[]): string {
  const own = numbers.map((number) => wordOf(script, number).replace(/[“”«»]/gu, ""));
  return script === "japanese" ? own.join("") : own.map(capital).join(" ");
}

function headlineOf(plan: ArticlePlan): string {
  const own = plan.headline.map((number) => wordOf(plan.script, number));
  return plan.script === "japanese" ? own.join("") : own.map(capital).join(" ");
}

function keywordOf(script: Script, index: number): string {
  return wordOf(script, index)
    .replace(/[“”«»]/gu, "")
    .toLowerCase();
}

/** In Latin script the address says the headline again; other scripts are written out in words that stand nowhere else. */
function slugOf(plan: ArticlePlan, numbers: readonly number[]): string {
  const own = numbers.map((number) =>
    plan.script === "latin" ? wordOf("latin", number) : (SLUG_WORDS[number % SLUG_WORDS.length] as string),
  );
  return own.map((word) => word.replaceAll(/[^A-Za-z0-9]/gu, "").toLowerCase()).join("-");
}

const SLUG_WORDS = "gavan sovet parom kapitan biudzhet pismo most tarif kran zabastovka golos gruz".split(
  " ",
);

/** Broken behind a word, as where the page had a link; never behind the end of a sentence. */
function wrapped(script: Script, paragraph: string, places: readonly number[]): string {
  if (script === "japanese" || places.length === 0) {
    return paragraph;
  }
  const parts = paragraph.split(" ");
  const breaks = new Set(places.filter((place) => place < parts.length - 1));
  return parts
    .map((part, index) => {
      const isBroken =
        breaks.has(index) && /^\p{Ll}+$/u.test(part) && /^\p{Ll}/u.test(parts[index + 1] ?? "");
      return index === parts.length - 1 ? part : `${part}${isBroken ? "\n" : " "}`;
    })
    .join("");
}
