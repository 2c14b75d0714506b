/** A call that cannot be carried out as it was written; the message is one line that says what to do instead. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
