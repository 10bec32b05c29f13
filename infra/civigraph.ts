import { type App, Tags, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { DataStack } from "./data-stack.ts";
import { ServiceStack } from "./service-stack.ts";
import { STAGES, type Stage } from "./stages.ts";
import { WEB_REGION, WebStack } from "./web-stack.ts";

/** The stacks of every stage. Synthesis fails on whatever the rule packs find and nobody has acknowledged. */
export function addCivigraph(app: App, stages: readonly Stage[] = STAGES): void {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(), new ServerlessChecks());
  for (const stage of stages) {
    const common = { env: stage.env, terminationProtection: stage.keepsData, stage };
    const data = new DataStack(app, `civigraph-${stage.name}-data`, common);
    const service = new ServiceStack(app, `civigraph-${stage.name}-service`, { ...common, data });
    // The service names the tables without a reference to them, so that restored ones can take their place.
    service.addStackDependency(data);
    if (stage.without.includes("cloudfront")) continue;
    const env = { ...stage.env, region: WEB_REGION };
    const web = new WebStack(app, `civigraph-${stage.name}-web`, { ...common, env, data, service });
    web.addStackDependency(service);
  }
  Tags.of(app).add("project", "civigraph");
}
