import { Duration, Validations } from "aws-cdk-lib";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { CfnEventInvokeConfig, type IFunction } from "aws-cdk-lib/aws-lambda";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { PlatformFunction, type PlatformFunctionProps } from "./platform-function.ts";

/** Long enough to be noticed. There is nothing in a missed call to be done later: the next one does it. */
const MISSED_KEPT = Duration.hours(1);
/** A call that could not be handed over by then is left to the next. */
const HAND_OVER_WITHIN = Duration.minutes(1);

type ScheduledFunctionProps = Omit<PlatformFunctionProps, "missed"> & {
  readonly every: Duration;
  /** The message of the line that it logs at the end of each run. */
  readonly logs: string;
};

/** A function that is called again and again; calls that failed, or never came about, are in `missed` for an hour. */
export class ScheduledFunction extends Construct {
  readonly called: PlatformFunction;
  readonly missed: Queue;
  readonly every: Duration;
  readonly logs: string;

  constructor(scope: Construct, id: string, { every, logs, ...props }: ScheduledFunctionProps) {
    super(scope, id);
    this.every = every;
    this.logs = logs;
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
    // By itself Lambda would run a call that failed twice more, for up to six hours: beside the next ones, and late.
    const calls = new CfnEventInvokeConfig(this, "Calls", {
      functionName: this.called.function.functionName,
      qualifier: this.called.live.aliasName,
      maximumEventAgeInSeconds: HAND_OVER_WITHIN.toSeconds(),
      maximumRetryAttempts: 0,
    });
    calls.node.addDependency(this.called.live);
    Validations.of(calls).acknowledge({
      id: "Serverless-LambdaAsyncFailureDestination",
      reason:
        "Failed calls go to the function's own dead-letter queue; a destination beside it would have each of them counted twice.",
    });
    // The library's own declarations do not agree with exactOptionalPropertyTypes; an alias is a function.
    const target = new LambdaFunction(this.called.live as IFunction, {
      deadLetterQueue: this.missed,
      maxEventAge: HAND_OVER_WITHIN,
      retryAttempts: 0,
    });
    new Rule(this, "Schedule", { schedule: Schedule.rate(every), targets: [target] });
  }
}
