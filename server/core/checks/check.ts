import type { Article, Block, Dump } from "../article/model.ts";
import type { LineIndex } from "../text/lines.ts";
import type { Span } from "../text/span.ts";

export type Severity = "hint" | "information" | "warning" | "error";

/** `safe`: provably loses nothing and may be applied unasked. `review`: a person looks at it first. */
export type Safety = "safe" | "review";

/** What an edit must touch for a check to run again. */
export type Reach = "block" | "neighbours" | "article" | "dump";

export type ScopeOf<R extends Reach> = R extends "block"
  ? Block
  : R extends "neighbours"
    ? { readonly previous: Block | undefined; readonly block: Block; readonly next: Block | undefined }
    : R extends "article"
      ? Article
      : Dump;

/**
 * One thing that can be wrong with a dump, with its mend. Its file is named for its id; adding a check is adding
 * one file, one fixture pair, one page in docs/checks and one line in `all.ts`.
 */
export interface Check<R extends Reach = Reach, Options extends object = object> {
  /** Permanent: setting key, diagnostic code, doc anchor. */
  readonly id: string;
  /** What it finds, as settings and docs show it. */
  readonly summary: string;
  readonly severity: Severity;
  /** The best fix it ever offers; `safe` ones take part in fixAll where their proof holds. */
  readonly bestFix: Safety | "none";
  readonly reach: R;
  readonly defaults: Options;
  /** The group setting it inherits its level from (`pressmark.checks.<group>`), if any. */
  readonly group?: string;
  run(scope: ScopeOf<R>, context: CheckContext<Options>): Iterable<Finding>;
}

/** A check of any reach, told apart by `reach`. */
export type AnyCheck = Check<"block"> | Check<"neighbours"> | Check<"article"> | Check<"dump">;

export interface CheckContext<Options extends object = object> {
  readonly dump: Dump;
  /** The article the scope lies in. Checks of reach `dump` run once and look at `dump.articles` instead. */
  readonly article: Article;
  readonly lines: LineIndex;
  readonly options: Options;
  /** Works something out about the dump once for all checks that ask with the same function. */
  readonly once: <T>(make: (dump: Dump, lines: LineIndex) => T) => T;
}

/** A check's result at a span, before a severity setting and an id are put on it. */
export interface Finding {
  /** Without the final line break. */
  readonly span: Span;
  /** Plain words: what, why, what to do. Text of the dump in it is shown as it is, never as markup. */
  readonly message: string;
  /** Where it differs from the check's own. */
  readonly severity?: Severity;
  readonly related?: readonly RelatedPlace[];
  /** Machine readable; becomes `data` of the JSON output. Plain JSON values only. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Whether the text can go: editors fade it. */
  readonly unnecessary?: boolean;
  /** The best first. */
  readonly fixes?: readonly Fix[];
}

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

/** A finding with the check that made it and the severity that settings give it. */
export interface ReportedFinding extends Finding {
  readonly check: string;
  readonly severity: Severity;
  readonly article: Article | undefined;
}

export type SeveritySetting = Severity | "inherit" | "off";

/** Per check or group id; what is missing is `inherit`. */
export interface CheckConfiguration {
  readonly severities: Readonly<Record<string, SeveritySetting>>;
  /** Per check id, merged over the check's defaults. */
  readonly options?: Readonly<Record<string, object>>;
}
