import type { Span } from "../text/span.ts";

/**
 * File extensions a news page's URLs end in. Behind the static ones a lower-case word is stuck; `.php` and the like start
 * longer names too (`.phpbb`).
 */
const STATIC_EXTENSIONS: ReadonlySet<string> = new Set(
  "jpg jpeg jpe png gif webp svg avif bmp tif tiff ico heic html htm shtml xhtml pdf mp4 m4v mov webm mp3 m4a wav ogg".split(
    " ",
  ),
);
const OTHER_EXTENSIONS: ReadonlySet<string> = new Set(
  "php asp aspx jsp cfm cgi xml json rss atom txt md doc docx xls xlsx ppt pptx csv zip gz css js mjs ts m3u8 epub amp".split(
    " ",
  ),
);

/** Code units without the dot. */
export const LONGEST_EXTENSION = 5;

export function isStaticExtension(name: string): boolean {
  return STATIC_EXTENSIONS.has(name.toLowerCase());
}

export function isExtension(name: string): boolean {
  return isStaticExtension(name) || OTHER_EXTENSIONS.has(name.toLowerCase());
}

/** The extension that a text ends with, less the dot and in lower case; undefined where it ends with none we know. */
export function extensionAtEnd(text: string, span: Span): string | undefined {
  const least = Math.max(span.start + 1, span.end - LONGEST_EXTENSION - 1);
  for (let at = span.end - 2; at >= least; at--) {
    if (text.charCodeAt(at) === 0x2e) {
      const name = text.slice(at + 1, span.end).toLowerCase();
      return text.charCodeAt(at - 1) !== 0x2f && isExtension(name) ? name : undefined;
    }
  }
  return undefined;
}

/** The end of the longest known extension at a dot; undefined where none is, or where the whole word is one. */
export function extensionEnd(text: string, dot: number, limit: number): number | undefined {
  if (dot === 0 || text.charAt(dot - 1) === "/") {
    return undefined;
  }
  const longest = Math.min(limit - dot - 1, LONGEST_EXTENSION);
  for (let length = longest; length >= 2; length--) {
    const end = dot + 1 + length;
    if (isExtension(text.slice(dot + 1, end))) {
      return end;
    }
  }
  return undefined;
}
