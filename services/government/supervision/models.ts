import type { ApplicationView } from "../cases/index.ts";
import type { EvaluationView } from "./evaluations/list-evaluations.ts";
import type { Finding } from "./trail/trail-check.ts";
import type { TrailLine } from "./trail/trail-line.ts";

declare module "../../api/models.ts" {
  interface Models {
    readonly Evaluation: EvaluationView;
    readonly AuditTrailFinding: Finding;
    readonly AuditTrailEntry: TrailLine & { readonly of: ApplicationView };
  }
}
