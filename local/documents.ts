import { cacheControlOf, type ServedDocument } from "../services/kernel/documents/document.ts";
import type { PutDocument } from "../services/kernel/documents/publish-documents.ts";
import type { PageResponse } from "./page-response.ts";

export type LocalDocuments = {
  readonly put: PutDocument;
  /** Answers a GET for a path; undefined where no document is. */
  readonly handle: (path: string) => PageResponse | undefined;
};

/** Documents that everybody may read, in this process: they are made anew within seconds of a start. */
export function openLocalDocuments(): LocalDocuments {
  const documents = new Map<string, ServedDocument>();
  return {
    put: async (document) => {
      documents.set(document.path, document);
    },
    handle: (path) => {
      const found = documents.get(path);
      if (!found) return undefined;
      const { contentType, maxAgeS, body } = found;
      return {
        status: 200,
        contentType,
        body,
        headers: { ...HEADERS, "cache-control": cacheControlOf(maxAgeS) },
      };
    },
  };
}

/** As the edge sends them (infra/constructs/web-distribution.ts): a verifier's page of any origin may read a document. */
const HEADERS = { "access-control-allow-origin": "*", "x-content-type-options": "nosniff" };
