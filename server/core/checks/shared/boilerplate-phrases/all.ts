import { germanPhrases } from "./de.ts";
import { englishPhrases } from "./en.ts";
import { spanishPhrases } from "./es.ts";
import { frenchPhrases } from "./fr.ts";
import { japanesePhrases } from "./ja.ts";
import type { BoilerplatePhrases } from "./phrases.ts";
import { russianPhrases } from "./ru.ts";

/** Every language's phrases: pages mix them, and a line does not say which language it is in. */
export const BOILERPLATE_PHRASES: readonly BoilerplatePhrases[] = [
  englishPhrases,
  russianPhrases,
  germanPhrases,
  frenchPhrases,
  spanishPhrases,
  japanesePhrases,
];
