/** Said by every command that needs an article when there is none in the active editor. */
export const NO_ARTICLE =
  "There is no scraped article in the active editor. Open one, or run “Treat as Scraped Article” first.";
