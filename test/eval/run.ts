import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { ANCHORING_FULL, ANCHORING_QUICK, reportAnchoring } from "./anchoring/report.ts";
import { reportAttribution } from "./attribution/report.ts";
import { FLOORS, holds, isEnforced } from "./floors.ts";
import { FULL, measureAccuracy, measureLoss, QUICK } from "./measure.ts";
import { writeReport } from "./report.ts";
import { findingsOnSamples, readSamples } from "./shared-samples.ts";

/**
 * `npm run eval`: measures, prints the report and writes it to docs/accuracy.md. Exit code 1 when an enforced floor does not
 * hold. `--quick`: fewer dumps, of another seed, and nothing is written. `--samples`: lists the findings on the
 * samples beside the project, with their text, and measures nothing. `--lost`: prints the first dumps of which something is lost.
 */
const options = process.argv.slice(2);
const unknown = options.filter((option) => !["--quick", "--samples", "--lost"].includes(option));
if (unknown.length > 0) {
  console.error(`Unknown option ${unknown.join(" ")}. There are --quick, --samples and --lost.`);
  process.exitCode = 2;
} else if (options.includes("--samples")) {
  for (const { path, line, severity, check, message, excerpt } of findingsOnSamples(readSamples())) {
    console.log(`${path}:${line} ${severity} ${check}: ${message}\n    ${JSON.stringify(excerpt)}`);
  }
} else {
  process.exitCode = await measure(options.includes("--quick") ? "quick" : "full");
}

async function measure(kind: "quick" | "full"): Promise<number> {
  const extent = kind === "quick" ? QUICK : FULL;
  const samples = readSamples();
  const tally = measureAccuracy(extent);
  const loss = measureLoss(
    extent,
    samples.map(({ text }) => text),
  );
  const findings = findingsOnSamples(samples);
  const attribution = reportAttribution();
  const anchoring = reportAnchoring(kind === "quick" ? ANCHORING_QUICK : ANCHORING_FULL);
  const report = `${writeReport({ extent, tally, loss, samples: { files: samples.length, findings } })}\n${anchoring.markdown}\n${attribution.markdown}`;
  console.log(report);
  if (options.includes("--lost")) {
    console.log(loss.examples.join("\n\n────────\n\n"));
  }
  if (kind === "full") {
    await writeFile(fileURLToPath(new URL("../../docs/accuracy.md", import.meta.url)), report);
  }
  const broken = FLOORS.filter((floor) => isEnforced(floor) && !holds(floor, floor.measure(tally, loss)));
  for (const { figure } of broken) {
    console.error(`Does not hold: ${figure}.`);
  }
  for (const figure of [...anchoring.broken, ...attribution.broken]) {
    console.error(`Does not hold: ${figure}.`);
  }
  return broken.length + anchoring.broken.length + attribution.broken.length > 0 ? 1 : 0;
}
