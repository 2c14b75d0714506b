import { articleStart, createTextSource } from "./synthetic-dumps.ts";

/** A text that is made to be slow, as long as wanted, below the head of an article so that every check looks at it. */
export interface MeanCase {
  readonly name: string;
  text(length: number): string;
}

/** The cases at its counts come out at some 3 MB; the lengths that are compared scale them. */
export const meanCases: readonly MeanCase[] = [
  { name: "one line", text: below((length) => fill(length, sentences())) },
  {
    name: "identical lines",
    text: below((length) => fill(length, () => "The council met again on Monday.\n")),
  },
  { name: "short lines", text: below((length) => fill(length, (index) => `Line ${index} of it\n`)) },
  { name: "near-duplicate paragraphs", text: below((length) => fill(length, nearDuplicates())) },
  {
    name: "glued links on one line",
    text: below((length) => fill(length, (index) => `https://a.example/${index}/b`)),
  },
  { name: "* on one line", text: below((length) => "*".repeat(length)) },
  { name: "( on one line", text: below((length) => "(".repeat(length)) },
  { name: "http:// on one line", text: below((length) => fill(length, () => "http://")) },
  {
    name: "names with e-mail addresses",
    text: below((length) => fill(length, (index) => `Desk ${index % 7}\nd${index % 7}@wire.example\n`)),
  },
  {
    name: "dates",
    text: below((length) => fill(length, (index) => `${1 + (index % 28)} December 2021, 09:18 GMT\n`)),
  },
  {
    name: "addresses, a line each",
    text: below((length) => fill(length, (index) => `https://wire.example/20211222/story-${index}.html\n`)),
  },
  {
    name: "headlines, each twice",
    text: below((length) => fill(length, (index) => `Council Opens Ferry Line Number ${index >> 1}\n`)),
  },
  { name: "full stops without spaces", text: below((length) => fill(length, () => "saying.“While ")) },
  { name: "character references", text: below((length) => fill(length, () => "&amp;&#8220;&am ")) },
];

function below(write: (length: number) => string): (length: number) => string {
  return (length) => {
    const start = articleStart(11);
    return `${start}${write(Math.max(0, length - start.length))}`.slice(0, length);
  };
}

/** Pieces one behind the other up to the length. */
function fill(length: number, piece: (index: number) => string): string {
  const parts: string[] = [];
  let left = length;
  for (let index = 0; left > 0; index++) {
    const next = piece(index);
    parts.push(next);
    left -= next.length;
  }
  return parts.join("");
}

function sentences(): () => string {
  const source = createTextSource(12);
  return () => `${source.sentence()} `;
}

/** One paragraph over and over, with other words in two places each time. */
function nearDuplicates(): (index: number) => string {
  const source = createTextSource(13);
  const words = `${source.paragraph()} ${source.paragraph()}`.split(" ");
  return (index) => {
    const own = [...words];
    own[3 + (index % 11)] = `number${index}`;
    own[own.length - 4 - (index % 5)] = `count${index * 7}`;
    return `${own.join(" ")}\n`;
  };
}
