import type { PublishedResult } from "./inspection.ts";
import type { InspectionPlan, PlannedInspection } from "./plan.ts";

declare module "../../api/models.ts" {
  interface Models {
    readonly InspectionPlan: InspectionPlan;
    readonly InspectionResult: PublishedResult;
    readonly PlannedInspection: PlannedInspection;
  }
}
