import { Aws, Duration } from "aws-cdk-lib";
import {
  Alarm,
  type AlarmProps,
  ComparisonOperator,
  type IMetric,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { FilterPattern, type IFilterPattern, type LogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import { Topic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import { metricsNamespaceOf, type Stage } from "../stages.ts";

export const PERIOD = Duration.minutes(5);

type Logged = {
  readonly logGroup: LogGroup;
  readonly stage: Stage;
  readonly period?: Duration;
  /** Of lines of the live mode alone: what officers have to do, whom a sandbox has none of. */
  readonly isLiveOnly?: true;
};
type Watch = { readonly periods?: number; readonly missing?: TreatMissingData };

/** A topic, and how what is measured raises an alarm on it. */
export class AlarmTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, stage: Stage) {
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
  }

  /** The largest of a number that a function logs. */
  protected logged(
    metricName: string,
    field: string,
    { logGroup, stage, period = PERIOD, isLiveOnly }: Logged,
  ): IMetric {
    const isThere = FilterPattern.numberValue(field, ">=", 0);
    return new MetricFilter(this, metricName, {
      logGroup,
      filterPattern: isLiveOnly
        ? FilterPattern.all(isThere, FilterPattern.stringValue("$.mode", "=", "live"))
        : isThere,
      metricValue: field,
      metricNamespace: metricsNamespaceOf(stage),
      metricName,
    }).metric({ statistic: "Maximum", period });
  }

  protected faultsIn(metricName: string, from: Logged): IMetric {
    return this.counted(metricName, FilterPattern.stringValue("$.level", "=", "ERROR"), from);
  }

  /** How many lines with this message a function logs. */
  protected saidIn(metricName: string, message: string, from: Logged): IMetric {
    return this.counted(metricName, FilterPattern.stringValue("$.message", "=", message), from);
  }

  private counted(
    metricName: string,
    filterPattern: IFilterPattern,
    { logGroup, stage, period = PERIOD }: Logged,
  ): IMetric {
    return new MetricFilter(this, metricName, {
      logGroup,
      filterPattern,
      metricNamespace: metricsNamespaceOf(stage),
      metricName,
    }).metric({ statistic: "Sum", period });
  }

  protected watch(
    name: string,
    alarmDescription: string,
    metric: IMetric,
    threshold: number,
    { periods = 1, missing = TreatMissingData.NOT_BREACHING }: Watch = {},
  ): void {
    this.raise(name, {
      alarmDescription,
      metric,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: missing,
    });
  }

  /** Watches a thing that has to happen: nothing measured is less than anything. */
  protected watchLess(
    name: string,
    alarmDescription: string,
    metric: IMetric,
    threshold: number,
    periods: number,
  ): void {
    this.raise(name, {
      alarmDescription,
      metric,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
    });
  }

  private raise(name: string, props: AlarmProps): void {
    new Alarm(this, name, props).addAlarmAction(new SnsAction(this.topic));
  }
}
