/**
 * What a link is about, read off its path: news sites put the headline there. `…/20211214/talks-have-failed-1091.html`
 * gives "Talks have failed". Where the path says nothing in words, host and path as they are.
 */
export function linkTitle(url: string): string {
  const path = pathOf(url);
  const segment = path.split("/").findLast((part) => wordsOf(part).length > 1);
  const words = segment === undefined ? [] : wordsOf(segment);
  if (words.length === 0) {
    return withoutScheme(url);
  }
  const title = words.join(" ");
  return title.charAt(0).toUpperCase() + title.slice(1);
}

function pathOf(url: string): string {
  const rest = withoutScheme(url);
  const slash = rest.indexOf("/");
  const path = slash < 0 ? "" : rest.slice(slash);
  const end = path.search(/[?#]/);
  return end < 0 ? path : path.slice(0, end);
}

function withoutScheme(url: string): string {
  const separator = url.indexOf("://");
  return separator < 0 ? url : url.slice(separator + 3);
}

/** The words of a path segment, without its extension and the numbers that identify the story at either end. */
function wordsOf(segment: string): string[] {
  const dot = segment.lastIndexOf(".");
  const name = dot > 0 && segment.length - dot <= 6 ? segment.slice(0, dot) : segment;
  const words = decoded(name)
    .split(/[-_+]/)
    .filter((word) => word !== "");
  while (isNumber(words.at(-1))) {
    words.pop();
  }
  while (isNumber(words[0])) {
    words.shift();
  }
  return words;
}

function isNumber(word: string | undefined): boolean {
  return word !== undefined && word.length > 4 && /^\d+$/.test(word);
}

/** Percent escapes undone; a broken one leaves the text as it is, which is what the user has. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
