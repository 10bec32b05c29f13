import { Metric, Stats } from "aws-cdk-lib/aws-cloudwatch";
import type { Construct } from "constructs";
import type { Stage } from "../stages.ts";
import { AlarmTopic, PERIOD } from "./alarm-topic.ts";
import type { WebDistribution } from "./web-distribution.ts";
import type { WebFirewall } from "./web-firewall.ts";

/** One bad window of few requests is weather. */
const ERROR_PERIODS = 2;

type WebAlarmsProps = {
  readonly stage: Stage;
  readonly firewall: WebFirewall;
  readonly web: WebDistribution;
};

/** Alarms of what browsers call. A topic of their own: CloudFront's metrics are in no other region. */
export class WebAlarms extends AlarmTopic {
  constructor(scope: Construct, id: string, { stage, firewall, web }: WebAlarmsProps) {
    super(scope, id, stage);
    const { blockedMax, edgeErrorsMaxPercent } = stage.alarms;
    const blocked = new Metric({
      namespace: "AWS/WAFV2",
      metricName: "BlockedRequests",
      dimensionsMap: { WebACL: firewall.metricName, Rule: "ALL" },
      ...{ statistic: Stats.SUM, period: PERIOD },
    });
    this.watch("BlockedBursts", "addresses that send too many requests are turned away", blocked, blockedMax);
    // The distribution's own metric leaves the region out, under which alone CloudFront measures.
    const errors = new Metric({
      ...{ namespace: "AWS/CloudFront", metricName: "5xxErrorRate", period: PERIOD },
      dimensionsMap: { DistributionId: web.distribution.distributionId, Region: "Global" },
      statistic: Stats.AVERAGE,
    });
    this.watch("EdgeErrors", "what browsers ask is answered 5xx", errors, edgeErrorsMaxPercent, {
      periods: ERROR_PERIODS,
    });
  }
}
