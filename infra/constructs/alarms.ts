import { Duration } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import type { Construct } from "constructs";
import type { Schedules } from "../schedules.ts";
import type { Stage } from "../stages.ts";
import { AlarmTopic, PERIOD } from "./alarm-topic.ts";
import type { PlatformFunction } from "./platform-function.ts";
import type { ScheduledFunction } from "./scheduled-function.ts";

/** One slow window is weather; three are a trend. */
const SLOW_PERIODS = 3;
/** One run late is weather. */
const SILENT_PERIODS = 3;
/** Lines that are logged once an hour are counted by the hour. */
const HOUR = Duration.hours(1);
/** A payment ends within minutes: a gateway declines what is not confirmed in a quarter of an hour. */
const OPEN_PAYMENT_MAX_SECONDS = 3_600;
/** A ledger is verified once a day; twice that, and it is not. */
const UNVERIFIED_MAX_SECONDS = 172_800;
/** Clocks are run every ten minutes; what they come to do waits no longer than that, and some runs more. */
const CLOCK_LAG_MAX_SECONDS = 3_600;
/** Days of halls are over at midnight; well before halls open they are closed. */
const HALL_DAY_LAG_MAX_SECONDS = 14_400;
/** Of the last hour's runs, or of texts in a few minutes; one or two are weather. */
const MISSED_MAX = 3;

type AlarmsProps = {
  readonly stage: Stage;
  readonly api: HttpApi;
  readonly graphql: PlatformFunction;
  readonly paymentNotification: PlatformFunction;
  readonly schedules: Schedules;
};

/** Alarms that somebody has to look at, sent to one topic. Their remedies stand in docs/operators.md. */
export class Alarms extends AlarmTopic {
  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id, props.stage);
    const { stage, paymentNotification, schedules } = props;
    const { deliverEvents, verifyLedger } = schedules;
    this.watchApi(props);
    this.watchOutbox(stage, deliverEvents);
    this.watchPayments(stage, deliverEvents, paymentNotification);
    this.watchLedger(stage, verifyLedger);
    this.watchMissed(
      "MissedRideEnds",
      "rides of which an end is missing are not charged",
      schedules.endRides,
    );
    this.watchAutomaticPayments(stage, schedules.payAutomatically);
    this.watchCases(stage, schedules.runCaseClocks);
    this.watchHalls(stage, schedules.closeHallDays);
    for (const schedule of Object.values(schedules)) this.watchSilence(stage, schedule);
  }

  private watchApi({ stage, api, graphql }: AlarmsProps): void {
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
    const texts = this.saidIn("TextUnknownCount", "text messages: outcome unknown", {
      stage,
      logGroup: graphql.logGroup,
    });
    this.watch("TextMessages", "texts with codes may not have been sent", texts, MISSED_MAX);
    this.watchAttendances(stage, graphql);
    this.watch("Throttles", "calls find no free instance", graphql.live.metricThrottles(sum), throttledMax);
    const slow = graphql.live.metricDuration({ statistic: "p99", period: PERIOD });
    this.watch("SlowAnswers", "the slowest 1 % of answers takes too long", slow, durationP99MaxMs, {
      periods: SLOW_PERIODS,
    });
  }

  /** By the lines that services/government/cases/window/receive-person.ts logs. Clerks of live halls alone receive people. */
  private watchAttendances(stage: Stage, { logGroup }: PlatformFunction): void {
    const from = { stage, logGroup };
    this.saidIn("AttendanceCount", "attendance begun", from);
    const refused = this.saidIn("RefusedAttendanceCount", "attendance refused", from);
    this.watch("RefusedAttendances", "a clerk asks for more attendances than anybody may begin", refused, 1);
    const bursts = this.saidIn("AttendanceBurstCount", "attendances in a burst", from);
    this.watch("AttendanceBursts", "a clerk begins attendances faster than people are served", bursts, 1);
  }

  /** By the line that functions/deliver-events.ts logs after each sweep. */
  private watchOutbox(stage: Stage, { called, missed }: ScheduledFunction): void {
    const { logGroup } = called;
    const age = this.logged("OutboxAgeSeconds", "$.oldestAgeSeconds", { stage, logGroup });
    const dead = this.logged("DeadLetterCount", "$.dead", { stage, logGroup });
    // No sweep tells of no age at all.
    this.watch("OutboxAge", "events wait for their delivery", age, stage.alarms.outboxAgeMaxSeconds, {
      periods: 2,
      missing: TreatMissingData.BREACHING,
    });
    this.watch("DeadLetters", "events could not be delivered", dead, 1);
    this.watchMissed("MissedSweeps", "sweeps of the outbox fail", { missed });
  }

  /** An open payment's event waits for its end: functions/deliver-events.ts logs how old the oldest is. */
  private watchPayments(stage: Stage, { called }: ScheduledFunction, notified: PlatformFunction): void {
    const open = { stage, logGroup: called.logGroup };
    const age = this.logged("OpenPaymentAgeSeconds", "$.oldestPostponedSeconds", open);
    this.watch("UnknownPayments", "payments have not ended for an hour", age, OPEN_PAYMENT_MAX_SECONDS);
    const faults = this.faultsIn("NotificationFaultCount", { stage, logGroup: notified.logGroup });
    this.watch("NotificationFaults", "payment notifications are refused, or cannot be taken", faults, 1);
    const errors = notified.live.metricErrors({ statistic: "Sum", period: PERIOD });
    this.watch("NotificationErrors", "the function for notifications crashes or times out", errors, 1);
  }

  /** By the lines that functions/verify-ledger.ts logs every hour, one for each mode. */
  private watchLedger(stage: Stage, { called }: ScheduledFunction): void {
    const hourly = { stage, logGroup: called.logGroup, period: HOUR };
    const imbalance = this.logged("LedgerImbalanceFen", "$.imbalanceFen", hourly);
    this.watch("LedgerImbalance", "the books do not balance", imbalance, 1);
    const differences = this.logged("LedgerDifferenceCount", "$.differences", hourly);
    this.watch("LedgerDifferences", "balances are not what their transfers say", differences, 1);
    const age = this.logged("LedgerVerificationAgeSeconds", "$.ageSeconds", hourly);
    // No call tells of no age at all.
    this.watch("LedgerUnverified", "the ledgers have not been verified", age, UNVERIFIED_MAX_SECONDS, {
      periods: 2,
      missing: TreatMissingData.BREACHING,
    });
  }

  /** A bill that a fault keeps from being paid is logged as one, and tried again at the next call. */
  private watchAutomaticPayments(stage: Stage, payAutomatically: ScheduledFunction): void {
    const { logGroup } = payAutomatically.called;
    this.watchMissed("MissedAutomaticPayments", "bills are not paid by themselves", payAutomatically);
    const faults = this.faultsIn("AutomaticPaymentFaultCount", { stage, logGroup });
    this.watch("AutomaticPaymentFaults", "a fault keeps bills from being paid by themselves", faults, 1);
  }

  /**
   * By the lines that functions/run-case-clocks.ts logs after each run, one for each mode. Nobody answers a partner's
   * sandbox cases, so that what is not answered counts in live ones alone; clocks that act late are a fault in either.
   */
  private watchCases(stage: Stage, { called, missed }: ScheduledFunction): void {
    const logged = { stage, logGroup: called.logGroup };
    const live = { ...logged, isLiveOnly: true } as const;
    const deemed = this.logged("DeemedAcceptanceCount", "$.deemedAccepted", live);
    this.watch("DeemedAcceptances", "applications count as accepted because nobody answered", deemed, 1);
    const overdue = this.logged("OverdueCaseCount", "$.overdue", live);
    this.watch("CasesOverdue", "applications are not decided in the time promised", overdue, 1);
    const evaluations = this.logged("OverdueEvaluationCount", "$.evaluationsOverdue", live);
    this.watch("EvaluationsOverdue", "bad evaluations are not put right in time", evaluations, 1);
    const rectifications = this.logged("OverdueRectificationCount", "$.rectificationsOverdue", live);
    this.watch("RectificationsOverdue", "what inspections found is not put right in time", rectifications, 1);
    const lag = this.logged("CaseClockLagSeconds", "$.lagSeconds", logged);
    this.watch("EscalationLag", "clocks of applications act late", lag, CLOCK_LAG_MAX_SECONDS);
    this.watchMissed("MissedCaseClocks", "clocks of applications are not run", { missed });
  }

  /** By the lines that functions/close-hall-days.ts logs after each run, one for each mode. */
  private watchHalls(stage: Stage, { called, missed }: ScheduledFunction): void {
    const lag = this.logged("HallDayLagSeconds", "$.lagSeconds", { stage, logGroup: called.logGroup });
    this.watch("HallDaysLate", "days of service halls are closed late", lag, HALL_DAY_LAG_MAX_SECONDS);
    this.watchMissed("MissedHallDays", "days of service halls are not closed", { missed });
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
