/**
 * Stands in the bundles for sha.js, which Apollo Server's hash falls back to wherever it does not see Node's own `require`,
 * as in a bundle: Node's hash is native, and 35 kB of the bundle less.
 */
module.exports = require("node:crypto").createHash;
