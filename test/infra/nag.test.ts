import { rmSync } from "node:fs";
import { Stack, Validations } from "aws-cdk-lib";
import { Topic } from "aws-cdk-lib/aws-sns";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { expect, test } from "vitest";
import { addCivigraph } from "../../infra/civigraph.ts";
import { newApp, temporaryFolder } from "./synthesise.ts";

/** The constructs are looked at, which stand before anything is synthesised. */
const app = newApp(temporaryFolder());
addCivigraph(app);

const FILES = "arn:<AWS::Partition>:s3:::civigraph-{stage}-files-<AWS::AccountId>";

/** Everything that is acknowledged, on the construct that it is acknowledged on, in each stage. */
const ACKNOWLEDGED: readonly (readonly [path: string, id: string])[] = [
  ["data/Files/Bucket", "AwsSolutions-S1"],
  [
    "data/Files/ScannerRole",
    "AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:events:<AWS::Region>:<AWS::AccountId>:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*]",
  ],
  ["data/Files/ScannerRole", `AwsSolutions-IAM5[Resource::${FILES}/uploads/*]`],
  ["data/BankAccountCheck", "AwsSolutions-SMG4"],
  ["data/LicencePeers", "AwsSolutions-SMG4"],
  ["data/LicenceRegisters", "AwsSolutions-SMG4"],
  ["data/PaymentGateways", "AwsSolutions-SMG4"],
  ["data/RootSecret", "AwsSolutions-SMG4"],
  ["data/SignIn/Pool", "AwsSolutions-COG2"],
  ["data/SignIn/Pool", "AwsSolutions-COG8"],
  ["data/TextMessages", "AwsSolutions-SMG4"],
  ["service/Api/GET--graphql", "AwsSolutions-APIG4"],
  ["service/Api/POST--graphql", "AwsSolutions-APIG4"],
  ["service/Api/POST--payment-notifications--{mode}", "AwsSolutions-APIG4"],
  ["service/Api/POST--openid--{mode}--{call}", "AwsSolutions-APIG4"],
  ["service/Api/GET--.well-known--openid-credential-issuer--openid--{mode}", "AwsSolutions-APIG4"],
  ["service/Api/GET--.well-known--oauth-authorization-server--openid--{mode}", "AwsSolutions-APIG4"],
  ["service/DeliverEvents/Called/Role", "AwsSolutions-IAM5[Resource::*]"],
  ["service/DeliverEvents/Missed", "Serverless-SQSRedrivePolicy"],
  ["service/DeliverEvents/Calls", "Serverless-LambdaAsyncFailureDestination"],
  ["service/Graphql/Function", "Serverless-LambdaDLQ"],
  ["service/Graphql/Role", "AwsSolutions-IAM5[Resource::*]"],
  ["service/Graphql/Role", `AwsSolutions-IAM5[Resource::${FILES}/uploads/*]`],
  ["service/Graphql/Role", `AwsSolutions-IAM5[Resource::${FILES}/kept/*]`],
  ["service/PaymentNotification/Function", "Serverless-LambdaDLQ"],
  ["service/PaymentNotification/Role", "AwsSolutions-IAM5[Resource::*]"],
  ["service/WalletCall/Function", "Serverless-LambdaDLQ"],
  ["service/WalletCall/Role", "AwsSolutions-IAM5[Resource::*]"],
  ["service/VerifyLedger/Called/Role", "AwsSolutions-IAM5[Resource::*]"],
  ["service/VerifyLedger/Missed", "Serverless-SQSRedrivePolicy"],
  ["service/VerifyLedger/Calls", "Serverless-LambdaAsyncFailureDestination"],
  ["service/EndRides/Called/Role", "AwsSolutions-IAM5[Resource::*]"],
  ["service/EndRides/Missed", "Serverless-SQSRedrivePolicy"],
  ["service/EndRides/Calls", "Serverless-LambdaAsyncFailureDestination"],
  ["service/CollectFares/Called/Role", "AwsSolutions-IAM5[Resource::*]"],
  ["service/CollectFares/Missed", "Serverless-SQSRedrivePolicy"],
  ["service/CollectFares/Calls", "Serverless-LambdaAsyncFailureDestination"],
  ["service/PayAutomatically/Called/Role", "AwsSolutions-IAM5[Resource::*]"],
  ["service/PayAutomatically/Missed", "Serverless-SQSRedrivePolicy"],
  ["service/PayAutomatically/Calls", "Serverless-LambdaAsyncFailureDestination"],
  ["service/RunCaseClocks/Called/Role", "AwsSolutions-IAM5[Resource::*]"],
  ["service/RunCaseClocks/Missed", "Serverless-SQSRedrivePolicy"],
  ["service/RunCaseClocks/Calls", "Serverless-LambdaAsyncFailureDestination"],
  ["service/CloseHallDays/Called/Role", "AwsSolutions-IAM5[Resource::*]"],
  ["service/CloseHallDays/Missed", "Serverless-SQSRedrivePolicy"],
  ["service/CloseHallDays/Calls", "Serverless-LambdaAsyncFailureDestination"],
  ["service/SettleDays/Called/Role", "AwsSolutions-IAM5[Resource::*]"],
  ["service/SettleDays/Missed", "Serverless-SQSRedrivePolicy"],
  ["service/SettleDays/Calls", "Serverless-LambdaAsyncFailureDestination"],
  ["data/Documents/Bucket", "AwsSolutions-S1"],
  ["service/PublishDocuments/Called/Role", "AwsSolutions-IAM5[Resource::*]"],
  [
    "service/PublishDocuments/Called/Role",
    "AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::civigraph-{stage}-documents-<AWS::AccountId>/documents/*]",
  ],
  ["service/PublishDocuments/Missed", "Serverless-SQSRedrivePolicy"],
  ["service/PublishDocuments/Calls", "Serverless-LambdaAsyncFailureDestination"],
  ["service/TakeLicenceChanges/Called/Role", "AwsSolutions-IAM5[Resource::*]"],
  ["service/TakeLicenceChanges/Missed", "Serverless-SQSRedrivePolicy"],
  ["service/TakeLicenceChanges/Calls", "Serverless-LambdaAsyncFailureDestination"],
];

const COPIER = "web/Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C512MiB";
const WEB: typeof ACKNOWLEDGED = [
  ["web/Pages/Bucket", "AwsSolutions-S1"],
  [
    "web/Pages/CopyRole",
    "AwsSolutions-IAM5[Resource::arn:aws:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-us-east-1/*]",
  ],
  [
    "web/Pages/CopyRole",
    "AwsSolutions-IAM5[Resource::arn:aws:s3:::civigraph-{stage}-pages-<AWS::AccountId>/*]",
  ],
  [COPIER, "AwsSolutions-L1"],
  [COPIER, "Serverless-LambdaDLQ"],
  [COPIER, "Serverless-LambdaLatestVersion"],
  [COPIER, "Serverless-LambdaTracing"],
  ["web/Web/Distribution", "AwsSolutions-CFR1"],
  ["web/Web/Distribution", "AwsSolutions-CFR3"],
  ["web/Web/Distribution", "AwsSolutions-CFR4"],
];

const REASON_LENGTH_MIN = 60;

test.each([new AwsSolutionsChecks(), new ServerlessChecks()])(
  "$name finds nothing that is not acknowledged",
  (pack) => {
    const { violations } = pack.validateScope(app);
    const found = violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} at ${constructPath}`),
    );
    expect(found).toEqual([]);
  },
);

test("what is acknowledged is in the table, on one construct, with its reason", () => {
  const acknowledged = app.node.findAll().flatMap(({ node }) =>
    node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries(data as Record<string, string>))
      .map(([id, reason]) => ({ path: node.path, id: id.replace(/^annotation::/i, ""), reason })),
  );
  const expected = ["dev", "prod"].flatMap((stage) =>
    [...ACKNOWLEDGED, ...WEB].map(
      ([path, id]) => `civigraph-${stage}-${path} ${id.replace("{stage}", stage)}`,
    ),
  );
  expect(acknowledged.map(({ path, id }) => `${path} ${id}`).sort()).toEqual(expected.sort());
  for (const { reason } of acknowledged) expect(reason.length).toBeGreaterThan(REASON_LENGTH_MIN);
});

test("synthesis fails on something that nobody acknowledged", () => {
  const outdir = temporaryFolder();
  const careless = newApp(outdir);
  addCivigraph(careless, []);
  new Topic(new Stack(careless, "careless"), "Topic");
  try {
    expect(() => careless.synth()).toThrow(/AwsSolutions-SNS3/);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
});
