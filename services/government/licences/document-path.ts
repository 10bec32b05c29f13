import type { Mode } from "../../kernel/actor.ts";
import { DOCUMENTS_PATH, type DocumentPath } from "../../kernel/documents/document.ts";

/** The names of documents of which each mode has one. */
export type DocumentName = "issuers" | "trust-list" | "list-keys" | "status-keys";

/** The path at which a document of a mode is served, on each platform of this kind. */
export const licenceDocumentPath = (mode: Mode, name: DocumentName): DocumentPath =>
  `${DOCUMENTS_PATH}licences/${name}/${mode}`;
