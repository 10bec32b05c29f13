import { key } from "../../kernel/database/tables.ts";
import type { InspectionPlanId } from "../../kernel/ids.ts";

/**
 * What inspectors inspect after a licence is granted, in `records`.
 * | access pattern                          | key                                                     |
 * | --------------------------------------- | ------------------------------------------------------- |
 * | a plan; all that could be drawn for it  | pk = plan id, sk = `plan` or `frame`                    |
 * | an inspection of a plan, once reported or redrawn | pk = plan id, sk = `inspection#{licence number}`        |
 * | those whose time to put right is over   | index1: pk = `rectification-clock`, sk = time + plan id + licence number |
 * | one that is overdue, on lists           | pk = plan id, sk = `overdue#{licence number}#{region}`  |
 * | those of a region and those around it, the longest first | index1: pk = `rectifications-overdue#{region}#{department}`, sk = last day + plan id + licence number |
 * | plans of a region and those around it   | pk = `inspection-plans#{region}`, sk = time + plan id   |
 * | what was found, by region, newest first | pk = `inspection-results#{region}`, sk = time + plan id + licence number |
 */
export const inspectionKeys = {
  plan: (id: InspectionPlanId) => key(id, "plan"),
  frame: (id: InspectionPlanId) => key(id, "frame"),
  inspection: (id: InspectionPlanId, licence: string) => key(id, `inspection#${licence}`),
  rectificationClock: "rectification-clock",
  overdue: (id: InspectionPlanId, licence: string, region: string) => key(id, `overdue#${licence}#${region}`),
  overdueIn: (region: string, department: string): string => `rectifications-overdue#${region}#${department}`,
  planIn: (region: string, place: string) => key(`inspection-plans#${region}`, place),
  resultIn: (region: string, place: string) => key(`inspection-results#${region}`, place),
} as const;
