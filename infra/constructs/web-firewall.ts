import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import { Construct } from "constructs";
import { API_PATH } from "../page-serving.ts";
import type { Stage } from "../stages.ts";

const WINDOW_SECONDS = 300;
const TOO_MANY_REQUESTS = 429;

/** A sample of requests that is kept for the console would hold addresses and tokens. */
const measured = (metricName: string) => ({
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
  metricName,
});

const turnedAway: CfnWebACL.RuleActionProperty = {
  block: {
    customResponse: {
      responseCode: TOO_MANY_REQUESTS,
      responseHeaders: [{ name: "retry-after", value: String(WINDOW_SECONDS) }],
    },
  },
};

const toTheApi: CfnWebACL.StatementProperty = {
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: "EXACTLY",
    searchString: API_PATH,
    // CloudFront finds the API by the path that another spelling comes to, and so does the count.
    textTransformations: ["URL_DECODE", "NORMALIZE_PATH"].map((type, priority) => ({ priority, type })),
  },
};

/**
 * Turns an address away that sends more than the stage lets one. The address is the connection's, which no header changes.
 * Nothing looks into bodies: a resident's text may say what a pattern takes for an attack, and the API makes no code of it.
 */
export class WebFirewall extends Construct {
  readonly acl: CfnWebACL;
  /** By that name its metrics are called. */
  readonly metricName: string;

  constructor(scope: Construct, id: string, { name, web: { perAddress } }: Stage) {
    super(scope, id);
    this.metricName = `civigraph-${name}-web`;
    this.acl = new CfnWebACL(this, "Acl", {
      name: this.metricName,
      scope: "CLOUDFRONT",
      defaultAction: { allow: {} },
      visibilityConfig: measured(this.metricName),
      rules: [rateRule(0, "requests", perAddress.requests), rateRule(1, "calls", perAddress.calls, toTheApi)],
    });
  }
}

const rateRule = (
  priority: number,
  name: string,
  limit: number,
  scopeDownStatement?: CfnWebACL.StatementProperty,
): CfnWebACL.RuleProperty => ({
  ...{ name, priority, action: turnedAway, visibilityConfig: measured(name) },
  statement: {
    rateBasedStatement: {
      ...{ aggregateKeyType: "IP", evaluationWindowSec: WINDOW_SECONDS, limit },
      ...(scopeDownStatement ? { scopeDownStatement } : {}),
    },
  },
});
