import { Duration, RemovalPolicy, Stack, Validations } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import {
  type Alias,
  ApplicationLogLevel,
  Architecture,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from "aws-cdk-lib/aws-lambda";
import { NodejsFunction } from "aws-cdk-lib/aws-lambda-nodejs";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import type { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import {
  INDEX2,
  OUTBOX_TABLES,
  physicalName,
  TABLES,
  type TableDefinition,
  type TableName,
} from "../../services/kernel/database/tables.ts";
import { CONFIG, type SettingsId } from "../../services/kernel/process/config.ts";
import type { Stage } from "../stages.ts";
import { bundle } from "./bundle.ts";
import {
  dynamodb,
  IN_TRANSACTION,
  indexesOf,
  OF_PARTNERS_IN_TRANSACTION,
  OF_VERIFICATIONS,
  READS,
  WRITES,
} from "./database-actions.ts";
import type { SignIn } from "./user-pool.ts";

export type PlatformFunctionProps = {
  readonly stage: Stage;
  /** The entry point, from the project's root. */
  readonly entry: string;
  readonly description: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  /** Instances that it may have, and always can have; undefined: those that the account has left. */
  readonly reservedConcurrency: number | undefined;
  /** Where calls are kept that failed without anybody waiting for an answer; none for one that is not called so. */
  readonly missed?: IQueue;
};

/**
 * A function of the platform with a role of its own that may do nothing but write its log and traces. Any other right
 * that it needs is granted below, and each grant sets the variable that the code reads together with the permission.
 */
export class PlatformFunction extends Construct {
  readonly function: NodejsFunction;
  /** The version that is called. It stays as it is, so that going back is one call. */
  readonly live: Alias;
  readonly logGroup: LogGroup;
  readonly role: Role;

  constructor(scope: Construct, id: string, props: PlatformFunctionProps) {
    super(scope, id);
    const { stage } = props;
    this.logGroup = new LogGroup(this, "Log", {
      retention: stage.logRetentionDays,
      removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    this.allow(["logs:CreateLogStream", "logs:PutLogEvents"], [this.logGroup.logGroupArn]);
    this.function = new NodejsFunction(this, "Function", {
      ...bundle(props.entry),
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memoryMb,
      timeout: Duration.seconds(props.timeoutSeconds),
      ...(props.reservedConcurrency ? { reservedConcurrentExecutions: props.reservedConcurrency } : {}),
      ...(props.missed ? { deadLetterQueue: props.missed } : {}),
      role: this.role,
      tracing: Tracing.ACTIVE,
      logGroup: this.logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN },
    });
    this.live = this.function.addAlias("live");
    Validations.of(this.role).acknowledge({
      id: "AwsSolutions-IAM5[Resource::*]",
      reason:
        "xray:PutTraceSegments and xray:PutTelemetryRecords know no resources; nothing else is allowed on *.",
    });
    if (props.missed) return;
    Validations.of(this.function).acknowledge({
      id: "Serverless-LambdaDLQ",
      reason:
        "It is only called synchronously, by API Gateway: the caller sees a failure, and no event can be lost.",
    });
  }

  /** Reading and writing records of all tables under `prefix`, which `key` encrypts. */
  grantTables(prefix: string, key: IKey): void {
    const definitions: readonly TableDefinition[] = TABLES;
    const tables = definitions.map((table) => ({ ...table, arn: this.tableArn(prefix, table.name) }));
    const arnsOf = (inTransactionsOnly: boolean) =>
      tables
        .filter(({ writtenInTransactionsOnly = false }) => writtenInTransactionsOnly === inTransactionsOnly)
        .map(({ arn }) => arn);
    this.set(CONFIG.tablePrefix, prefix);
    const arns = tables.map(({ arn }) => arn);
    this.allow(READS, arns);
    this.allow(WRITES, arnsOf(false));
    this.allow(WRITES, arnsOf(true), IN_TRANSACTION);
    this.allow(
      dynamodb("Query"),
      tables.flatMap(({ arn, indexes }) => indexes.map(({ name }) => `${arn}/index/${name}`)),
    );
    this.allowDecrypt(key, "dynamodb", this.stackOf().region);
  }

  /** Settling payments, and what they pay. All that is written is written by transactions. */
  grantPayments(prefix: string, key: IKey): void {
    const tables = this.tablesOfModes(prefix);
    this.set(CONFIG.tablePrefix, prefix);
    this.allow(READS, tables);
    this.allow(WRITES, tables, IN_TRANSACTION);
    this.allowDecrypt(key, "dynamodb", this.stackOf().region);
  }

  /** Doing what is due: finding it by an index of the records, and writing what it comes to. */
  grantDueWork(prefix: string, key: IKey): void {
    this.grantPayments(prefix, key);
    this.allow(dynamodb("Query"), indexesOf(this.tablesOfModes(prefix, "records-")));
  }

  /** Running the clocks of cases, each by the version of its item. */
  grantCaseClocks(prefix: string, key: IKey): void {
    const records = this.tablesOfModes(prefix, "records-");
    this.set(CONFIG.tablePrefix, prefix);
    this.allow(READS, [...records, this.tableArn(prefix, "registry")]);
    this.allow(WRITES, records, IN_TRANSACTION);
    this.allow(dynamodb("Query"), indexesOf(records));
    this.allowDecrypt(key, "dynamodb", this.stackOf().region);
  }

  /** Closing the days of halls, and ending what is booked where they close, which the second index has by day. */
  grantHallDays(prefix: string, key: IKey): void {
    this.grantCaseClocks(prefix, key);
    this.allow(dynamodb("Query"), indexesOf(this.tablesOfModes(prefix, "records-"), INDEX2));
  }

  /**
   * Delivering events: finding them by the outbox's index, reading and marking their audit entries, putting what
   * citizens are told into their records, settling payments whose channel has to be asked, and ending the live access of
   * partners whose enterprise has changed. All that is written is written by transactions.
   */
  grantOutbox(prefix: string, key: IKey): void {
    const writtenArns = this.tablesOfModes(prefix);
    this.set(CONFIG.tablePrefix, prefix);
    const registry = this.tableArn(prefix, "registry");
    this.allow(READS, [...writtenArns, registry]);
    this.allow(dynamodb("Query"), indexesOf(OUTBOX_TABLES.map((name) => this.tableArn(prefix, name))));
    this.allow(WRITES, writtenArns, IN_TRANSACTION);
    this.allow(dynamodb("UpdateItem"), [registry], IN_TRANSACTION);
    this.allow(dynamodb("PutItem"), [registry], OF_PARTNERS_IN_TRANSACTION);
    this.allowDecrypt(key, "dynamodb", this.stackOf().region);
  }

  /**
   * Verifying the ledgers: reading all of them, and keeping what was found, which nothing else of the registry can be
   * written over by. The one scan that any function may do.
   */
  grantVerifyLedgers(prefix: string, key: IKey): void {
    const definitions: readonly TableDefinition[] = TABLES;
    const ledgers = definitions.filter(({ name }) => name.startsWith("ledger-"));
    const arns = ledgers.map(({ name }) => this.tableArn(prefix, name));
    this.set(CONFIG.tablePrefix, prefix);
    this.allow([...READS, ...dynamodb("Scan")], arns);
    this.allow(dynamodb("Query"), indexesOf(arns));
    this.allow([...READS, ...dynamodb("PutItem")], [this.tableArn(prefix, "registry")], OF_VERIFICATIONS);
    this.allowDecrypt(key, "dynamodb", this.stackOf().region);
  }

  grantReadRootSecret(secret: Secret, key: IKey): void {
    this.set(CONFIG.secretId, secret.secretArn);
    this.allowReadSecret(secret, key);
  }

  /** Calling those whom these settings name, and believing what they sign. */
  grantSignedCalls(to: SettingsId, settings: Secret, key: IKey): void {
    this.set(CONFIG[to], settings.secretArn);
    this.allowReadSecret(settings, key);
  }

  /** Taking this pool's tokens for sign-in. Its public keys need no permission. */
  trustTokensOf({ pool, client }: SignIn): void {
    this.set(CONFIG.oidcIssuer, pool.userPoolProviderUrl);
    this.set(CONFIG.oidcAudience, client.userPoolClientId);
    this.set(CONFIG.oidcJwksUrl, `${pool.userPoolProviderUrl}/.well-known/jwks.json`);
  }

  private tablesOfModes(prefix: string, kind = ""): readonly string[] {
    const tables = TABLES.filter(({ name }) => name !== "registry" && name.startsWith(kind));
    return tables.map(({ name }) => this.tableArn(prefix, name));
  }

  private allowReadSecret(secret: Secret, key: IKey): void {
    this.allow(["secretsmanager:GetSecretValue"], [secret.secretArn]);
    this.allowDecrypt(key, "secretsmanager", this.stackOf().region);
  }

  private tableArn(prefix: string, name: TableName): string {
    const { formatArn } = this.stackOf();
    return formatArn({ service: "dynamodb", resource: "table", resourceName: physicalName(prefix, name) });
  }

  private stackOf() {
    const stack = Stack.of(this);
    return { region: stack.region, formatArn: stack.formatArn.bind(stack) };
  }

  private set(name: string, value: string): void {
    this.function.addEnvironment(name, value);
  }

  private allow(
    actions: readonly string[],
    resources: readonly string[],
    conditions: Record<string, Record<string, readonly string[]>> = {},
  ): void {
    this.role.addToPolicy(
      new PolicyStatement({ actions: [...actions], resources: [...resources], conditions }),
    );
  }

  /** Only through the service that keeps what is encrypted; China's regions have a domain of their own. */
  private allowDecrypt(key: IKey, service: string, region: string): void {
    const via = ["amazonaws.com", "amazonaws.com.cn"].map((domain) => `${service}.${region}.${domain}`);
    this.role.addToPolicy(
      new PolicyStatement({
        actions: ["kms:Decrypt"],
        resources: [key.keyArn],
        conditions: { StringEquals: { "kms:ViaService": via } },
      }),
    );
  }
}
