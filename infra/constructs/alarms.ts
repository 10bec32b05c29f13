import { Duration } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import type { Construct } from "constructs";
import type { CountedLine, EndpointAlarm, ScheduleAlarm } from "../../services/kernel/service.ts";

import type { Stage } from "../stages.ts";
import type { Answered, Scheduled } from "../stated-functions.ts";
import { AlarmTopic, PERIOD } from "./alarm-topic.ts";
import type { PlatformFunction } from "./platform-function.ts";
import type { ScheduledFunction } from "./scheduled-function.ts";

/** One slow window is weather; three are a trend. */
const SLOW_PERIODS = 3;
/** One run late is weather. */
const SILENT_PERIODS = 3;
/** Where silence is bad, one silent period is weather. */
const SILENT_NUMBER_PERIODS = 2;
/** Of the last hour's runs; one or two are weather. */
const MISSED_MAX = 3;

/** A line that is logged once an hour is counted by the hour. */
const periodOf = ({ every }: Pick<ScheduledFunction, "every">): Duration =>
  every.toMinutes() >= 60 ? every : PERIOD;

type AlarmsProps = {
  readonly stage: Stage;
  readonly api: HttpApi;
  readonly graphql: PlatformFunction;
  /** In the log of `graphql`. */
  readonly lines: readonly CountedLine[];
  readonly endpoints: readonly Answered[];
  readonly schedules: readonly Scheduled[];
};

/** Alarms that somebody has to look at, sent to one topic. Their remedies stand in docs/operators.md. */
export class Alarms extends AlarmTopic {
  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id, props.stage);
    const { stage, endpoints, schedules } = props;
    this.watchApi(props);
    for (const { endpoint, called } of endpoints)
      for (const alarm of endpoint.alarms) this.watchEndpoint(stage, alarm, called);
    for (const { alarms, scheduled } of schedules) {
      for (const alarm of alarms) this.watchSchedule(stage, alarm, scheduled);
      this.watchSilence(stage, scheduled);
    }
  }

  private watchApi({ stage, api, graphql, lines }: AlarmsProps): void {
    const { faultsMax, throttledMax, durationP99MaxMs } = stage.alarms;
    const sum = { statistic: "Sum", period: PERIOD };
    // GraphQL answers 200 with a fault inside, which no status code shows.
    const faults = this.faultsIn("Faults", { stage, logGroup: graphql.logGroup });
    this.watch("ServerErrors", "the API answers 5xx", api.metricServerError(sum), faultsMax);
    this.watch(
      "FunctionErrors",
      "the function crashes or times out",
      graphql.live.metricErrors(sum),
      faultsMax,
    );
    this.watch("LoggedFaults", "faults in the log", faults, faultsMax);
    const keyFailures = this.saidIn("SignInKeyFailureCount", "sign-in keys", {
      stage,
      logGroup: graphql.logGroup,
    });
    this.watch("SignInKeys", "the issuer's keys for sign-in tokens cannot be fetched", keyFailures, 1);
    for (const line of lines) this.watchLine(stage, line, graphql);
    this.watch("Throttles", "calls find no free instance", graphql.live.metricThrottles(sum), throttledMax);
    const slow = graphql.live.metricDuration({ statistic: "p99", period: PERIOD });
    this.watch("SlowAnswers", "the slowest 1 % of answers takes too long", slow, durationP99MaxMs, {
      periods: SLOW_PERIODS,
    });
  }

  private watchLine(
    stage: Stage,
    { metric, message, alarm }: CountedLine,
    { logGroup }: PlatformFunction,
  ): void {
    const said = this.saidIn(metric, message, { stage, logGroup });
    if (alarm) this.watch(alarm.name, alarm.means, said, alarm.from);
  }

  private watchEndpoint(stage: Stage, alarm: EndpointAlarm, { logGroup, live }: PlatformFunction): void {
    const { name, means } = alarm;
    if (alarm.on === "fault") this.watch(name, means, this.faultsIn(alarm.metric, { stage, logGroup }), 1);
    else this.watch(name, means, live.metricErrors({ statistic: "Sum", period: PERIOD }), 1);
  }

  /** By the line that a scheduled function logs after each run, one for each mode; by its faults, or by missed calls. */
  private watchSchedule(stage: Stage, alarm: ScheduleAlarm, scheduled: ScheduledFunction): void {
    const { logGroup } = scheduled.called;
    const { name, means } = alarm;
    if (alarm.on === "missed calls") this.watchMissed(name, means, scheduled);
    if (alarm.on === "fault") this.watch(name, means, this.faultsIn(alarm.metric, { stage, logGroup }), 1);
    if (alarm.on !== "number") return;
    const { metric, field, from, isLiveOnly, isRaisedBySilence } = alarm;
    const number = this.logged(metric, `$.${field}`, {
      ...{ stage, logGroup, period: periodOf(scheduled) },
      ...(isLiveOnly ? { isLiveOnly } : {}),
    });
    const least = typeof from === "number" ? from : stage.alarms[from];
    const silence = { periods: SILENT_NUMBER_PERIODS, missing: TreatMissingData.BREACHING };
    this.watch(name, means, number, least, isRaisedBySilence ? silence : {});
  }

  /**
   * By the line that each logs at the end of a run, failed or not. A schedule that was switched off, may not call its
   * function or finds no instance fails nowhere: only its silence shows.
   */
  private watchSilence(stage: Stage, { node, called, logs, every }: ScheduledFunction): void {
    const period = Duration.seconds(Math.max(PERIOD.toSeconds(), every.toSeconds()));
    const runs = this.saidIn(`${node.id}RunCount`, logs, { stage, logGroup: called.logGroup, period });
    this.watchLess(`Silent${node.id}`, `${logs}: no run has ended`, runs, 1, SILENT_PERIODS);
  }

  private watchMissed(
    name: string,
    description: string,
    { missed }: Pick<ScheduledFunction, "missed">,
  ): void {
    const calls = missed.metricApproximateNumberOfMessagesVisible({ statistic: "Maximum", period: PERIOD });
    this.watch(name, description, calls, MISSED_MAX);
  }
}
