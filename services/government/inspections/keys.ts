import type { AccessPattern } from "../../kernel/access-pattern.ts";
import { key } from "../../kernel/database/tables.ts";
import type { InspectionPlanId } from "./ids.ts";

/** The inspections after a licence is granted. */
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

/** Its access patterns, for docs/tables.md. */
export const patterns = [
  { table: "records", what: "a plan", key: "{plan}, plan" },
  { table: "records", what: "all that could be drawn for it", key: "{plan}, frame" },
  {
    table: "records",
    what: "an inspection of a plan, once reported or redrawn",
    key: "{plan}, inspection#{licence number}",
  },
  {
    table: "records",
    what: "those whose time to put right is over",
    key: "rectification-clock, {time}#{plan}#{licence number}",
    index: "index1",
  },
  {
    table: "records",
    what: "one that is overdue, on lists",
    key: "{plan}, overdue#{licence number}#{region}",
  },
  {
    table: "records",
    what: "those of a region and those around it, the longest first",
    key: "rectifications-overdue#{region}#{department}, {last day}#{plan}#{licence number}",
    index: "index1",
  },
  {
    table: "records",
    what: "plans of a region and those around it",
    key: "inspection-plans#{region}, {time and plan}",
  },
  {
    table: "records",
    what: "what was found, by region, newest first",
    key: "inspection-results#{region}, {time, plan and licence number}",
  },
] as const satisfies readonly AccessPattern[];
