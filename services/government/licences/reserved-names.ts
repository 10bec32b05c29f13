/** The names that SD-JWT keeps for itself (RFC 9901), and the one that is no name of a field in JavaScript. */
export const RESERVED_NAMES: readonly string[] = ["_sd", "...", "_sd_alg", "_sd_decoy", "__proto__"];
