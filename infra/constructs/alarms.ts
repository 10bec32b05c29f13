import { Aws, Duration } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { FilterPattern, MetricFilter } from "aws-cdk-lib/aws-logs";
import { Topic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import type { Stage } from "../stages.ts";
import type { PlatformFunction } from "./platform-function.ts";
import type { ScheduledFunction } from "./scheduled-function.ts";

const PERIOD = Duration.minutes(5);
/** One slow window is weather; three are a trend. */
const SLOW_PERIODS = 3;
/** Of the last hour's; one or two are weather. */
const MISSED_MAX = 3;

type AlarmsProps = {
  readonly stage: Stage;
  readonly api: HttpApi;
  readonly graphql: PlatformFunction;
  readonly deliverEvents: ScheduledFunction;
};

/** What somebody has to look at, sent to one topic. What to do about each stands in docs/operators.md. */
export class Alarms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { stage, api, graphql, deliverEvents }: AlarmsProps) {
    super(scope, id);
    this.topic = new Topic(this, "Topic", { displayName: `civigraph ${stage.name}`, enforceSSL: true });
    // A policy of its own (TLS only) takes the place of the default one, which would have let the alarms in.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["sns:Publish"],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
      }),
    );
    const { faultsMax, throttledMax, durationP99MaxMs } = stage.alarms;
    const sum = { statistic: "Sum", period: PERIOD };
    // GraphQL answers 200 with a fault inside, which no status code shows.
    const faults = new MetricFilter(this, "Faults", {
      logGroup: graphql.logGroup,
      filterPattern: FilterPattern.stringValue("$.level", "=", "ERROR"),
      metricNamespace: `civigraph/${stage.name}`,
      metricName: "Faults",
    });
    this.watch("ServerErrors", "the API answers 5xx", api.metricServerError(sum), faultsMax);
    this.watch(
      "FunctionErrors",
      "the function crashes or times out",
      graphql.live.metricErrors(sum),
      faultsMax,
    );
    this.watch("LoggedFaults", "faults in the log", faults.metric(sum), faultsMax);
    this.watch("Throttles", "calls find no free instance", graphql.live.metricThrottles(sum), throttledMax);
    const slow = graphql.live.metricDuration({ statistic: "p99", period: PERIOD });
    this.watch("SlowAnswers", "the slowest 1 % of answers takes too long", slow, durationP99MaxMs, {
      periods: SLOW_PERIODS,
    });
    this.watchOutbox(stage, deliverEvents);
  }

  /** By the line that functions/deliver-events.ts logs after each sweep. */
  private watchOutbox(stage: Stage, { called, missed }: ScheduledFunction): void {
    const logged = (metricName: string, field: string): IMetric =>
      new MetricFilter(this, metricName, {
        logGroup: called.logGroup,
        filterPattern: FilterPattern.numberValue(field, ">=", 0),
        metricValue: field,
        metricNamespace: `civigraph/${stage.name}`,
        metricName,
      }).metric({ statistic: "Maximum", period: PERIOD });
    const age = logged("OutboxAgeSeconds", "$.oldestAgeSeconds");
    // No sweep tells of no age at all.
    this.watch("OutboxAge", "events wait for their delivery", age, stage.alarms.outboxAgeMaxSeconds, {
      periods: 2,
      missing: TreatMissingData.BREACHING,
    });
    this.watch("DeadLetters", "events could not be delivered", logged("DeadLetterCount", "$.dead"), 1);
    const missedCalls = missed.metricApproximateNumberOfMessagesVisible({
      statistic: "Maximum",
      period: PERIOD,
    });
    this.watch("MissedSweeps", "sweeps of the outbox fail", missedCalls, MISSED_MAX);
  }

  private watch(
    name: string,
    alarmDescription: string,
    metric: IMetric,
    threshold: number,
    { periods = 1, missing = TreatMissingData.NOT_BREACHING } = {},
  ): void {
    const alarm = new Alarm(this, name, {
      alarmDescription,
      metric,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: missing,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
  }
}
