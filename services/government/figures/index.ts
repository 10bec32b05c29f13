export { type CaseCounter, type CaseCounts, daysCounter } from "./case-counts.ts";
export { withCounts } from "./event-counts.ts";
