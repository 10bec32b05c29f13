import type { Evaluation } from "./evaluations/evaluation.ts";
import type { Finding } from "./trail/trail-check.ts";
import type { TrailLine } from "./trail/trail-line.ts";

/** An evaluation as the resolvers pass it on. */
type EvaluationView = Evaluation & {
  /** A clerk serves its applicant at their window, and does what the applicant may do. */
  readonly isServed?: true;
};

declare module "../../api/models.ts" {
  interface Models {
    readonly Evaluation: EvaluationView;
    readonly AuditTrailFinding: Finding;
    readonly AuditTrailEntry: TrailLine;
  }
}
