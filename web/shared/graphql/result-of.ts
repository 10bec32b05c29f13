import type { TypedDocumentString } from "../generated/graphql.ts";

/** The answer to an operation, as its type says. */
export type ResultOf<Document> = Document extends TypedDocumentString<infer Result, infer _> ? Result : never;
