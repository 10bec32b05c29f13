/**
 * Stands in the bundles for the graphql that Apollo Server loads to find out whether it can answer in parts. This version
 * cannot, and with that question the whole package is in the bundle: 50 kB that nobody calls.
 */
export {};
