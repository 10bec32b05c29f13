export { type CaseCounter, type CaseCounts, daysCounter } from "./case-counts.ts";
export { countWrites } from "./store.ts";
