import { reportAttribution } from "./report.ts";

/** `node test/eval/attribution/run.ts`: this part of `npm run eval` by itself; prints its section and writes nothing. */
const { markdown, broken } = reportAttribution();
console.log(markdown);
for (const figure of broken) {
  console.error(`Does not hold: ${figure}.`);
}
process.exitCode = broken.length > 0 ? 1 : 0;
