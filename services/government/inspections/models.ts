import type { PublishedResult } from "./inspection.ts";
import type { InspectionPlan } from "./plan.ts";
import type { PlannedInspection } from "./report-inspection.ts";

declare module "../../api/models.ts" {
  interface Models {
    readonly InspectionPlan: InspectionPlan;
    readonly InspectionResult: PublishedResult;
    readonly PlannedInspection: PlannedInspection;
  }
}
