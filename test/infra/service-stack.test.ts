import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Match } from "aws-cdk-lib/assertions";
import { afterAll, describe, expect, test } from "vitest";
import { STAGES } from "../../infra/stages.ts";
import { GRAPHQL_PATH } from "../../services/graphql/http.ts";
import { CONFIG } from "../../services/platform/config.ts";
import { only, synthesise } from "./synthesise.ts";

type Statement = {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
};

const synthesised = synthesise();
afterAll(synthesised.remove);

const list = <T>(one: T | readonly T[]): readonly T[] => (Array.isArray(one) ? one : [one as T]);

/** An ARN with its intrinsics left out, and what another stack exports as the name of the thing. */
function readable(resource: unknown): string {
  if (typeof resource === "string") return resource;
  const text = JSON.stringify(resource);
  const table = /:table\/([\w-]+(?:\/index\/\w+)?)/.exec(text)?.[1];
  return table ?? /(DataKey|SecretKey|RootSecret|GraphqlLog)/.exec(text)?.[1] ?? text;
}

describe.each(STAGES)("the service of $name", (stage) => {
  const { name, servedPrefix, logRetentionDays, throttle } = stage;
  const stack = `civigraph-${name}-service`;
  const template = synthesised.template(stack);
  const resources = (type: string) => synthesised.resources(stack, type);
  const statements = Object.values(resources("AWS::IAM::Policy")).flatMap(
    ({ Properties }) => (Properties.PolicyDocument as { Statement: Statement[] }).Statement,
  );

  test("may do exactly this, and nothing else", () => {
    const allowed = statements.map(({ Effect, Action, Resource }) => {
      expect(Effect).toBe("Allow");
      return `${list(Action).join(" ")} on ${list(Resource).map(readable).sort().join(" ")}`;
    });
    const table = (table: string): string => `${servedPrefix}-${table}`;
    const ledger = ["ledger-live", "ledger-test"];
    const others = ["records-live", "records-test", "registry"];
    expect(allowed).toEqual([
      "logs:CreateLogStream logs:PutLogEvents on GraphqlLog",
      "xray:PutTelemetryRecords xray:PutTraceSegments on *",
      "dynamodb:BatchGetItem dynamodb:GetItem dynamodb:Query on " +
        [...ledger, ...others].sort().map(table).join(" "),
      `dynamodb:ConditionCheckItem dynamodb:PutItem dynamodb:UpdateItem on ${others.map(table).join(" ")}`,
      `dynamodb:ConditionCheckItem dynamodb:PutItem dynamodb:UpdateItem on ${ledger.map(table).join(" ")}`,
      "dynamodb:Query on " +
        [...ledger.map((name) => `${name}/index/index1`), "registry/index/index1", "registry/index/index2"]
          .map(table)
          .join(" "),
      "kms:Decrypt on DataKey",
      "secretsmanager:GetSecretValue on RootSecret",
      "kms:Decrypt on SecretKey",
    ]);
  });

  test("writes to the ledger inside transactions only, and deletes nothing anywhere", () => {
    const onLedger = statements.filter(
      ({ Action, Resource }) =>
        list(Action).includes("dynamodb:PutItem") && JSON.stringify(Resource).includes("-ledger-"),
    );
    expect(onLedger.map(({ Condition }) => Condition)).toEqual([
      { "ForAnyValue:StringEquals": { "dynamodb:EnclosingOperation": ["TransactWriteItems"] } },
    ]);
    expect(JSON.stringify(statements)).not.toContain("Delete");
  });

  test("has no wildcard in an action, no role of AWS's making, and nothing inline", () => {
    for (const { Action } of statements) expect(list(Action).join()).not.toContain("*");
    for (const { Properties } of Object.values(resources("AWS::IAM::Role"))) {
      expect(Properties.ManagedPolicyArns).toBeUndefined();
      expect(Properties.Policies).toBeUndefined();
    }
  });

  test("decrypts only through the service that keeps what is encrypted", () => {
    const via = statements
      .filter(({ Action }) => Action === "kms:Decrypt")
      .map(({ Condition }) => JSON.stringify(Condition));
    expect(via[0]).toContain("dynamodb.");
    expect(via[1]).toContain("secretsmanager.");
  });

  test("runs on Node 24 on Arm, traced, with JSON logs that end", () => {
    template.allResourcesProperties("AWS::Lambda::Function", {
      Runtime: "nodejs24.x",
      Architectures: ["arm64"],
      MemorySize: 1024,
      Timeout: 10,
      TracingConfig: { Mode: "Active" },
      LoggingConfig: Match.objectLike({ LogFormat: "JSON", ApplicationLogLevel: "INFO" }),
    });
    template.resourceCountIs("AWS::Logs::LogGroup", 2);
    template.allResourcesProperties("AWS::Logs::LogGroup", { RetentionInDays: logRetentionDays });
  });

  test("reserves instances in prod only", () => {
    const reserved = only(resources("AWS::Lambda::Function")).Properties.ReservedConcurrentExecutions;
    expect(reserved).toBe(name === "prod" ? 400 : undefined);
  });

  test("is told all that its configuration needs, and never the secret itself", () => {
    const environment = only(resources("AWS::Lambda::Function")).Properties.Environment as {
      Variables: Record<string, unknown>;
    };
    const { tablePrefix, oidcIssuer, oidcAudience, oidcJwksUrl, secretId } = CONFIG;
    expect(Object.keys(environment.Variables).sort()).toEqual(
      [tablePrefix, oidcIssuer, oidcAudience, oidcJwksUrl, secretId].sort(),
    );
    expect(environment.Variables[tablePrefix]).toBe(servedPrefix);
  });

  test("is called at its alias `live`, whose versions stay for going back", () => {
    template.hasResourceProperties("AWS::Lambda::Alias", { Name: "live" });
    expect(only(resources("AWS::Lambda::Version")).DeletionPolicy).toBe("Retain");
    for (const { Properties } of Object.values(resources("AWS::ApiGatewayV2::Integration"))) {
      expect(JSON.stringify(Properties.IntegrationUri)).toContain("Aliaslive");
    }
  });

  test("answers GET and POST of one path", () => {
    const routes = Object.values(resources("AWS::ApiGatewayV2::Route")).map(
      ({ Properties }) => Properties.RouteKey,
    );
    expect(routes.sort()).toEqual([`GET ${GRAPHQL_PATH}`, `POST ${GRAPHQL_PATH}`]);
  });

  test("throttles, and logs no address, agent or query", () => {
    const { AccessLogSettings, DefaultRouteSettings } = only(
      resources("AWS::ApiGatewayV2::Stage"),
    ).Properties;
    expect(DefaultRouteSettings).toEqual({
      ThrottlingRateLimit: throttle.requestsPerSecond,
      ThrottlingBurstLimit: throttle.burst,
    });
    const { Format } = AccessLogSettings as { Format: string };
    expect(JSON.parse(Format)).toMatchObject({ requestId: "$context.requestId", status: "$context.status" });
    expect(Format).not.toMatch(/identity|sourceIp|userAgent|queryString|authorizer/);
  });

  test("takes calls from the browser origins of the stage only", () => {
    const cors = only(resources("AWS::ApiGatewayV2::Api")).Properties.CorsConfiguration;
    if (stage.corsOrigins.length === 0) expect(cors).toBeUndefined();
    else expect(cors).toMatchObject({ AllowOrigins: stage.corsOrigins, AllowMethods: ["GET", "POST"] });
  });

  test("calls for help: faults, crashes, throttling and slow answers reach one topic", () => {
    const alarms = Object.values(resources("AWS::CloudWatch::Alarm")).map(({ Properties }) => Properties);
    expect(alarms.map((alarm) => alarm.MetricName).sort()).toEqual([
      "5xx",
      "Duration",
      "Errors",
      "Faults",
      "Throttles",
    ]);
    for (const alarm of alarms)
      expect(alarm.AlarmActions).toEqual([{ Ref: expect.stringMatching(/^AlarmsTopic/) }]);
    template.hasResourceProperties("AWS::Logs::MetricFilter", { FilterPattern: '{ $.level = "ERROR" }' });
    template.hasResourceProperties("AWS::SNS::TopicPolicy", {
      PolicyDocument: Match.objectLike({
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: "Allow",
            Principal: { Service: "cloudwatch.amazonaws.com" },
            Action: "sns:Publish",
          }),
        ]),
      }),
    });
  });

  test("names its endpoint", () => {
    expect(JSON.stringify(template.findOutputs("Endpoint"))).toContain(GRAPHQL_PATH);
  });
});

test("the code sends nothing to the database that the function may not do", () => {
  const services = new URL("../../services", import.meta.url).pathname;
  const sources = readdirSync(services, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  const forbidden =
    /\b(Scan|Delete|BatchWrite|ExecuteStatement|TransactGet)Command\b|\bDeleteTransaction\b|\bDelete:/;
  const found = sources.filter((file) => forbidden.test(readFileSync(join(services, file), "utf8")));
  expect(found).toEqual([]);
});
