import type { CalendarDay } from "../article/calendar-days.ts";
import type { Article, Block, Unit } from "../article/model.ts";
import type { UnitLinks } from "../links/unit-links.ts";
import type { LineIndex } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import type { Steps } from "../text/steps.ts";

export type Severity = "hint" | "information" | "warning" | "error";

/** `safe`: provably loses nothing and may be applied unasked. `review`: a person looks at it first. */
export type Safety = "safe" | "review";

/** What an edit must touch for a check to run again. */
export type Reach = "block" | "neighbours" | "article" | "dump" | "file";

export type ScopeOf<R extends Exclude<Reach, "dump" | "file">> = R extends "block"
  ? Block
  : R extends "neighbours"
    ? { readonly previous: Block | undefined; readonly block: Block; readonly next: Block | undefined }
    : Article;

/** What every check says of itself. */
interface DescribedCheck<R extends Reach, Options extends object> {
  /** Permanent: setting key, diagnostic code, doc anchor. */
  readonly id: string;
  /** What it finds, as settings and docs show it. */
  readonly summary: string;
  readonly severity: Severity;
  /** Where it is off until somebody gives it a level: it tells of things that are no faults. */
  readonly builtInLevel?: "off";
  /** The best fix it ever offers; `safe` ones take part in fixAll where their proof holds. */
  readonly bestFix: Safety | "none";
  readonly reach: R;
  readonly defaults: Options;
  /** The group setting it inherits its level from (`pressmark.checks.<group>`), if any. */
  readonly group?: string;
}

interface ArticleCheck<R extends Exclude<Reach, "dump" | "file">, Options extends object>
  extends DescribedCheck<R, Options> {
  /** Looks at one article, or at one place of it, and at nothing else: what it finds is kept until an edit touches the article. */
  run(scope: ScopeOf<R>, context: CheckContext<Options>): Iterable<Finding>;
  /**
   * What an edit inside one paragraph makes it find anew, where the edit leaves the structure of the article as it is. Without this a check of
   * reach `block` looks at that block again, if the article's links are what they were, and every other one at the article.
   */
  reachOf?(edit: ParagraphEdit<Options>): EditReach;
}

/** What is looked at again after an edit: everything else that was found stays, and moves along with its text. */
export type EditReach = "nothing" | "block" | "article";

/** An edit inside one paragraph of a body. Roles, edges and wraps of all blocks are what they were. */
export interface ParagraphEdit<Options extends object = object> {
  /** What a function reads from the paragraph as it was and as it is; kept as with `CheckContext.perBlock`. */
  readonly both: <T>(read: (own: OwnBlock) => T) => readonly [T, T];
  /** As in `CheckContext`, for the blocks of the article after the edit. */
  readonly perBlock: CheckContext["perBlock"];
  /** What the check found before, moved along with the text. */
  readonly found: readonly Finding[];
  /** Whether the article's links, and what is wrong with them, are what they were. */
  readonly keepsLinks: boolean;
  /** The article after the edit. */
  readonly article: Article;
  readonly options: Options;
}

interface DumpCheck<Options extends object> extends DescribedCheck<"dump", Options> {
  /** Starts looking at a document, of which version after version is given to what comes back. */
  begin(options: Options): DumpRun;
}

/**
 * Looks at all units of one version of a dump. It may remember what it knows of them from version to version; what it says must be what one
 * that was just begun would say.
 *
 * @returns The findings of each unit, in the order of the units, their spans counted from the unit's start. The very array of the call before
 *   where nothing in it changed: what is made of it is kept.
 */
export type DumpRun = (units: readonly Unit[], memory: UnitMemory) => Steps<readonly (readonly Finding[])[]>;

interface FileCheck<Options extends object> extends DescribedCheck<"file", Options> {
  /** Looks at the whole text at every edit, so it must be quick where it finds nothing. Offsets are the text's. */
  run(file: CheckedFile, options: Options): Iterable<Finding>;
}

export interface CheckedFile {
  readonly lines: LineIndex;
  /** They tile the text. */
  readonly units: readonly Unit[];
  readonly memory: UnitMemory;
}

/**
 * One thing that can be wrong with a dump, with its mend. Its file is named for its id; adding a check is adding
 * one file, one fixture pair, one page in docs/checks and one line in `all.ts`.
 */
export type Check<R extends Reach = Reach, Options extends object = object> = R extends "dump"
  ? DumpCheck<Options>
  : R extends "file"
    ? FileCheck<Options>
    : R extends Exclude<Reach, "dump" | "file">
      ? ArticleCheck<R, Options>
      : never;

/** A check of any reach, told apart by `reach`. */
export type AnyCheck =
  | Check<"block">
  | Check<"neighbours">
  | Check<"article">
  | Check<"dump">
  | Check<"file">;

/** What a check sees of the article that it looks at. All offsets count from the article's start, line 0 is its first. */
export interface CheckContext<Options extends object = object> {
  readonly unit: Unit;
  readonly text: string;
  readonly lines: LineIndex;
  readonly article: Article;
  readonly options: Options;
  /** The links of the article, and what the rest of the dump says about them. */
  readonly links: UnitLinks;
  /**
   * What a function reads from a block alone, kept as long as the block stays as it is. It is given the block's own text, so that it can look
   * at nothing else; spans in it and in what comes back count from the block's start. The function must be one that lives for ever, for it is
   * what the result is known by.
   */
  readonly perBlock: <T>(block: Block, read: (own: OwnBlock) => T) => T;
  /** What a function reads from the article, once for all checks that ask. The function is what the result is known by. */
  readonly once: <T>(read: (unit: Unit) => T) => T;
}

/** What is kept of units and of their blocks from one version of a document to the next. */
export interface UnitMemory {
  /** As in `CheckContext`, of the block at an index of a unit's blocks. */
  perBlock<T>(unit: Unit, index: number, read: (own: OwnBlock) => T): T;
  /** The same for a unit as a whole. */
  perUnit<T>(unit: Unit, read: (unit: Unit) => T): T;
}

/** A block by itself: its text starts at its first character. */
export type OwnBlock = Pick<Block, "role" | "zone" | "content" | "wraps" | "value"> & {
  readonly text: string;
};

/** A check's result at a span, before a severity setting and an id are put on it, and before it is known where its article stands. */
export interface Finding {
  /** Without the final line break. */
  readonly span: Span;
  /** Plain words: what, why, what to do. Text of the dump in it is shown as it is, never as markup. */
  readonly message: Words;
  /** Where it differs from the check's own. */
  readonly severity?: Severity;
  readonly related?: readonly UnplacedRelation[];
  /** Machine readable; becomes `data` of the JSON output. Plain JSON values only, and numbers of lines as places. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Whether the text can go: editors fade it. */
  readonly unnecessary?: boolean;
  /** The best first. */
  readonly fixes?: readonly UnplacedFix[];
}

/**
 * What a reader is told, before it is known in which language and where lines stand: the numbers of lines change with what stands
 * above. A text alone is a whole message in English, and the key of its translations.
 */
export type Words = string | Phrase | readonly Words[];

/** A message with values in it. */
export interface Phrase {
  /** The English text, with `{0}`, `{1}`, … for the values: the key of its translations. */
  readonly english: string;
  /** The English text for one thing, where the first value counts things. */
  readonly one?: string;
  readonly values: readonly PhrasePart[];
}

/** A text among the values is shown as it is: words of the dump, a name. What is to be translated is `Words` itself. */
export type PhrasePart = string | number | LinePlace | { readonly day: CalendarDay } | Phrase | WordList;

/** Several messages as a list in a sentence: `a, b and c`. */
export interface WordList {
  readonly list: readonly PhrasePart[];
}

/** A line as a message names it: `number`: 7; `line`: `line 7`, or `lines 36 to 39` where the span goes over several. */
export interface LinePlace {
  readonly form: "number" | "line";
  readonly span: Span;
  /** The unit that the span counts from; missing where it is the finding's own. */
  readonly unit?: Unit;
}

export interface UnplacedRelation {
  readonly span: Span;
  /** The unit that the span counts from; missing where it is the finding's own. */
  readonly unit?: Unit;
  readonly message: Words;
}

/** A fix as a check makes it; a `Fix` once the numbers in its title are known. */
export type UnplacedFix = Omit<Fix, "title"> & { readonly title: Words };

export interface RelatedPlace {
  readonly span: Span;
  readonly message: string;
}

export interface Fix {
  /** Imperative, as a menu shows it: "Remove the repeated line". */
  readonly title: string;
  readonly safety: Safety;
  readonly operations: readonly Operation[];
  /** For somebody who has to decide: the text that goes and the text that stays, to be seen side by side before. */
  readonly comparison?: { readonly goes: Span; readonly stays: Span };
}

/**
 * What a fix does to blocks. `cleanup` alone composes operations, of one fix or of all, into edits: two fixes can
 * meet on one line, so nothing ever concatenates the edits of two fixes.
 */
export type Operation =
  /** Takes the span away. A line of which nothing is left goes with its line break; a part of a line leaves the break. */
  | { readonly kind: "remove"; readonly span: Span }
  /** Breaks the line at an offset; white space on either side of it gives way to the line break. */
  | { readonly kind: "split"; readonly at: number }
  /** Replaces a line break, and the white space around it, by what joins the two lines. */
  | { readonly kind: "join"; readonly span: Span; readonly joiner: " " | "" }
  /** Moves whole lines to the start of another line (or to the end of the text). */
  | { readonly kind: "move"; readonly span: Span; readonly to: number }
  /** Puts other text in place of the span. Safe only where the proof finds nothing missing. */
  | { readonly kind: "replace"; readonly span: Span; readonly newText: string };

/** A finding with the check that made it and the severity that settings give it, where it stands in the whole text. */
export interface ReportedFinding extends Omit<Finding, "message" | "related" | "fixes"> {
  readonly check: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
  readonly article: Article | undefined;
}

export type SeveritySetting = Severity | "inherit" | "off";

/** Per check or group id; what is missing is `inherit`. */
export interface CheckConfiguration {
  readonly severities: Readonly<Record<string, SeveritySetting>>;
  /** Per check id, merged over the check's defaults. */
  readonly options?: Readonly<Record<string, object>>;
}
