import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { STAGES, type Stage } from "../../infra/stages.ts";
import { CORS } from "../../local/cors.ts";
import { GRAPHQL_PATH } from "../../services/api/http.ts";
import { WORK } from "../../services/app/schedules.ts";
import { CONFIG } from "../../services/kernel/process/config.ts";
import { ledgerKeys } from "../../services/money/ledger/keys.ts";
import { NOTIFICATIONS_PATH } from "../../services/money/payments/notification-endpoint.ts";
import { sharedSynthesis } from "./shared-synthesis.ts";
import {
  differences,
  functionStatements,
  strayPermissions,
  unexplainedWildcards,
  WILDCARDS,
} from "./statements.ts";
import { only, type Resource } from "./synthesise.ts";

type Statement = {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
};

const LEDGER = ["ledger-live", "ledger-test"];
const RECORDS = ["records-live", "records-test"];
const OTHERS = [...RECORDS, "registry"];
const INDEXES = [
  ...LEDGER.map((name) => `${name}/index/index1`),
  ...RECORDS.flatMap((name) => [`${name}/index/index1`, `${name}/index/index2`]),
  "registry/index/index1",
  "registry/index/index2",
];

/** Each with its name, the message of its line, and the seconds that its runs are counted by. */
const SCHEDULES = [
  ["DeliverEvents", "deliver-events", "outbox", 300],
  ["VerifyLedger", "verify-ledger", "ledger", 3_600],
  ["EndRides", "end-rides", "rides", 300],
  ["CollectFares", "collect-fares", "collected fares", 300],
  ["PayAutomatically", "pay-automatically", "automatic payments", 600],
  ["RunCaseClocks", "run-case-clocks", "case clocks", 600],
  ["CloseHallDays", "close-hall-days", "hall days", 600],
  ["SettleDays", "settle-days", "settlements", 3_600],
  ["PublishDocuments", "publish-documents", "published documents", 300],
  ["TakeLicenceChanges", "take-licence-changes", "licences of registers", 300],
] as const;

const SCHEDULED = SCHEDULES.map(([id]) => id);
const CALLED = ["Graphql", "PaymentNotification", "WalletCall"];
const FUNCTIONS = [...CALLED, ...SCHEDULED];

const NAMED = new RegExp(
  [
    ...[String.raw`LicenceKeys\w{18}\d{4}`, "DataKey", "SecretKey", "RootSecret", "PaymentGateways"],
    ...["BankAccountCheck", "LicencePeers", "TextMessages", "LicenceRegisters"],
    `(${[...CALLED, ...SCHEDULED.map((id) => `${id}Called`)].join("|")})Log`,
    `(${SCHEDULED.join("|")})Missed`,
  ].join("|"),
);

const OPERATORS = readFileSync(new URL("../../docs/operators.md", import.meta.url), "utf8");

const synthesised = await sharedSynthesis();

const list = <T>(one: T | readonly T[]): readonly T[] => (Array.isArray(one) ? one : [one as T]);

/** An ARN with its intrinsics left out, and what another stack exports as the name of the thing. */
function readable(resource: unknown): string {
  if (typeof resource === "string") return resource;
  const text = JSON.stringify(resource);
  const [, bucket, under = ""] =
    /civigraph-(?:dev|prod)-(files|documents)-.*?(?:\/(\w+)\/\*"|$)/.exec(text) ?? [];
  if (bucket) return `${bucket}/${under}`;
  const table = /:table\/([\w-]+(?:\/index\/\w+)?)/.exec(text)?.[1];
  return table ?? NAMED.exec(text)?.[0] ?? text;
}

/** The rights of every function. */
const LOG = "logs:CreateLogStream logs:PutLogEvents on";
const TRACE = "xray:PutTelemetryRecords xray:PutTraceSegments on *";

describe.each(STAGES)("the service of $name", (stage) => {
  const { name, servedPrefix, logRetentionDays, throttle } = stage;
  const licenceKeys: Stage["licenceKeys"] = stage.licenceKeys;
  const issuersKeys = licenceKeys.map((key) => `LicenceKeys${key.issuer}${key.name}`).join(" ");
  const stack = `civigraph-${name}-service`;
  const template = synthesised.template(stack);
  const resources = (type: string) => synthesised.resources(stack, type);
  const statementsOf = (role: string): readonly Statement[] =>
    Object.entries(resources("AWS::IAM::Policy"))
      .filter(([id]) => id.startsWith(role))
      .flatMap(
        ({ 1: { Properties } }) => (Properties.PolicyDocument as { Statement: Statement[] }).Statement,
      );
  const statements = statementsOf("");
  const table = (name: string): string => `${servedPrefix}-${name}`;
  const resourceNamed = (type: string, id: string): Resource => {
    const found = Object.entries(resources(type)).filter(([name]) => name.startsWith(id));
    return only(Object.fromEntries(found));
  };

  const grantsOf = (role: string): readonly string[] =>
    statementsOf(role).map(({ Effect, Action, Resource, Condition }) => {
      expect(Effect).toBe("Allow");
      const only = JSON.stringify(Condition ?? "").includes("TransactWriteItems") ? " in transactions" : "";
      return `${list(Action).join(" ")} on ${list(Resource).map(readable).sort().join(" ")}${only}`;
    });

  test("lets the API do exactly this, and nothing else", () => {
    expect(grantsOf("Graphql")).toEqual([
      `${LOG} GraphqlLog`,
      TRACE,
      `dynamodb:BatchGetItem dynamodb:GetItem dynamodb:Query on ${[...LEDGER, ...OTHERS].map(table).join(" ")}`,
      `dynamodb:ConditionCheckItem dynamodb:PutItem dynamodb:UpdateItem on ${OTHERS.map(table).join(" ")}`,
      `dynamodb:Query on ${INDEXES.map(table).join(" ")}`,
      `dynamodb:ConditionCheckItem dynamodb:PutItem dynamodb:UpdateItem on ${LEDGER.map(table).join(" ")} in transactions`,
      "kms:Decrypt on DataKey",
      "secretsmanager:GetSecretValue on BankAccountCheck LicencePeers PaymentGateways RootSecret TextMessages",
      "kms:Decrypt on SecretKey",
      ...(licenceKeys.length > 0 ? [`kms:GetPublicKey on ${issuersKeys}`, `kms:Sign on ${issuersKeys}`] : []),
      "s3:GetObject s3:PutObject on files/kept files/uploads",
      "s3:GetObjectTagging on files/uploads",
      "s3:ListBucket on files/",
      "kms:Decrypt kms:GenerateDataKey on DataKey",
    ]);
  });

  test("lets what takes notifications do exactly this, and nothing else", () => {
    const tables = [...LEDGER, ...RECORDS].map(table).join(" ");
    expect(grantsOf("PaymentNotification")).toEqual([
      `${LOG} PaymentNotificationLog`,
      TRACE,
      `dynamodb:BatchGetItem dynamodb:GetItem dynamodb:Query on ${tables}`,
      `dynamodb:ConditionCheckItem dynamodb:PutItem dynamodb:UpdateItem on ${tables} in transactions`,
      "kms:Decrypt on DataKey",
      "secretsmanager:GetSecretValue on PaymentGateways",
      "kms:Decrypt on SecretKey",
    ]);
  });

  test("lets what answers wallets do exactly this, and nothing else", () => {
    expect(grantsOf("WalletCall")).toEqual([
      `${LOG} WalletCallLog`,
      TRACE,
      `dynamodb:BatchGetItem dynamodb:GetItem dynamodb:Query on ${OTHERS.map(table).join(" ")}`,
      `dynamodb:ConditionCheckItem dynamodb:PutItem dynamodb:UpdateItem on ${RECORDS.map(table).join(" ")} in transactions`,
      "kms:Decrypt on DataKey",
      "secretsmanager:GetSecretValue on RootSecret",
      "kms:Decrypt on SecretKey",
      ...(licenceKeys.length > 0 ? [`kms:GetPublicKey on ${issuersKeys}`, `kms:Sign on ${issuersKeys}`] : []),
    ]);
  });

  test("lets the verification of ledgers do exactly this, and nothing else: it alone scans, and ledgers alone", () => {
    expect(grantsOf("VerifyLedger")).toEqual([
      `${LOG} VerifyLedgerCalledLog`,
      "sqs:SendMessage on VerifyLedgerMissed",
      TRACE,
      `dynamodb:BatchGetItem dynamodb:GetItem dynamodb:Query on ${[...LEDGER, ...RECORDS].map(table).join(" ")}`,
      `dynamodb:Scan on ${LEDGER.map(table).join(" ")}`,
      `dynamodb:Query on ${[...LEDGER.flatMap((name) => [`${name}/index/index1`, `${name}/index/index2`]), ...RECORDS.map((name) => `${name}/index/index1`)].map(table).join(" ")}`,
      `dynamodb:BatchGetItem dynamodb:GetItem dynamodb:PutItem dynamodb:Query on ${table("registry")}`,
      "kms:Decrypt on DataKey",
      "secretsmanager:GetSecretValue on RootSecret",
      "kms:Decrypt on SecretKey",
    ]);
    const kept = statementsOf("VerifyLedger").find(({ Action }) => list(Action).includes("dynamodb:PutItem"));
    const verifications = [
      ...["ledger-verification#live", "ledger-checkpoint#live#*"],
      ...["ledger-verification#test", "ledger-checkpoint#test#*"],
    ];
    expect(kept?.Condition).toEqual({
      "ForAllValues:StringLike": { "dynamodb:LeadingKeys": verifications },
    });
    expect(
      (["live", "test"] as const).flatMap((mode) => [
        ledgerKeys.verification(mode).pk,
        ledgerKeys.checkpoints(mode, "*"),
      ]),
    ).toEqual(verifications);
    expect(JSON.stringify(statements).match(/dynamodb:Scan/g)).toHaveLength(1);
  });

  test("lets what ends rides do exactly this, and nothing else", () => {
    const tables = [...LEDGER, ...RECORDS].map(table).join(" ");
    expect(grantsOf("EndRides")).toEqual([
      `${LOG} EndRidesCalledLog`,
      "sqs:SendMessage on EndRidesMissed",
      TRACE,
      `dynamodb:BatchGetItem dynamodb:GetItem dynamodb:Query on ${tables}`,
      `dynamodb:ConditionCheckItem dynamodb:PutItem dynamodb:UpdateItem on ${tables} in transactions`,
      `dynamodb:Query on ${RECORDS.map((name) => table(`${name}/index/index1`)).join(" ")}`,
      `dynamodb:BatchGetItem dynamodb:GetItem dynamodb:Query on ${table("registry")}`,
      "kms:Decrypt on DataKey",
    ]);
  });

  test.each(["CollectFares", "PayAutomatically"])("lets %s do exactly this, and nothing else", (id) => {
    const tables = [...LEDGER, ...RECORDS].map(table).join(" ");
    expect(grantsOf(id)).toEqual([
      `${LOG} ${id}CalledLog`,
      `sqs:SendMessage on ${id}Missed`,
      TRACE,
      `dynamodb:BatchGetItem dynamodb:GetItem dynamodb:Query on ${tables}`,
      `dynamodb:ConditionCheckItem dynamodb:PutItem dynamodb:UpdateItem on ${tables} in transactions`,
      `dynamodb:Query on ${RECORDS.map((name) => table(`${name}/index/index1`)).join(" ")}`,
      "kms:Decrypt on DataKey",
      "secretsmanager:GetSecretValue on PaymentGateways",
      "kms:Decrypt on SecretKey",
    ]);
  });

  test("lets what settles days do exactly this, and nothing else", () => {
    const tables = [...LEDGER, ...RECORDS].map(table).join(" ");
    expect(grantsOf("SettleDays")).toEqual([
      `${LOG} SettleDaysCalledLog`,
      "sqs:SendMessage on SettleDaysMissed",
      TRACE,
      `dynamodb:BatchGetItem dynamodb:GetItem dynamodb:Query on ${tables}`,
      `dynamodb:ConditionCheckItem dynamodb:PutItem dynamodb:UpdateItem on ${tables} in transactions`,
      `dynamodb:Query on ${[...LEDGER, ...RECORDS].map((name) => table(`${name}/index/index1`)).join(" ")}`,
      "kms:Decrypt on DataKey",
    ]);
  });

  test("lets what publishes documents read exceptions and who signs, sign and put them, and nothing else", () => {
    expect(grantsOf("PublishDocuments")).toEqual([
      `${LOG} PublishDocumentsCalledLog`,
      "sqs:SendMessage on PublishDocumentsMissed",
      TRACE,
      `dynamodb:Query on ${RECORDS.map((name) => table(`${name}/index/index1`)).join(" ")}`,
      `dynamodb:BatchGetItem dynamodb:GetItem dynamodb:Query on ${table("registry")}`,
      "kms:Decrypt on DataKey",
      "secretsmanager:GetSecretValue on RootSecret",
      "kms:Decrypt on SecretKey",
      "s3:PutObject on documents/documents",
    ]);
  });

  test("lets what asks registers read types, write records and read its settings, and nothing else", () => {
    const records = RECORDS.map(table).join(" ");
    expect(grantsOf("TakeLicenceChanges")).toEqual([
      `${LOG} TakeLicenceChangesCalledLog`,
      "sqs:SendMessage on TakeLicenceChangesMissed",
      TRACE,
      `dynamodb:BatchGetItem dynamodb:GetItem dynamodb:Query on ${records} ${table("registry")}`,
      `dynamodb:ConditionCheckItem dynamodb:PutItem dynamodb:UpdateItem on ${records} in transactions`,
      "kms:Decrypt on DataKey",
      "secretsmanager:GetSecretValue on LicenceRegisters RootSecret",
      "kms:Decrypt on SecretKey",
    ]);
  });

  // Standing orders are drawn from the fund with the clocks of cases, and paid out by the ledger.
  test.each([
    ["runs the clocks of cases", "RunCaseClocks", ["index1"], [...LEDGER, ...RECORDS]],
    ["closes the days of halls", "CloseHallDays", ["index1", "index2"], RECORDS],
  ])("lets what %s do exactly this, and nothing else", (_, id, indexes, tables) => {
    const written = tables.map(table).join(" ");
    expect(grantsOf(id)).toEqual([
      `${LOG} ${id}CalledLog`,
      `sqs:SendMessage on ${id}Missed`,
      TRACE,
      `dynamodb:BatchGetItem dynamodb:GetItem dynamodb:Query on ${written} ${table("registry")}`,
      `dynamodb:ConditionCheckItem dynamodb:PutItem dynamodb:UpdateItem on ${written} in transactions`,
      `dynamodb:Query on ${RECORDS.flatMap((name) => indexes.map((index) => table(`${name}/index/${index}`))).join(" ")}`,
      "kms:Decrypt on DataKey",
    ]);
  });

  test("deletes nothing anywhere", () => {
    expect(JSON.stringify(statements)).not.toContain("Delete");
  });

  test("lets the delivery of events do exactly this, and nothing else", () => {
    const written = [...LEDGER, ...RECORDS].map(table).join(" ");
    const isOfOutbox = (name: string) => name.endsWith("index1") && !name.startsWith("ledger");
    expect(grantsOf("DeliverEvents")).toEqual([
      `${LOG} DeliverEventsCalledLog`,
      "sqs:SendMessage on DeliverEventsMissed",
      TRACE,
      `dynamodb:BatchGetItem dynamodb:GetItem dynamodb:Query on ${written} ${table("registry")}`,
      `dynamodb:Query on ${INDEXES.filter(isOfOutbox).map(table).join(" ")}`,
      `dynamodb:ConditionCheckItem dynamodb:PutItem dynamodb:UpdateItem on ${written} in transactions`,
      `dynamodb:UpdateItem on ${table("registry")} in transactions`,
      `dynamodb:PutItem on ${table("registry")} in transactions`,
      "kms:Decrypt on DataKey",
      "secretsmanager:GetSecretValue on PaymentGateways",
      "kms:Decrypt on SecretKey",
    ]);
    const put = statementsOf("DeliverEvents").find(({ Action }) => Action === "dynamodb:PutItem");
    expect(put?.Condition).toMatchObject({
      "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["ptn_*", "audit#ptn_*"] },
    });
  });

  test("lets everybody call nothing but what calls them: the gateway the API, the clock what is scheduled", () => {
    const callers = Object.values(resources("AWS::Lambda::Permission")).map(
      ({ Properties }) => Properties.Principal,
    );
    expect([...new Set(callers)].sort()).toEqual(["apigateway.amazonaws.com", "events.amazonaws.com"]);
  });

  test("has no wildcard in an action, no role of AWS's making, and nothing inline", () => {
    for (const { Action } of statements) expect(list(Action).join()).not.toContain("*");
    for (const { Properties } of Object.values(resources("AWS::IAM::Role"))) {
      expect(Properties.ManagedPolicyArns).toBeUndefined();
      expect(Properties.Policies).toBeUndefined();
    }
  });

  test("decrypts only through the service that keeps what is encrypted", () => {
    const via = statementsOf("Graphql")
      .filter(({ Action }) => Action === "kms:Decrypt")
      .map(({ Condition }) => JSON.stringify(Condition));
    expect(via[0]).toContain("dynamodb.");
    expect(via[1]).toContain("secretsmanager.");
  });

  test("runs on Node 24 on Arm, traced, with JSON logs that end", () => {
    template.allResourcesProperties("AWS::Lambda::Function", {
      Runtime: "nodejs24.x",
      Architectures: ["arm64"],
      TracingConfig: { Mode: "Active" },
      LoggingConfig: Match.objectLike({ LogFormat: "JSON", ApplicationLogLevel: "INFO" }),
    });
    const sizes = FUNCTIONS.map((id) => resourceNamed("AWS::Lambda::Function", id).Properties);
    expect(sizes.map(({ MemorySize, Timeout }) => [MemorySize, Timeout])).toEqual([
      [1_024, 10],
      [512, 10],
      [1_024, 10],
      [512, 55],
      [1_769, 900],
      [512, 120],
      [512, 300],
      [512, 300],
      [512, 300],
      [512, 300],
      [512, 600],
      [1_024, 100],
      [512, 150],
    ]);
    template.resourceCountIs("AWS::Logs::LogGroup", 14);
    template.allResourcesProperties("AWS::Logs::LogGroup", { RetentionInDays: logRetentionDays });
  });

  test("reserves instances in prod only", () => {
    const reserved = FUNCTIONS.map(
      (id) => resourceNamed("AWS::Lambda::Function", id).Properties.ReservedConcurrentExecutions,
    );
    expect(reserved).toEqual(
      name === "prod" ? [400, 20, 20, ...Array(10).fill(1)] : Array(13).fill(undefined),
    );
  });

  test("tells each all that its configuration needs, and never the secret itself", () => {
    const environmentOf = (id: string) =>
      resourceNamed("AWS::Lambda::Function", id).Properties.Environment as {
        Variables: Record<string, unknown>;
      };
    const environment = environmentOf("Graphql");
    const { tablePrefix, metricsNamespace, oidcIssuer, oidcAudience, oidcJwksUrl, secretId, filesUrl } =
      CONFIG;
    const gateways = "CIVIGRAPH_PAYMENT_GATEWAYS_ID";
    const peers = ["CIVIGRAPH_BANK_ACCOUNT_CHECK_ID", "CIVIGRAPH_LICENCE_PEERS_ID"];
    const called = [gateways, ...peers, "CIVIGRAPH_TEXT_MESSAGES_ID"];
    const site = name === "dev" ? ["CIVIGRAPH_SITE_ORIGIN"] : [];
    const ofOfficers = [CONFIG.oidcOfficersIssuer, CONFIG.oidcOfficersJwksUrl];
    expect(Object.keys(environment.Variables).sort()).toEqual(
      [
        tablePrefix,
        metricsNamespace,
        oidcIssuer,
        oidcAudience,
        oidcJwksUrl,
        ...ofOfficers,
        secretId,
        ...called,
        ...site,
        filesUrl,
      ].sort(),
    );
    expect(environment.Variables[tablePrefix]).toBe(servedPrefix);
    expect(environment.Variables[metricsNamespace]).toBe(`civigraph/${name}`);
    expect(environmentOf("PaymentNotification").Variables).toEqual({
      ...{ [tablePrefix]: servedPrefix, [CONFIG.endpoint]: "payment-notification" },
      [gateways]: expect.anything(),
    });
    expect(environmentOf("WalletCall").Variables).toEqual({
      ...{ [tablePrefix]: servedPrefix, [CONFIG.endpoint]: "wallet-call", [secretId]: expect.anything() },
      ...Object.fromEntries(site.map((variable) => [variable, expect.anything()])),
    });
    for (const [id, name] of SCHEDULES) {
      const pays = ["DeliverEvents", "CollectFares", "PayAutomatically"].includes(id);
      expect(environmentOf(id).Variables).toEqual({
        ...{ [tablePrefix]: servedPrefix, [CONFIG.schedule]: name },
        ...(pays ? { [gateways]: expect.anything() } : {}),
        ...(id === "TakeLicenceChanges" ? { CIVIGRAPH_LICENCE_REGISTERS_ID: expect.anything() } : {}),
        ...(["VerifyLedger", "PublishDocuments", "TakeLicenceChanges"].includes(id)
          ? { [secretId]: expect.anything() }
          : {}),
        ...(id === "PublishDocuments"
          ? {
              ...Object.fromEntries(site.map((variable) => [variable, expect.anything()])),
              [CONFIG.documentsUrl]: expect.anything(),
            }
          : {}),
      });
    }
  });

  test("calls each at its alias `live`, whose versions stay for going back", () => {
    template.allResourcesProperties("AWS::Lambda::Alias", { Name: "live" });
    for (const id of FUNCTIONS) {
      expect(resourceNamed("AWS::Lambda::Version", id).DeletionPolicy).toBe("Retain");
    }
    for (const { Properties } of Object.values(resources("AWS::ApiGatewayV2::Integration"))) {
      expect(JSON.stringify(Properties.IntegrationUri)).toContain("Aliaslive");
    }
  });

  test.each([
    ["DeliverEvents", "rate(1 minute)"],
    ["VerifyLedger", "rate(1 hour)"],
    ["EndRides", "rate(5 minutes)"],
    ["CollectFares", "rate(5 minutes)"],
    ["PayAutomatically", "rate(10 minutes)"],
    ["RunCaseClocks", "rate(10 minutes)"],
    ["CloseHallDays", "rate(10 minutes)"],
    ["SettleDays", "rate(1 hour)"],
    ["PublishDocuments", "rate(2 minutes)"],
    ["TakeLicenceChanges", "rate(5 minutes)"],
  ])("calls %s at %s, and keeps calls that failed or never came about for an hour", (id, rate) => {
    const { ScheduleExpression, State, Targets } = resourceNamed("AWS::Events::Rule", id).Properties;
    expect([ScheduleExpression, State]).toEqual([rate, "ENABLED"]);
    const [target, ...more] = Targets as { Arn: unknown; DeadLetterConfig: unknown; RetryPolicy: unknown }[];
    expect(more).toEqual([]);
    expect(JSON.stringify(target?.Arn)).toContain("Aliaslive");
    expect(target?.RetryPolicy).toEqual({ MaximumEventAgeInSeconds: 60, MaximumRetryAttempts: 0 });
    for (const config of [
      target?.DeadLetterConfig,
      resourceNamed("AWS::Lambda::Function", id).Properties.DeadLetterConfig,
    ]) {
      expect(JSON.stringify(config)).toContain(`${id}Missed`);
    }
    expect(resourceNamed("AWS::SQS::Queue", id).Properties).toMatchObject({
      MessageRetentionPeriod: 3_600,
      SqsManagedSseEnabled: true,
    });
  });

  test("has Lambda repeat no scheduled call by itself, and leave one that waited a minute to the next", () => {
    const configs = Object.values(resources("AWS::Lambda::EventInvokeConfig")).map(
      ({ Properties }) => Properties,
    );
    expect(configs).toHaveLength(SCHEDULES.length);
    for (const [id] of SCHEDULES) {
      expect(configs).toContainEqual({
        FunctionName: { Ref: expect.stringMatching(new RegExp(`^${id}Called`)) },
        // The alias is what is called; a setting of the function itself would not count for it.
        Qualifier: "live",
        MaximumEventAgeInSeconds: 60,
        MaximumRetryAttempts: 0,
      });
    }
  });

  test.each(SCHEDULES)(
    "hears of the silence of %s, by the line that each of its runs logs",
    (id, name, line, period) => {
      // Its function logs what the schedule of this name states, as test/infra/boot.test.ts sees it do.
      expect(WORK.find(({ schedule }) => schedule.name === name)?.schedule.logs).toBe(line);
      template.hasResourceProperties("AWS::Logs::MetricFilter", {
        LogGroupName: { Ref: Match.stringLikeRegexp(`^${id}CalledLog`) },
        FilterPattern: `{ $.message = "${line}" }`,
        MetricTransformations: [Match.objectLike({ MetricName: `${id}RunCount`, MetricValue: "1" })],
      });
      template.hasResourceProperties("AWS::CloudWatch::Alarm", {
        MetricName: `${id}RunCount`,
        ComparisonOperator: "LessThanThreshold",
        ...{ Statistic: "Sum", Threshold: 1, Period: period, EvaluationPeriods: 3 },
        TreatMissingData: "breaching",
      });
    },
  );

  test("answers GET and POST of one path, takes what payment gateways post, and answers wallets", () => {
    const routes = Object.values(resources("AWS::ApiGatewayV2::Route")).map(
      ({ Properties }) => Properties.RouteKey,
    );
    expect(routes.sort()).toEqual([
      "GET /.well-known/oauth-authorization-server/openid/{mode}",
      "GET /.well-known/openid-credential-issuer/openid/{mode}",
      `GET ${GRAPHQL_PATH}`,
      `POST ${GRAPHQL_PATH}`,
      "POST /openid/{mode}/{call}",
      `POST ${NOTIFICATIONS_PATH}{mode}`,
    ]);
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
    else
      expect(cors).toMatchObject({
        ...{ AllowOrigins: stage.corsOrigins, AllowMethods: ["GET", "POST"] },
        // As `npm start` answers, so that a front-end finds nothing else when it is deployed.
        ...{ AllowHeaders: [...CORS.headers], ExposeHeaders: [...CORS.exposed] },
      });
  });

  test("calls for help: all that goes wrong with API, outbox, payments, ledgers, cases and halls reaches one topic", () => {
    const alarms = Object.values(resources("AWS::CloudWatch::Alarm")).map(({ Properties }) => Properties);
    expect(alarms.map((alarm) => alarm.MetricName).sort()).toEqual([
      "5xx",
      "ApproximateNumberOfMessagesVisible",
      "ApproximateNumberOfMessagesVisible",
      "ApproximateNumberOfMessagesVisible",
      "ApproximateNumberOfMessagesVisible",
      "ApproximateNumberOfMessagesVisible",
      "ApproximateNumberOfMessagesVisible",
      "ApproximateNumberOfMessagesVisible",
      "ApproximateNumberOfMessagesVisible",
      "AttendanceBurstCount",
      "AutomaticPaymentFaultCount",
      "CaseClockLagSeconds",
      "CloseHallDaysRunCount",
      "CollectFaresRunCount",
      "DeadLetterCount",
      "DeemedAcceptanceCount",
      "DeemedGrantCount",
      "DeliverEventsRunCount",
      "DoubtedPeerCount",
      "Duration",
      "EndRidesRunCount",
      "Errors",
      "Errors",
      "Errors",
      "FareCollectionFaultCount",
      "Faults",
      "FundOrderLagSeconds",
      "GuessedLicenceCount",
      "HallDayLagSeconds",
      "LapsesWithoutChannelCount",
      "LedgerDifferenceCount",
      "LedgerImbalanceFen",
      "LedgerVerificationAgeSeconds",
      "NotificationFaultCount",
      "OnlineRemedyGapCount",
      "OpenPaymentAgeSeconds",
      "OutboxAgeSeconds",
      "OverdueCaseCount",
      "OverdueDeliveryCount",
      "OverdueEvaluationCount",
      "OverdueRectificationCount",
      "PauseOverCount",
      "PayAutomaticallyRunCount",
      "PublishDocumentsRunCount",
      "RefusedAttendanceCount",
      "RefusedLicenceCodeCount",
      "RefusedPayoutCount",
      "RefusedRegisterChangeCount",
      "RunCaseClocksRunCount",
      "SettleDaysRunCount",
      "SettlementDifferenceCount",
      "SettlementDueSeconds",
      "SettlementNegativeDays",
      "SignInKeyFailureCount",
      "TakeLicenceChangesRunCount",
      "TextUnknownCount",
      "Throttles",
      "UnansweredPeerCount",
      "UnansweredRegisterCount",
      "UnpublishedDocumentCount",
      "UnresolvedDifferenceAgeSeconds",
      "VerifiedLicenceCount",
      "VerifyLedgerRunCount",
      "WalletCallFaultCount",
      "WrongEndingCount",
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

  test("has a line in the runbook for each alarm, and none for another", () => {
    const rows = OPERATORS.slice(OPERATORS.indexOf("| Alarm "), OPERATORS.indexOf("### Payments that have"));
    const named = [...rows.matchAll(/^\| `(\w+)`/gm)].map(([, alarm]) => alarm);
    const alarms = [stack, `civigraph-${name}-web`].flatMap((of) =>
      Object.keys(synthesised.resources(of, "AWS::CloudWatch::Alarm")).map(
        (id) => /^Alarms(\w+?)[0-9A-F]{8}$/.exec(id)?.[1],
      ),
    );
    expect(named.sort()).toEqual(alarms.sort());
  });

  test.each([
    ["the issuer's keys cannot be fetched", "sign-in keys", "SignInKeyFailureCount", 1],
    ["texts may not have been sent", "text messages: outcome unknown", "TextUnknownCount", 3],
    ["licences are guessed at", "a licence hears no more ends", "GuessedLicenceCount", 3],
    ["many ends are wrong", "a wrong end was stated of a licence", "WrongEndingCount", 50],
    ["codes are replayed", "a code of a licence was refused", "RefusedLicenceCodeCount", 20],
    ["another region is silent", "platform of another region: no answer", "UnansweredPeerCount", 3],
    ["another region is not believed", "platform of another region: wrong answer", "DoubtedPeerCount", 1],
    ["licences are verified in a burst", "a licence was verified", "VerifiedLicenceCount", 3_000],
  ])("is told that %s, by the line that says so", (_, line, metric, threshold) => {
    template.hasResourceProperties("AWS::Logs::MetricFilter", {
      LogGroupName: { Ref: Match.stringLikeRegexp("^GraphqlLog") },
      FilterPattern: `{ $.message = "${line}" }`,
      MetricTransformations: [Match.objectLike({ MetricName: metric, MetricValue: "1" })],
    });
    template.hasResourceProperties("AWS::CloudWatch::Alarm", {
      MetricName: metric,
      Threshold: threshold,
      Period: 300,
    });
  });

  test("is told of clerks who begin more attendances than people can be served, by the lines that say so", () => {
    for (const [metric, message] of [
      ["RefusedPayoutCount", "a payout was refused by the bank"],
      ["RefusedAttendanceCount", "attendance refused"],
      ["AttendanceBurstCount", "attendances in a burst"],
      ["OnlineRemedyGapCount", "a decision names no online channel"],
    ]) {
      template.hasResourceProperties("AWS::Logs::MetricFilter", {
        LogGroupName: { Ref: Match.stringLikeRegexp("^GraphqlLog") },
        FilterPattern: `{ $.message = "${message}" }`,
        MetricTransformations: [Match.objectLike({ MetricName: metric, MetricValue: "1" })],
      });
      template.hasResourceProperties("AWS::CloudWatch::Alarm", {
        MetricName: metric,
        Threshold: 1,
        Period: 300,
      });
    }
  });

  test("measures outbox, payments and ledgers by what each call logs, and takes silence for the worst", () => {
    const filters = Object.values(resources("AWS::Logs::MetricFilter")).map(({ Properties }) => Properties);
    for (const [metric, field, log] of [
      ["OutboxAgeSeconds", "$.oldestAgeSeconds", "DeliverEventsCalledLog"],
      ["DeadLetterCount", "$.dead", "DeliverEventsCalledLog"],
      ["OpenPaymentAgeSeconds", "$.oldestPostponedSeconds", "DeliverEventsCalledLog"],
      ["LedgerImbalanceFen", "$.imbalanceFen", "VerifyLedgerCalledLog"],
      ["LedgerDifferenceCount", "$.differences", "VerifyLedgerCalledLog"],
      ["LedgerVerificationAgeSeconds", "$.ageSeconds", "VerifyLedgerCalledLog"],
      ["SettlementDueSeconds", "$.oldestDueSeconds", "SettleDaysCalledLog"],
      ["SettlementDifferenceCount", "$.differing", "SettleDaysCalledLog"],
      ["HallDayLagSeconds", "$.lagSeconds", "CloseHallDaysCalledLog"],
      ["CaseClockLagSeconds", "$.lagSeconds", "RunCaseClocksCalledLog"],
      ["FundOrderLagSeconds", "$.ordersLagSeconds", "RunCaseClocksCalledLog"],
      ["UnpublishedDocumentCount", "$.unpublished", "PublishDocumentsCalledLog"],
      ["UnansweredRegisterCount", "$.unanswered", "TakeLicenceChangesCalledLog"],
    ] as const) {
      expect(filters).toContainEqual(
        expect.objectContaining({
          LogGroupName: { Ref: expect.stringMatching(new RegExp(`^${log}`)) },
          FilterPattern: `{ ${field} >= 0 }`,
          MetricTransformations: [expect.objectContaining({ MetricName: metric, MetricValue: field })],
        }),
      );
    }
    template.hasResourceProperties("AWS::CloudWatch::Alarm", {
      MetricName: "OutboxAgeSeconds",
      Statistic: "Maximum",
      Threshold: stage.alarms.outboxAgeMaxSeconds,
      TreatMissingData: "breaching",
    });
    template.hasResourceProperties("AWS::CloudWatch::Alarm", {
      MetricName: "LedgerVerificationAgeSeconds",
      Statistic: "Maximum",
      Period: 3_600,
      Threshold: 172_800,
      TreatMissingData: "breaching",
    });
    template.hasResourceProperties("AWS::CloudWatch::Alarm", {
      MetricName: "UnpublishedDocumentCount",
      ...{ Statistic: "Maximum", Threshold: 1, Period: 300, EvaluationPeriods: 2 },
      TreatMissingData: "breaching",
    });
    for (const [MetricName, Threshold] of [
      ["DeadLetterCount", 1],
      ["LedgerImbalanceFen", 1],
      ["LedgerDifferenceCount", 1],
      ["OpenPaymentAgeSeconds", 3_600],
      ["OverdueEvaluationCount", 1],
      ["OverdueRectificationCount", 1],
    ]) {
      template.hasResourceProperties("AWS::CloudWatch::Alarm", { MetricName, Threshold });
    }
  });

  test("is not alarmed by sandbox cases, which no officer answers", () => {
    const filters = Object.values(resources("AWS::Logs::MetricFilter")).map(({ Properties }) => Properties);
    for (const [metric, field] of [
      ["DeemedAcceptanceCount", "$.deemedAccepted"],
      ["DeemedGrantCount", "$.deemedGranted"],
      ["OverdueCaseCount", "$.overdue"],
      ["PauseOverCount", "$.pausesOver"],
      ["OverdueEvaluationCount", "$.evaluationsOverdue"],
      ["OverdueRectificationCount", "$.rectificationsOverdue"],
    ] as const) {
      expect(filters).toContainEqual(
        expect.objectContaining({
          LogGroupName: { Ref: expect.stringMatching(/^RunCaseClocksCalledLog/) },
          FilterPattern: `{ (${field} >= 0) && ($.mode = "live") }`,
          MetricTransformations: [expect.objectContaining({ MetricName: metric, MetricValue: field })],
        }),
      );
    }
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
    /\b(Scan|Delete|BatchWrite|ExecuteStatement|TransactGet)(Item|Items)?Command\b|\bDeleteTransaction\b|\bDelete:|\("Scan"/;
  const found = sources.filter((file) => forbidden.test(readFileSync(join(services, file), "utf8")));
  // Only the verification of ledgers may, and only of ledgers; no function is bundled with the SDK's adapter.
  expect(found).toEqual(["kernel/database/sdk-calls.ts", "money/ledger/verification/verification-store.ts"]);
});

describe.each(STAGES)(
  "least privilege in $name can be read in test/infra/iam.txt, which",
  ({ name, servedPrefix, licenceKeys }) => {
    const resourcesOf = (part: "data" | "service") =>
      synthesised.template(`civigraph-${name}-${part}`).toJSON().Resources as Record<string, Resource>;
    const statements = functionStatements(resourcesOf("service"), servedPrefix);

    test("has what each function may do, a statement a line, sorted", () => {
      const snapshot = readFileSync(new URL("./iam.txt", import.meta.url), "utf8")
        .split("\n")
        .filter((line) => line !== "" && !line.startsWith("#"));
      // A stage that names no authorities has no keys of theirs.
      const isOfStage = (line: string) => licenceKeys.length > 0 || !line.includes("LicenceKeys");
      expect(
        differences(
          snapshot.filter(isOfStage),
          statements.map(({ line }) => line),
        ),
      ).toEqual([]);
      expect(snapshot).toEqual([...new Set(snapshot)].sort());
    });

    test("leaves no permission out: each role and policy is of a function, and each function of this stack", () => {
      expect(strayPermissions(resourcesOf("service"))).toEqual([]);
      const functions = Object.values(resourcesOf("data")).filter(
        ({ Type }) => Type === "AWS::Lambda::Function",
      );
      expect(functions).toEqual([]);
    });

    test("has no wildcard that is not in the list with its reason, and the list none that nothing needs", () => {
      expect(unexplainedWildcards(statements)).toEqual([]);
      const needed = WILDCARDS.filter((entry) => {
        const others = WILDCARDS.filter((other) => other !== entry);
        return unexplainedWildcards(statements, others).length > 0;
      });
      expect(needed).toEqual(WILDCARDS);
    });
  },
);
