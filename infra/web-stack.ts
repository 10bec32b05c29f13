import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { filesOriginOf } from "./constructs/files-bucket.ts";
import { PageBucket } from "./constructs/page-bucket.ts";
import { pageSignIn } from "./constructs/page-sign-in.ts";
import { hostOf, outputOf } from "./constructs/stack-outputs.ts";
import { WebAlarms } from "./constructs/web-alarms.ts";
import { WebDistribution } from "./constructs/web-distribution.ts";
import { WebFirewall } from "./constructs/web-firewall.ts";
import type { DataStack } from "./data-stack.ts";
import { GRAPHIQL_THAT_FORGETS } from "./page-serving.ts";
import type { ServiceStack } from "./service-stack.ts";
import type { Stage } from "./stages.ts";

/** CloudFront's certificates, firewalls and metrics are there alone. Pages hold nobody's data. */
export const WEB_REGION = "us-east-1";

type WebStackProps = StackProps & {
  readonly stage: Stage;
  readonly data: DataStack;
  readonly service: ServiceStack;
};

/**
 * The half that browsers call: the front-ends' pages, and the API at the same origin. Partners and gateways call the API's own
 * address. Holds nothing that could be lost.
 */
export class WebStack extends Stack {
  constructor(scope: Construct, id: string, { stage, data, service, ...props }: WebStackProps) {
    super(scope, id, props);
    const { region } = stage.env;
    if (region?.startsWith("cn-"))
      throw new Error(`${region} has no CloudFront of this kind: say so in without of infra/stages.ts`);
    const signIn = pageSignIn(stage, { stackName: data.stackName, region });
    const firewall = new WebFirewall(this, "Firewall", stage);
    const pages = new PageBucket(this, "Pages", {
      stage,
      config: {
        ...{ signIn: signIn.places, region: stage.web.region, graphiql: GRAPHIQL_THAT_FORGETS },
        endpoint: outputOf({ stackName: service.stackName, region }, "Endpoint"),
      },
    });
    const web = new WebDistribution(this, "Web", {
      ...{ stage, pages, firewall },
      apiHost: hostOf({ stackName: service.stackName, region }, "Endpoint"),
      reached: { called: [...signIn.called, filesOriginOf(stage)], sentTo: signIn.sentTo },
    });
    const alarms = new WebAlarms(this, "Alarms", { stage, firewall, web });
    new CfnOutput(this, "WebUrl", { value: web.origin });
    new CfnOutput(this, "WebDomainName", { value: web.distribution.domainName });
    new CfnOutput(this, "WebLogGroupName", { value: web.logGroup.logGroupName });
    new CfnOutput(this, "WebFirewallId", { value: firewall.acl.attrId });
    new CfnOutput(this, "WebAlarmTopicArn", { value: alarms.topic.topicArn });
  }
}
