import { spawn } from "node:child_process";
import { onEndSignal } from "./signals.ts";

// Starts a desktop VS Code, whose path is the first argument, with workspace trust: `runTests` asks it to disable that, and gives no choice.

const [executable, ...given] = process.argv.slice(2);
if (executable === undefined) {
  throw new Error("code-restricted needs the path of VS Code's executable.");
}
const child = spawn(
  executable,
  given.filter((argument) => argument !== "--disable-workspace-trust" && argument !== "--restricted"),
  { stdio: "inherit" },
);
onEndSignal(() => child.kill());
child.on("error", (error) => {
  console.error(`${executable} could not be started: ${error.message}`);
  process.exitCode = 99;
});
child.on("exit", (code) => {
  process.exitCode = code ?? 99;
});
