import { ArnFormat, Aws, Stack } from "aws-cdk-lib";
import type { Distribution } from "aws-cdk-lib/aws-cloudfront";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { CfnDelivery, CfnDeliveryDestination, CfnDeliverySource, type LogGroup } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";

/** One line a request. No address, agent, referrer, cookie, path or query: what was asked is told by its answer's type. */
const FIELDS = [
  ...["date", "time", "x-edge-request-id", "cs-method", "sc-status", "sc-content-type", "sc-bytes"],
  ...["time-taken", "time-to-first-byte", "x-edge-result-type", "x-edge-detailed-result-type"],
];

type Logged = { readonly name: string; readonly distribution: Distribution; readonly logGroup: LogGroup };

export function logWithoutAddresses(scope: Construct, { name, distribution, logGroup }: Logged): void {
  const source = new CfnDeliverySource(scope, "LogSource", {
    ...{ name, logType: "ACCESS_LOGS", resourceArn: distribution.distributionArn },
  });
  // The group's own word for it ends in a wildcard.
  const arn = Stack.of(scope).formatArn({
    ...{ service: "logs", resource: "log-group", resourceName: logGroup.logGroupName },
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  logGroup.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal("delivery.logs.amazonaws.com")],
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: [`${arn}:log-stream:*`],
      conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
    }),
  );
  const destination = new CfnDeliveryDestination(scope, "LogDestination", {
    ...{ name, destinationResourceArn: arn, outputFormat: "json" },
  });
  destination.node.addDependency(logGroup);
  const delivery = new CfnDelivery(scope, "LogDelivery", {
    deliverySourceName: source.name,
    deliveryDestinationArn: destination.attrArn,
    recordFields: FIELDS,
  });
  delivery.addResourceDependency(source);
}
