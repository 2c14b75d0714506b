import type { Random } from "./random.ts";
import { type LanguageId, readWordLists } from "./word-lists.ts";

/** How text of a language is written. */
export interface Writer {
  readonly id: LanguageId;
  readonly space: " " | "";
  readonly stop: string;
  readonly comma: string;
  readonly quotes: readonly [string, string];
  readonly words: readonly string[];
  readonly names: readonly string[];
  readonly places: readonly string[];
  readonly companies: readonly string[];
  readonly days: readonly string[];
  /** `#` a figure, `@` a name, `%` a company, `&` a place, `~` a day. */
  readonly forms: readonly string[];
  readonly attributions: readonly string[];
  readonly headings: readonly string[];
}

export function writerOf(id: LanguageId): Writer {
  const lists = readWordLists(id);
  const section = (name: string): readonly string[] => lists.get(name) ?? [];
  const words = [
    ...section("nouns"),
    ...section("verbs"),
    ...section("adjectives"),
    ...section("function words"),
    ...section("function words"),
  ];
  return {
    id,
    words,
    names: section("people"),
    places: section("places"),
    companies: section("organisations"),
    ...MANNERS[id],
  };
}

type Manner = Omit<Writer, "id" | "words" | "names" | "places" | "companies">;

const MANNERS: Readonly<Record<LanguageId, Manner>> = {
  en: {
    space: " ",
    stop: ".",
    comma: ",",
    quotes: ["“", "”"],
    days: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" "),
    forms: [
      "Shares of % rose #.# percent to # on ~, after the company said its orders had grown by # percent.",
      "@ was born in & in 19## and took over the office of % in 20##.",
      "The water at & stood at # centimetres on ~, # more than the day before, the river office said.",
      "% will close its branch in & on ~, a spokeswoman, @, told reporters.",
    ],
    attributions: [", the harbour agency reported on Monday.", ", % said on Tuesday.", ", according to @."],
    headings: ["Background", "What happens next", "What we know so far about it"],
  },
  ru: {
    space: " ",
    stop: ".",
    comma: ",",
    quotes: ["«", "»"],
    days: "понедельник вторник среду четверг пятницу субботу воскресенье".split(" "),
    forms: [
      "Акции % выросли на #,# процента до # в ~, после того как компания сообщила о росте заказов на # процентов.",
      "@ родился в городе & в 19## году и возглавил % в 20## году.",
      "Уровень воды у города & составил # сантиметров в ~, что на # больше, чем накануне, сообщили гидрологи.",
      "% закроет отделение в городе & в ~, сообщил журналистам @.",
    ],
    attributions: [", сообщило агентство в понедельник.", ", передаёт %.", ", заявил @ во вторник."],
    headings: ["Предыстория", "Что будет дальше", "Что известно к этому часу"],
  },
  ar: {
    space: " ",
    stop: ".",
    comma: "،",
    quotes: ["«", "»"],
    days: "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد".split(" "),
    forms: [
      "ارتفعت أسهم % بنسبة #.# في المئة إلى # يوم ~، بعد أن أعلنت الشركة نمو الطلبات بنسبة # في المئة.",
      "بلغ منسوب المياه عند & نحو # سنتيمترا يوم ~، بزيادة # عن اليوم السابق، حسب مكتب النهر.",
    ],
    attributions: ["، حسبما ذكرت الوكالة يوم الاثنين.", "، وفق %."],
    headings: ["خلفية", "ما الذي سيحدث لاحقا"],
  },
  ja: {
    space: "",
    stop: "。",
    comma: "、",
    quotes: ["「", "」"],
    days: "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日".split(" "),
    forms: [
      "%の株価は~、#.#パーセント上昇して#で取引を終えた。受注が#パーセント増えたと発表したためである。",
      "&の水位は~、#センチに達し、前日より#センチ高かったと河川事務所は発表した。",
    ],
    attributions: ["と通信社が月曜日に報じた。", "と@氏は述べた。"],
    headings: ["背景", "今後の見通し"],
  },
  zh: {
    space: "",
    stop: "。",
    comma: "，",
    quotes: ["“", "”"],
    days: "周一 周二 周三 周四 周五 周六 周日".split(" "),
    forms: [
      "%股价~上涨#.#%，收于#元，此前该公司表示订单增长了#%。",
      "&的水位~达到#厘米，比前一天高出#厘米，水文部门表示。",
    ],
    attributions: ["，通讯社周一报道。", "，据%报道。"],
    headings: ["背景", "接下来会发生什么"],
  },
};

/** A paragraph of about so many words; two characters of a script without spaces are about one. */
export function paragraph(writer: Writer, words: number, random: Random): string {
  const sentences: string[] = [];
  let left = words;
  while (left > 0) {
    const length = left < 24 ? left : random.between(9, 18);
    sentences.push(sentence(writer, length, random));
    left -= length;
  }
  return sentences.join(writer.space);
}

function sentence(writer: Writer, length: number, random: Random): string {
  const words: string[] = [];
  while (words.length < length) {
    const chance = random.next();
    const word =
      chance < 0.06
        ? random.pick(writer.names)
        : chance < 0.1
          ? random.pick(writer.places)
          : chance < 0.14
            ? String(random.between(2, 9_000))
            : random.pick(writer.words);
    words.push(...(writer.space === " " ? word.split(" ") : [word]));
  }
  const marked = words.map((word, index) =>
    index < words.length - 1 && random.chance(0.1) ? word + writer.comma : word,
  );
  if (random.chance(0.2) && words.length > 6) {
    const at = random.below(words.length - 4);
    marked[at] = writer.quotes[0] + (marked[at] as string);
    marked[at + 3] = (marked[at + 3] as string) + writer.quotes[1];
  }
  return capital(marked.join(writer.space)) + writer.stop;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A form with fresh values in its places. */
export function filled(writer: Writer, form: string, random: Random): string {
  return form
    .replaceAll("%", (mark, at: number, whole: string) =>
      /[\d#]/u.test(whole.charAt(at - 1)) ? mark : random.pick(writer.companies),
    )
    .replaceAll("@", () => random.pick(writer.names))
    .replaceAll("&", () => random.pick(writer.places))
    .replaceAll("~", () => random.pick(writer.days))
    .replaceAll("##", () => String(random.between(10, 99)))
    .replaceAll("#", () => String(random.between(2, 98)));
}
