export type { Inspector } from "../inspectors/inspector.ts";
export type { PublishedResult } from "./inspection.ts";
export type { InspectionPlan } from "./plan.ts";
export type { PlannedInspection } from "./report-inspection.ts";
export { runRectificationClocks } from "./run-rectification-clocks.ts";
