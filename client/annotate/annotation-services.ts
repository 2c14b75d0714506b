import type { ArticleDocuments } from "../article-documents.ts";
import type { ServerSession } from "../server-session.ts";
import type { AnnotationStore } from "./annotation-store.ts";

/** What commands about annotations stand on. */
export interface AnnotationServices {
  readonly session: ServerSession;
  readonly documents: ArticleDocuments;
  readonly store: AnnotationStore;
}
