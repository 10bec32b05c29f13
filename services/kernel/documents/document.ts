/** Below it lie documents that everybody may read, each a file that is made anew now and again. */
export const DOCUMENTS_PATH = "/documents/";
export type DocumentPath = `${typeof DOCUMENTS_PATH}${string}`;

/** Documents that a standard looks for there lie below `DOCUMENTS_PATH`, with all others, under the same name. */
export const WELL_KNOWN_ISSUER = "/.well-known/jwt-vc-issuer/";

/** The document that is asked for at a path, at which none might be; undefined for a path of something else. */
export function documentAt(path: string): DocumentPath | undefined {
  // A stage's viewer function is made of this text, so it names nothing that stands outside of it.
  if (path.startsWith("/documents/")) return `/documents/${path.slice("/documents/".length)}`;
  return path.startsWith("/.well-known/jwt-vc-issuer/") ? `/documents/${path.slice(1)}` : undefined;
}

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
