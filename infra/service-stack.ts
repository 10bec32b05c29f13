import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps, Validations } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import {
  CorsHttpMethod,
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
} from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { Alarms } from "./constructs/alarms.ts";
import { grantFiles } from "./constructs/files-bucket.ts";
import { PlatformFunction } from "./constructs/platform-function.ts";
import { ScheduledFunction } from "./constructs/scheduled-function.ts";
import type { DataStack } from "./data-stack.ts";
import type { Stage } from "./stages.ts";

const GRAPHQL_PATH = "/graphql";
const GRAPHQL_MEMORY_MB = 1_024;
/** Longer than all attempts of one call to the database (functions/graphql.ts), shorter than the gateway's wait. */
const GRAPHQL_TIMEOUT_SECONDS = 10;
const GATEWAY_TIMEOUT_SECONDS = 15;
/** Sweeps end by themselves before that (functions/deliver-events.ts), and the next one has not begun. */
const DELIVER_EVENTS_TIMEOUT_SECONDS = 55;
const DELIVER_EVENTS_MEMORY_MB = 512;
/** Where payment gateways post to: services/money/payments/notification-endpoint.ts. */
const NOTIFICATIONS_PATH = "/payment-notifications/{mode}";
const NOTIFICATION_MEMORY_MB = 512;
const NOTIFICATION_TIMEOUT_SECONDS = 10;
/** As long as a function may; a run that takes longer goes on in the next hour (functions/verify-ledger.ts). */
const VERIFY_LEDGER_TIMEOUT_SECONDS = 900;
const VERIFY_LEDGER_MEMORY_MB = 1_024;
/** Sweeps end by themselves before that (functions/end-rides.ts). */
const END_RIDES_TIMEOUT_SECONDS = 120;
const END_RIDES_MEMORY_MB = 512;
/** Sweeps end by themselves before that (functions/pay-automatically.ts), and the next one has not begun. */
const PAY_AUTOMATICALLY_TIMEOUT_SECONDS = 300;
const PAY_AUTOMATICALLY_MEMORY_MB = 512;
/** Runs end by themselves before that (functions/run-case-clocks.ts), and the next one has not begun. */
const RUN_CASE_CLOCKS_TIMEOUT_SECONDS = 300;
const RUN_CASE_CLOCKS_MEMORY_MB = 512;
/** Runs end by themselves before that (functions/close-hall-days.ts), and the next one has not begun. */
const CLOSE_HALL_DAYS_TIMEOUT_SECONDS = 300;
const CLOSE_HALL_DAYS_MEMORY_MB = 512;
const CORS_MAX_AGE_HOURS = 1;

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

/** What serves: the HTTP API, its functions, their alarms. Holds nothing that could be lost. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, { stage, data, ...props }: ServiceStackProps) {
    super(scope, id, props);
    const graphql = new PlatformFunction(this, "Graphql", {
      stage,
      entry: "graphql.ts",
      description: `civigraph ${stage.name}: the GraphQL API`,
      memoryMb: GRAPHQL_MEMORY_MB,
      timeoutSeconds: GRAPHQL_TIMEOUT_SECONDS,
      reservedConcurrency: stage.reservedConcurrency.graphql,
    });
    graphql.grantTables(stage.servedPrefix, data.dataKey);
    graphql.grantReadRootSecret(data.rootSecret, data.secretKey);
    graphql.grantPaymentGateways(data.paymentGateways, data.secretKey);
    grantFiles(graphql, stage, data.dataKey);
    graphql.trustTokensOf(data.signIn);

    const deliverEvents = new ScheduledFunction(this, "DeliverEvents", {
      stage,
      entry: "deliver-events.ts",
      description: `civigraph ${stage.name}: delivers the events of the outbox`,
      memoryMb: DELIVER_EVENTS_MEMORY_MB,
      timeoutSeconds: DELIVER_EVENTS_TIMEOUT_SECONDS,
      reservedConcurrency: stage.reservedConcurrency.deliverEvents,
      every: Duration.minutes(1),
    });
    deliverEvents.called.grantOutbox(stage.servedPrefix, data.dataKey);
    deliverEvents.called.grantPaymentGateways(data.paymentGateways, data.secretKey);

    const paymentNotification = new PlatformFunction(this, "PaymentNotification", {
      stage,
      entry: "payment-notification.ts",
      description: `civigraph ${stage.name}: what payment gateways tell`,
      memoryMb: NOTIFICATION_MEMORY_MB,
      timeoutSeconds: NOTIFICATION_TIMEOUT_SECONDS,
      reservedConcurrency: stage.reservedConcurrency.paymentNotification,
    });
    paymentNotification.grantPayments(stage.servedPrefix, data.dataKey);
    paymentNotification.grantPaymentGateways(data.paymentGateways, data.secretKey);

    const verifyLedger = new ScheduledFunction(this, "VerifyLedger", {
      stage,
      entry: "verify-ledger.ts",
      description: `civigraph ${stage.name}: verifies the ledgers`,
      memoryMb: VERIFY_LEDGER_MEMORY_MB,
      timeoutSeconds: VERIFY_LEDGER_TIMEOUT_SECONDS,
      reservedConcurrency: stage.reservedConcurrency.verifyLedger,
      every: Duration.hours(1),
    });
    verifyLedger.called.grantVerifyLedgers(stage.servedPrefix, data.dataKey);

    const endRides = new ScheduledFunction(this, "EndRides", {
      stage,
      entry: "end-rides.ts",
      description: `civigraph ${stage.name}: charges rides of which an end is missing`,
      memoryMb: END_RIDES_MEMORY_MB,
      timeoutSeconds: END_RIDES_TIMEOUT_SECONDS,
      reservedConcurrency: stage.reservedConcurrency.endRides,
      every: Duration.minutes(5),
    });
    endRides.called.grantDueWork(stage.servedPrefix, data.dataKey);

    const payAutomatically = new ScheduledFunction(this, "PayAutomatically", {
      stage,
      entry: "pay-automatically.ts",
      description: `civigraph ${stage.name}: pays bills that are to be paid by themselves`,
      memoryMb: PAY_AUTOMATICALLY_MEMORY_MB,
      timeoutSeconds: PAY_AUTOMATICALLY_TIMEOUT_SECONDS,
      reservedConcurrency: stage.reservedConcurrency.payAutomatically,
      every: Duration.minutes(10),
    });
    payAutomatically.called.grantDueWork(stage.servedPrefix, data.dataKey);
    payAutomatically.called.grantPaymentGateways(data.paymentGateways, data.secretKey);

    const runCaseClocks = new ScheduledFunction(this, "RunCaseClocks", {
      stage,
      entry: "run-case-clocks.ts",
      description: `civigraph ${stage.name}: does what the clocks of applications come to do`,
      memoryMb: RUN_CASE_CLOCKS_MEMORY_MB,
      timeoutSeconds: RUN_CASE_CLOCKS_TIMEOUT_SECONDS,
      reservedConcurrency: stage.reservedConcurrency.runCaseClocks,
      every: Duration.minutes(10),
    });
    runCaseClocks.called.grantCaseClocks(stage.servedPrefix, data.dataKey);

    const closeHallDays = new ScheduledFunction(this, "CloseHallDays", {
      stage,
      entry: "close-hall-days.ts",
      description: `civigraph ${stage.name}: closes the days of service halls`,
      memoryMb: CLOSE_HALL_DAYS_MEMORY_MB,
      timeoutSeconds: CLOSE_HALL_DAYS_TIMEOUT_SECONDS,
      reservedConcurrency: stage.reservedConcurrency.closeHallDays,
      every: Duration.minutes(10),
    });
    closeHallDays.called.grantHallDays(stage.servedPrefix, data.dataKey);

    const api = this.httpApi(stage, graphql, paymentNotification);
    const scheduled = {
      deliverEvents,
      verifyLedger,
      endRides,
      payAutomatically,
      runCaseClocks,
      closeHallDays,
    };
    const alarms = new Alarms(this, "Alarms", {
      ...{ stage, api, graphql, paymentNotification, ...scheduled },
    });
    new CfnOutput(this, "Endpoint", { value: `${api.apiEndpoint}${GRAPHQL_PATH}` });
    new CfnOutput(this, "FunctionName", { value: graphql.function.functionName });
    new CfnOutput(this, "LogGroupName", { value: graphql.logGroup.logGroupName });
    for (const { node, called } of Object.values(scheduled))
      new CfnOutput(this, `${node.id}LogGroupName`, { value: called.logGroup.logGroupName });
    new CfnOutput(this, "PaymentNotificationLogGroupName", {
      value: paymentNotification.logGroup.logGroupName,
    });
    new CfnOutput(this, "PaymentNotificationsEndpoint", {
      value: `${api.apiEndpoint}${NOTIFICATIONS_PATH}`,
    });
    new CfnOutput(this, "AlarmTopicArn", { value: alarms.topic.topicArn });
  }

  private httpApi(stage: Stage, graphql: PlatformFunction, paymentNotification: PlatformFunction): HttpApi {
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
    const toldBy = paymentNotification.live as IFunction;
    const notifications = api.addRoutes({
      path: NOTIFICATIONS_PATH,
      methods: [HttpMethod.POST],
      integration: new HttpLambdaIntegration("PaymentNotifications", toldBy, { timeout }),
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
    for (const route of notifications) {
      Validations.of(route).acknowledge({
        id: "AwsSolutions-APIG4",
        reason:
          "A payment gateway signs each notification with a key that the function knows; whatever is not signed so is refused.",
      });
    }
    return api;
  }
}

const cors = (origins: readonly string[]) => ({
  allowOrigins: [...origins],
  allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.POST],
  allowHeaders: ["accept-language", "authorization", "content-type", "x-api-key"],
  exposeHeaders: ["x-request-id"],
  maxAge: Duration.hours(CORS_MAX_AGE_HOURS),
});
