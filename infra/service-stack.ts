import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps, Validations } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import type { Needs } from "../services/kernel/needs.ts";
import { CONFIG } from "../services/kernel/process/config.ts";
import { Alarms } from "./constructs/alarms.ts";
import { cors } from "./constructs/cors.ts";
import { grantFiles } from "./constructs/files-bucket.ts";
import { PlatformFunction } from "./constructs/platform-function.ts";
import type { DataStack } from "./data-stack.ts";
import { metricsNamespaceOf, type Stage } from "./stages.ts";
import { type Answered, API_LINES, API_NEEDS, addEndpoints, addSchedules } from "./stated-functions.ts";

const GRAPHQL_PATH = "/graphql";
const GRAPHQL_MEMORY_MB = 1_024;
/** Longer than all attempts of one call to the database (functions/graphql.ts), shorter than the gateway's wait. */
const GRAPHQL_TIMEOUT_SECONDS = 10;
const GATEWAY_TIMEOUT_SECONDS = 15;
/**
 * One line for all services: each of them reads and writes both tables here, if only for consents, idempotency keys and
 * the audit trail, so that each would state the same. Ledgers and secrets are stated by the services that need them.
 */
const ALL_SERVICES_NEED: Needs = {
  data: [
    { does: "read", in: ["registry", "records"] },
    { does: "write", in: ["registry", "records"], outsideTransactions: true },
    { does: "find", in: ["registry", "records"], by: "index1" },
    { does: "find", in: ["registry", "records"], by: "index2" },
  ],
};

/** One line a request. No address, no agent, no query: who calls is personal data, and the function's audit trail. */
const ACCESS_LOG = {
  requestId: "$context.requestId",
  time: "$context.requestTime",
  route: "$context.routeKey",
  status: "$context.status",
  responseBytes: "$context.responseLength",
  latencyMs: "$context.responseLatency",
  functionMs: "$context.integrationLatency",
  gatewayError: "$context.error.responseType",
};

type ServiceStackProps = StackProps & { readonly stage: Stage; readonly data: DataStack };

/** The serving half: the HTTP API, its functions, their alarms. Holds nothing that could be lost. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, { stage, data, ...props }: ServiceStackProps) {
    super(scope, id, props);
    const graphql = new PlatformFunction(this, "Graphql", {
      stage,
      entry: "functions/graphql.ts",
      description: `civigraph ${stage.name}: the GraphQL API`,
      memoryMb: GRAPHQL_MEMORY_MB,
      timeoutSeconds: GRAPHQL_TIMEOUT_SECONDS,
      reservedConcurrency: stage.reservedConcurrency.graphql,
    });
    graphql.grant([ALL_SERVICES_NEED, ...API_NEEDS], stage, data);
    graphql.function.addEnvironment(CONFIG.metricsNamespace, metricsNamespaceOf(stage));
    graphql.grantReadSecret(CONFIG.secretId, data.rootSecret, data.secretKey);
    grantFiles(graphql, stage, data.dataKey);
    graphql.trustTokens(data.signIn);

    const endpoints = addEndpoints(this, stage, data);
    const schedules = addSchedules(this, stage, data);
    const api = this.httpApi(stage, graphql, endpoints);
    const alarms = new Alarms(this, "Alarms", {
      stage,
      api,
      graphql,
      lines: API_LINES,
      endpoints,
      schedules,
    });
    new CfnOutput(this, "Endpoint", { value: `${api.apiEndpoint}${GRAPHQL_PATH}` });
    new CfnOutput(this, "FunctionName", { value: graphql.function.functionName });
    new CfnOutput(this, "LogGroupName", { value: graphql.logGroup.logGroupName });
    for (const { node, called } of schedules.map(({ scheduled }) => scheduled))
      new CfnOutput(this, `${node.id}LogGroupName`, { value: called.logGroup.logGroupName });
    for (const { id, endpoint, called } of endpoints) {
      new CfnOutput(this, `${id}LogGroupName`, { value: called.logGroup.logGroupName });
      new CfnOutput(this, `${id}sEndpoint`, { value: `${api.apiEndpoint}${endpoint.routes[0].path}` });
    }
    new CfnOutput(this, "AlarmTopicArn", { value: alarms.topic.topicArn });
  }

  private httpApi(stage: Stage, graphql: PlatformFunction, endpoints: readonly Answered[]): HttpApi {
    const { corsOrigins, throttle } = stage;
    const api = new HttpApi(this, "Api", {
      apiName: `civigraph-${stage.name}`,
      createDefaultStage: false,
      ...(corsOrigins.length > 0 ? { corsPreflight: cors(corsOrigins) } : {}),
    });
    const timeout = Duration.seconds(GATEWAY_TIMEOUT_SECONDS);
    const routes = api.addRoutes({
      path: GRAPHQL_PATH,
      methods: [HttpMethod.GET, HttpMethod.POST],
      // The library's own declarations do not agree with exactOptionalPropertyTypes; an alias is a function.
      integration: new HttpLambdaIntegration("Integration", graphql.live as IFunction, { timeout }),
    });
    const called = endpoints.map(({ id, endpoint: { admits, routes: stated }, called: { live } }) => {
      const integration = new HttpLambdaIntegration(`${id}s`, live as IFunction, { timeout });
      const added = stated.flatMap(({ method, path }) =>
        api.addRoutes({ path, methods: [HttpMethod[method]], integration }),
      );
      return { admits, added };
    });
    new HttpStage(this, "Stage", {
      httpApi: api,
      stageName: "$default",
      autoDeploy: true,
      throttle: { rateLimit: throttle.requestsPerSecond, burstLimit: throttle.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, "AccessLog", {
            retention: stage.logRetentionDays,
            removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
          }),
        ),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    });
    for (const route of routes) {
      Validations.of(route).acknowledge({
        id: "AwsSolutions-APIG4",
        reason:
          "The catalogue is public and partners come with API keys, so the function itself authenticates, and the schema's @access denies by default.",
      });
    }
    for (const { added, admits } of called)
      for (const route of added)
        Validations.of(route).acknowledge({ id: "AwsSolutions-APIG4", reason: admits });
    return api;
  }
}
