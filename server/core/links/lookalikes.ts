import { lazily } from "../text/lazily.ts";
import type { LinkTroubleKind, LookalikeLetter } from "./link.ts";

/** What a host's letters have in them that a reader cannot see. */
export interface Lookalike {
  readonly kind: LinkTroubleKind;
  /** Each different letter once, in text order. */
  readonly letters: readonly LookalikeLetter[];
  /** The host in the letters that it seems to have; undefined where a letter looks like none of them. */
  readonly meant: string | undefined;
}

/**
 * Letters that look like others, from the confusables of Unicode Technical Standard 39: those of its list that stand for one
 * small or capital Latin letter and are on somebody's keyboard.
 */
const LOOKS_LATIN = lazily(
  (): ReadonlyMap<string, string> =>
    new Map(
      (
        "аa вb еe гr кk мm нh оo рp сc тt уy хx іi јj ѕs һh ԁd ԛq ԝw ӏl ьb пn иu зz ѵv ґr ёe ԍg ҽe ᴦr АA ВB ЕE КK МM НH ОO РP СC ТT " +
        "УY ХX ІI ЈJ ЅS ԚQ ԜW ӀI αa βb γy εe ηn ιi κk νv οo ρp τt υu χx ωw σo ϲc ϳj ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ϹC " +
        "օo ոn սu հh ցg զq Օo Տs ѡw ıi ɑa ɡg ɩi ʏy ꞓc ᴏo ᴠv ᴡw ᴢz ſf ǀl ⲟo ⲣp ⲥc ⅼl Ꭺa Ꭰd Ꭼe Ꮇm Ꮋh Ꮲp Ꮪs Ꭲt Ꮩv Ꮃw"
      )
        .split(" ")
        .map((pair) => [[...pair][0] as string, [...pair][1] as string]),
    ),
);

const LOOKS_CYRILLIC = lazily(
  (): ReadonlyMap<string, string> =>
    new Map(
      [...LOOKS_LATIN()].flatMap(([letter, latin]) =>
        /^\p{Script=Cyrillic}$/u.test(letter) ? [[latin, letter] as const] : [],
      ),
    ),
);

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ["Latin", /^\p{Script=Latin}$/u],
  ["Cyrillic", /^\p{Script=Cyrillic}$/u],
  ["Greek", /^\p{Script=Greek}$/u],
  ["Han", /^\p{Script=Han}$/u],
  ["Kana", /^[\p{Script=Hiragana}\p{Script=Katakana}]$/u],
  ["Hangul", /^\p{Script=Hangul}$/u],
  ["Arabic", /^\p{Script=Arabic}$/u],
  ["Hebrew", /^\p{Script=Hebrew}$/u],
  ["Armenian", /^\p{Script=Armenian}$/u],
  ["Georgian", /^\p{Script=Georgian}$/u],
  ["Cherokee", /^\p{Script=Cherokee}$/u],
  ["Coptic", /^\p{Script=Coptic}$/u],
  ["Devanagari", /^\p{Script=Devanagari}$/u],
  ["Thai", /^\p{Script=Thai}$/u],
];

/** Scripts that people write together with Latin in one label (UTS 39, section 5.2, "highly restrictive"). */
const WITH_LATIN: ReadonlySet<string> = new Set(["Han", "Kana", "Hangul"]);

/**
 * Looks for letters that make a host seem another: letters of two scripts in one label, forms of plain letters that are
 * their own characters, and a label of one script that reads like a host that the dump names.
 *
 * @param host As written, with the mends of its dots done.
 */
export function findLookalike(host: string, isKnownHost: (host: string) => boolean): Lookalike | undefined {
  if (IS_ASCII.test(host)) {
    return undefined;
  }
  const forms = [...host].filter((letter) => isForm(letter));
  if (forms.length > 0) {
    const letters = distinct(forms).map((letter) => ({
      letter,
      script: "special form",
      looksLike: letter.normalize("NFKC"),
    }));
    return { kind: "letter-forms", letters, meant: host.normalize("NFKC") };
  }
  const labels = host.split(".");
  const mixed = labels.filter(isMixed);
  if (mixed.length > 0) {
    return mixedScripts(labels, isKnownHost);
  }
  const skeleton = inLatin(host);
  if (skeleton !== undefined && skeleton !== host && isKnownHost(skeleton.toLowerCase())) {
    const letters = distinct([...host].filter((letter) => LOOKS_LATIN().has(letter)));
    return { kind: "imitated-host", letters: letters.map(latinLetter), meant: skeleton };
  }
  return undefined;
}

/** The other script of a label that has Latin letters and others, or two others; undefined for an honest label. */
function isMixed(label: string): boolean {
  const scripts = new Set([...label].map(scriptOf).filter((script) => script !== undefined));
  const others = [...scripts].filter((script) => script !== "Latin" && !WITH_LATIN.has(script));
  return others.length > 1 || (others.length === 1 && scripts.size > 1);
}

function mixedScripts(labels: readonly string[], isKnownHost: (host: string) => boolean): Lookalike {
  const host = labels.join(".");
  const latin = inLatin(host)?.toLowerCase();
  // Under `.рф` it is the Latin letter that is the stranger.
  const isCyrillic =
    /^\p{Script=Cyrillic}+$/u.test(labels.at(-1) ?? "") && !(latin !== undefined && isKnownHost(latin));
  const isStranger = (letter: string): boolean => {
    const script = scriptOf(letter);
    return script !== undefined && script !== (isCyrillic ? "Cyrillic" : "Latin");
  };
  const strangers = distinct(labels.filter(isMixed).flatMap((label) => [...label].filter(isStranger)));
  const letters = strangers.map((letter) => (isCyrillic ? cyrillicLetter(letter) : latinLetter(letter)));
  const meant = labels.map((label) => (isMixed(label) ? mapped(label, isCyrillic) : label));
  return {
    kind: "mixed-scripts",
    letters,
    meant: meant.every((label) => label !== undefined) ? meant.join(".") : undefined,
  };
}

function mapped(label: string, isCyrillic: boolean): string | undefined {
  const letters = [...label].map((letter) => {
    const script = scriptOf(letter);
    if (script === undefined || script === (isCyrillic ? "Cyrillic" : "Latin")) {
      return letter;
    }
    return (isCyrillic ? LOOKS_CYRILLIC() : LOOKS_LATIN()).get(letter);
  });
  return letters.every((letter) => letter !== undefined) ? letters.join("") : undefined;
}

function inLatin(host: string): string | undefined {
  const letters = [...host].map(
    (letter) => LOOKS_LATIN().get(letter) ?? (letter < "\x80" ? letter : undefined),
  );
  return letters.every((letter) => letter !== undefined) ? letters.join("") : undefined;
}

function latinLetter(letter: string): LookalikeLetter {
  const looksLike = LOOKS_LATIN().get(letter);
  const script = scriptOf(letter) ?? "other";
  return { letter, script, ...(looksLike === undefined ? {} : { looksLike }) };
}

function cyrillicLetter(letter: string): LookalikeLetter {
  const looksLike = LOOKS_CYRILLIC().get(letter);
  return { letter, script: "Latin", ...(looksLike === undefined ? {} : { looksLike }) };
}

/** Full-width `ａ`, mathematical `𝐚`, circled `ⓐ`: characters of their own that stand for a plain letter, digit, or dot. */
function isForm(letter: string): boolean {
  return letter > "\x7f" && /^[a-z0-9.]$/i.test(letter.normalize("NFKC"));
}

/** Whether a letter of another script passes for a Latin one. */
export function looksLatin(letter: string): boolean {
  return LOOKS_LATIN().has(letter);
}

/** The script of a letter; undefined for digits, hyphens and marks, which all scripts share, and for rare scripts. */
export function scriptOf(letter: string): string | undefined {
  if (letter < "\x80") {
    return /[a-z]/i.test(letter) ? "Latin" : undefined;
  }
  return SCRIPTS.find(([, pattern]) => pattern.test(letter))?.[0];
}

function distinct(letters: readonly string[]): string[] {
  return [...new Set(letters)];
}

const IS_ASCII = /^\p{ASCII}*$/u;
