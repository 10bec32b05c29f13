export type { TrailLine } from "./plain-words.ts";
export type { Finding } from "./trail-check.ts";
