/** What Pressmark is to reach, as the issue states it. `ratio` is to what stands beside it in the same run. */
export interface Bound {
  readonly id: string;
  readonly what: string;
  readonly most: number;
  readonly unit: "ratio" | "ms" | "MB";
  /** Why it does not hold yet; such a bound is shown with its figure, and fails nothing. */
  readonly pending?: string;
}

const MUCH_CODE =
  "What an edit leaves to do takes 0.3 ms of processor time in a loop and two to three times that behind a pause, when the caches hold other programs: it is little work in much code, half of it in the search for copies and in asking whether the article keeps its structure. The floor has hardly any code.";

export const bounds: readonly Bound[] = [
  {
    id: "edit 10 KB",
    what: "Edit → diagnostics, 10 KB, to the floor server",
    most: 1.5,
    unit: "ratio",
    pending: MUCH_CODE,
  },
  {
    id: "edit 100 KB",
    what: "Edit → diagnostics, 100 KB, to the floor server",
    most: 2.5,
    unit: "ratio",
    pending: MUCH_CODE,
  },
  {
    id: "edit 1 MB",
    what: "Edit → diagnostics, 1 MB, to the floor server",
    most: 2.5,
    unit: "ratio",
  },
  {
    id: "edit 10 MB",
    what: "Edit → diagnostics, 10 MB, to the floor server",
    most: 1,
    unit: "ratio",
  },
  {
    id: "p95",
    what: "The worst p95 of an edit, to 2.5 × its own p50 + 2 ms",
    most: 1,
    unit: "ratio",
    pending:
      "An edit that reads its article again, in code that is not compiled yet, takes many times the usual; once the code is warm it holds (0.4 to 0.9 of processor time).",
  },
  {
    id: "start 10 KB",
    what: "Start → first diagnostics, 10 KB, to the floor server",
    most: 1.4,
    unit: "ratio",
    pending:
      "The bundles load in some ten milliseconds from what is kept of them; reading and checking for the first time is interpreted.",
  },
  {
    id: "start 1 MB",
    what: "Start → first diagnostics, 1 MB, to the floor server",
    most: 2.5,
    unit: "ratio",
    pending: "The server reads and checks the whole text at once, in code that is not yet compiled.",
  },
  { id: "documentSymbol", what: "documentSymbol, 1 MB", most: 25, unit: "ms" },
  { id: "semantic tokens", what: "Semantic tokens, full, 1 MB", most: 40, unit: "ms" },
  { id: "semantic range", what: "Semantic tokens, a screenful, 1 MB", most: 2, unit: "ms" },
  { id: "semantic delta", what: "Semantic tokens, delta after an edit, 1 MB", most: 5, unit: "ms" },
  { id: "wait", what: "A message's wait while a document is read and checked, 95 %", most: 8, unit: "ms" },
  { id: "folding", what: "Folding ranges, 1 MB", most: 6, unit: "ms" },
  {
    id: "check 10 KB",
    what: "`pressmark check` of 10 KB, to `node -e 0`",
    most: 1.6,
    unit: "ratio",
    pending:
      "A third is getting the program and its tables ready, the rest is code that runs for the first time; see below.",
  },
  {
    id: "check 10 MB",
    what: "`pressmark check` of 10 MB, to the naive program",
    most: 4,
    unit: "ratio",
    pending:
      "A naive program that minds its time is three times as fast as the first one here was. Near-duplicates take a fifth, parsing a sixth, tidying up and links an eighth each; see below.",
  },
  {
    id: "check folder",
    what: "`pressmark check` of 99 MB in 1,431 files, to the naive program",
    most: 2.5,
    unit: "ratio",
    pending: "As for one file; two threads share the work.",
  },
  {
    id: "memory check 10 MB",
    what: "Most memory of `pressmark check`, 10 MB",
    most: 130,
    unit: "MB",
    pending:
      "Bare Node takes 42 MB, the articles' texts and blocks 37, the search for copies 30, what is not tidied up yet much of the rest; see below.",
  },
  {
    id: "memory check folder",
    what: "Most memory of `pressmark check`, the folder",
    most: 400,
    unit: "MB",
  },
  {
    id: "memory 1 MB",
    what: "Server memory with 1 MB open, to the floor server",
    most: 1.3,
    unit: "ratio",
    pending: "Blocks and findings are objects, and an article has its text once more for itself.",
  },
  {
    id: "memory 10 MB",
    what: "Server memory with 10 MB open, to the floor server",
    most: 1.6,
    unit: "ratio",
    pending: "Blocks and findings are objects, and an article has its text once more for itself.",
  },
  {
    id: "cliff",
    what: "Cost per byte of the largest text to that of 100 KB, the worst of the mean cases",
    most: 1.5,
    unit: "ratio",
  },
];

export interface Reached {
  readonly bound: Bound;
  readonly value: number;
  readonly state: "holds" | "pending" | "over" | "far over";
}

/** Only a ratio twice over its bound fails a run: the rest can be a busy machine. Absolute times fail nothing. */
export function judge(id: string, value: number): Reached {
  const bound = bounds.find((one) => one.id === id);
  if (bound === undefined) {
    throw new Error(`There is no bound ${JSON.stringify(id)}.`);
  }
  return { bound, value, state: stateOf(bound, value) };
}

function stateOf(bound: Bound, value: number): Reached["state"] {
  if (value <= bound.most) {
    return "holds";
  }
  if (bound.pending !== undefined) {
    return "pending";
  }
  return bound.unit === "ratio" && value > 2 * bound.most ? "far over" : "over";
}
