export type { PublishedResult } from "./inspection.ts";
export { hasInterest, type Inspector, inspectsIn } from "./inspector.ts";
export { checkInspector, getInspector } from "./inspector-store.ts";
export type { InspectionPlan } from "./plan.ts";
export type { PlannedInspection } from "./report-inspection.ts";
export { runRectificationClocks } from "./run-rectification-clocks.ts";
