/** A call that cannot be carried out as it was written; the message is one line that says what to do instead. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** By its name: each bundle of the program has the class anew. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && error.name === "UsageError";
}
