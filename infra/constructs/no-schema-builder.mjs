/**
 * Stands in the bundles for @graphql-tools/schema, with which Apollo Server builds a schema of documents that it is given.
 * The API gives it a schema, and the package is 60 kB of the bundle.
 */
export const makeExecutableSchema = undefined;
