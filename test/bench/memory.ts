import { readFileSync } from "node:fs";

/** What a process holds (`VmRSS`) or held at most (`VmHWM`), in megabytes; NaN where the system does not tell. */
export function residentMemory(processId: number, field: "VmRSS" | "VmHWM"): number {
  try {
    const status = readFileSync(`/proc/${processId}/status`, "latin1");
    return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}
