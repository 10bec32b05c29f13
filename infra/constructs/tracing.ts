import { Validations } from "aws-cdk-lib";
import type { IRole } from "aws-cdk-lib/aws-iam";
import { type IFunction, Tracing } from "aws-cdk-lib/aws-lambda";
import type { Stage } from "../stages.ts";

const isTraced = ({ without }: Stage): boolean => !without.includes("x-ray");

export const tracingOf = (stage: Stage): Tracing => (isTraced(stage) ? Tracing.ACTIVE : Tracing.DISABLED);

/** The reasons for what the rule packs find of a function that is traced, and of one that is not. */
export function explainTracing(stage: Stage, { role, called }: { role: IRole; called: IFunction }): void {
  if (isTraced(stage)) {
    Validations.of(role).acknowledge({
      id: "AwsSolutions-IAM5[Resource::*]",
      reason:
        "xray:PutTraceSegments and xray:PutTelemetryRecords know no resources; nothing else is allowed on *.",
    });
    return;
  }
  Validations.of(called).acknowledge({
    id: "Serverless-LambdaTracing",
    reason: "The stage's region has no X-Ray; the line that each request logs says how long it took.",
  });
}
