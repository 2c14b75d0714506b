import * as vscode from "vscode";

/**
 * The log, as the language client's tracing wants it. The client traces only while the log's level is "trace", and
 * writes at that level, so that `pressmark.trace.server` alone would show nothing: here the setting counts as that level,
 * and the lines are written at a level that is shown.
 *
 * @param isWanted whether the setting asks for a trace, now.
 */
export function createTraceChannel(
  log: vscode.LogOutputChannel,
  isWanted: () => boolean,
): vscode.LogOutputChannel & vscode.Disposable {
  const levelChanged = new vscode.EventEmitter<vscode.LogLevel>();
  const level = (): vscode.LogLevel => (isWanted() ? vscode.LogLevel.Trace : log.logLevel);
  const listeners = vscode.Disposable.from(
    levelChanged,
    log.onDidChangeLogLevel(() => levelChanged.fire(level())),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("pressmark.trace.server")) {
        levelChanged.fire(level());
      }
    }),
  );
  return {
    name: log.name,
    get logLevel() {
      return level();
    },
    onDidChangeLogLevel: levelChanged.event,
    trace: (message, ...rest) =>
      log.logLevel === vscode.LogLevel.Trace ? log.trace(message, ...rest) : log.info(message, ...rest),
    debug: (message, ...rest) => log.debug(message, ...rest),
    info: (message, ...rest) => log.info(message, ...rest),
    warn: (message, ...rest) => log.warn(message, ...rest),
    error: (error, ...rest) => log.error(error, ...rest),
    append: (value) => log.append(value),
    appendLine: (value) => log.appendLine(value),
    replace: (value) => log.replace(value),
    clear: () => log.clear(),
    show: () => log.show(),
    hide: () => log.hide(),
    dispose: () => listeners.dispose(),
  };
}
