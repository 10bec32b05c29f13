/** Below it lie documents that everybody may read, each a file that is made anew now and again. */
export const DOCUMENTS_PATH = "/documents/";
export type DocumentPath = `${typeof DOCUMENTS_PATH}${string}`;

/** A text as it is served. */
export type ServedDocument = {
  readonly path: DocumentPath;
  readonly contentType: string;
  /** So long edges and those who read it may keep it. */
  readonly maxAgeS: number;
  readonly body: string;
};

/** For the answers with a document. */
export const cacheControlOf = (maxAgeS: number): string => `public, max-age=${maxAgeS}`;
