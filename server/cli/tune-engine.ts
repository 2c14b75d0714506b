/**
 * Up to so many bytes a check ends before faster code than the engine's plain one pays: making it takes longer than it saves,
 * on every core that the machine has.
 */
const LEAST_BYTES_FOR_OPTIMISING = 300_000;

/** From here on the work takes seconds and memory counts. */
const LEAST_BYTES_FOR_TIDYING = 4_000_000;

/** The engine of Node 24, with which this was measured; earlier ones know other options. */
const LEAST_ENGINE = 13;

/** What the engine starts with. */
const DEFAULTS = ["--maglev", "--turbofan", "--semi-space-growth-factor=2", "--heap-growing-percent=0"];

/**
 * Fits the engine to so many bytes to check. Its defaults are those for a browser's page, which runs for long and has memory:
 * left to them, a check of 10 KB spends a third of the processors' time on code that it never comes to run, and one of 10 MB
 * holds 70 MB more, mostly of what it is done with.
 *
 * @param by Workers have a limit for short-lived things of their own.
 * @returns what undoes it, before the program's compiled form is kept: it is good for an engine that is set in the same way.
 */
export async function tuneEngine(bytes: number, by: "one thread" | "workers"): Promise<() => void> {
  if (Number.parseInt(process.versions.v8, 10) < LEAST_ENGINE) {
    return () => {};
  }
  const { setFlagsFromString } = await import("node:v8");
  if (bytes < LEAST_BYTES_FOR_OPTIMISING) {
    setFlagsFromString("--no-maglev");
    setFlagsFromString("--no-turbofan");
  }
  if (bytes >= LEAST_BYTES_FOR_TIDYING) {
    if (by === "one thread") {
      setFlagsFromString("--semi-space-growth-factor=1");
    }
    setFlagsFromString("--heap-growing-percent=20");
  }
  return () => {
    for (const flag of DEFAULTS) {
      setFlagsFromString(flag);
    }
  };
}
