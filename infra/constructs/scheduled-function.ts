import { Duration, Validations } from "aws-cdk-lib";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { PlatformFunction, type PlatformFunctionProps } from "./platform-function.ts";

/** Long enough to be noticed. There is nothing in a missed call to be done later: the next one does it. */
const MISSED_KEPT = Duration.hours(1);
/** A call that could not be handed over by then is left to the next. */
const HAND_OVER_WITHIN = Duration.minutes(1);

type ScheduledFunctionProps = Omit<PlatformFunctionProps, "missed"> & { readonly every: Duration };

/** A function that is called again and again; calls that failed, or never came about, are in `missed` for an hour. */
export class ScheduledFunction extends Construct {
  readonly called: PlatformFunction;
  readonly missed: Queue;

  constructor(scope: Construct, id: string, { every, ...props }: ScheduledFunctionProps) {
    super(scope, id);
    this.missed = new Queue(this, "Missed", {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: MISSED_KEPT,
    });
    Validations.of(this.missed).acknowledge({
      id: "Serverless-SQSRedrivePolicy",
      reason:
        "It is itself where missed calls end; nobody takes messages from it, an alarm counts them, and after an hour they go.",
    });
    this.called = new PlatformFunction(this, "Called", { ...props, missed: this.missed });
    // The library's own declarations do not agree with exactOptionalPropertyTypes; an alias is a function.
    const target = new LambdaFunction(this.called.live as IFunction, {
      deadLetterQueue: this.missed,
      maxEventAge: HAND_OVER_WITHIN,
      retryAttempts: 0,
    });
    new Rule(this, "Schedule", { schedule: Schedule.rate(every), targets: [target] });
  }
}
