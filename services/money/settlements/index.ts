export type { SettledReason } from "./line.ts";
