import type { Target } from "../property.ts";
import { annotating } from "./annotating.ts";
import { attributing } from "./attributing.ts";
import { checking } from "./checking.ts";
import { cleaning } from "./cleaning.ts";
import { editing } from "./editing.ts";
import { encoding } from "./encoding.ts";
import { exporting } from "./exporting.ts";
import { frontMatter } from "./front-matter.ts";
import { growing } from "./growing.ts";
import { ignoring } from "./ignoring.ts";
import { reading } from "./reading.ts";
import { showing } from "./showing.ts";

export const TARGETS: readonly Target[] = [
  reading,
  frontMatter,
  checking,
  cleaning,
  attributing,
  annotating,
  exporting,
  showing,
  editing,
  ignoring,
  encoding,
  growing,
];

export function targetNamed(name: string): Target | undefined {
  return TARGETS.find((target) => target.name === name);
}
