import { type Span, sliceSpan } from "../../../text/span.ts";

/**
 * Whether a line is nothing but a tag of a template language, `{% raw %}`, as scrapers of static sites leave it behind,
 * plain or with its braces escaped, once or twice (`&#123;% raw %}`, `&amp;#123;% endraw %&amp;#125;`).
 *
 * @param content trimmed.
 */
export function isTemplateLine(text: string, content: Span): boolean {
  return content.end - content.start <= LONGEST_TEMPLATE_LINE && templateLine.test(sliceSpan(text, content));
}

const LONGEST_TEMPLATE_LINE = 120;

/** No part can match what the next one starts with, so that nothing is tried twice. */
const templateLine =
  /^(?:\{|&(?:amp;)*(?:#0*123|#x0*7b|lcub|lbrace);)%[^%{}&]*%(?:\}|&(?:amp;)*(?:#0*125|#x0*7d|rcub|rbrace);)$/i;
