const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Calls `end` with the first signal's name that asks this process to end. */
export function onEndSignal(end: (signal: string) => void): void {
  for (const signal of SIGNALS) {
    process.once(signal, end);
  }
}

/** Ends this process by `process.exit` when a signal asks for it, so that the servers and browsers that it started are ended with it. */
export function exitOnSignal(): void {
  onEndSignal(() => process.exit(130));
}
