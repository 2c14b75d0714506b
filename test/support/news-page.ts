import { newsPage } from "../../server/core/article/formats/news-page.ts";
import type { Block } from "../../server/core/article/model.ts";
import { parseAs } from "../../server/core/article/parse-as.ts";
import { rolesOfDump } from "./roles.ts";

export const address =
  "https://gazette.example/20220105/council-opens-second-ferry-line-to-the-northern-islands-1092041314.html";
export const headline = "Council Opens Second Ferry Line to the Northern Islands";
export const times = ["2022-01-05T15:28+0000", "2022-01-06T08:00+0000"];
export const picture = "https://cdn.gazette.example/img/1091602305_0:297:3078:2028_1920x0_80_0_0_10a3.jpg";
export const portrait = "https://cdn.gazette.example/img/1080424846_0:0:2048:2048_100x100_80_0_0_3d7b.jpg";
export const dateline = "15:28 GMT 05.01.2022";
export const paragraphs = [
  "The council of Ostrel opened a second ferry line to the northern islands on Monday, ten years after the plan.",
  "Mayor Ada Lind said that the boat was “late, but it floats”, and thanked the crew of the older one.",
  "The fare will be four crowns, according to the harbour office, which had asked for five.",
] as const;
export const head = [
  address,
  headline,
  headline,
  ...times,
  "ferries",
  "islands",
  "council of ostrel",
  picture,
];

export function page(...lines: readonly string[]): string {
  return lines.join("\n");
}

/** The role of each line, in the notation of the reading files. */
export function roles(text: string): readonly string[] {
  return rolesOfDump(parseAs(text, newsPage)).map(({ role }) => role);
}

/** The roles of the lines below the common head. */
export function rolesBelowHead(...lines: readonly string[]): readonly string[] {
  return roles(page(...head, ...lines)).slice(head.length);
}

export function blocksOf(text: string, role: Block["role"]): readonly Block[] {
  return parseAs(text, newsPage).blocks.filter((block) => block.role === role);
}
