import { Duration, RemovalPolicy, Stack, Validations } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import {
  type Alias,
  ApplicationLogLevel,
  Architecture,
  type IFunction,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import type { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { SETTINGS } from "../../services/app/settings.ts";
import type { Needs } from "../../services/kernel/needs.ts";
import { CONFIG } from "../../services/kernel/process/config.ts";
import type { SecretName } from "../../services/kernel/settings.ts";
import type { Stage } from "../stages.ts";
import { bundle } from "./bundle.ts";
import { databaseStatement } from "./database-actions.ts";
import { grantDocuments } from "./documents-bucket.ts";
import { mergeNeeds } from "./merge-needs.ts";
import type { TrustedTokens } from "./sign-in.ts";
import { explainTracing, tracingOf } from "./tracing.ts";

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

/** The key of the tables, and the secrets, that needs are granted of. */
type Granted = {
  readonly dataKey: IKey;
  readonly rootSecret: Secret;
  readonly secretKey: IKey;
  readonly grantSettings: (to: PlatformFunction, name: SecretName) => void;
  readonly licenceKeys: { readonly grantSign: (to: PlatformFunction) => void };
};

/**
 * A function of the platform with a role of its own that may do nothing but write its log and traces. Any other right
 * that it needs is granted below, and each grant sets the variable that the code reads together with the permission.
 */
export class PlatformFunction extends Construct {
  readonly function: LambdaFunction;
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
    this.function = new LambdaFunction(this, "Function", {
      code: bundle(props.entry),
      handler: "index.handler",
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memoryMb,
      timeout: Duration.seconds(props.timeoutSeconds),
      ...(props.reservedConcurrency ? { reservedConcurrentExecutions: props.reservedConcurrency } : {}),
      ...(props.missed ? { deadLetterQueue: props.missed } : {}),
      role: this.role,
      tracing: tracingOf(stage),
      logGroup: this.logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN },
    });
    this.live = this.function.addAlias("live");
    // The library's own declarations do not agree with exactOptionalPropertyTypes.
    explainTracing(stage, { role: this.role, called: this.function as IFunction });
    if (props.missed) return;
    Validations.of(this.function).acknowledge({
      id: "Serverless-LambdaDLQ",
      reason:
        "It is only called synchronously, by API Gateway: the caller sees a failure, and no event can be lost.",
    });
  }

  /** All needs that services have in it; the variables of tables, secrets and what the stage chooses are set with them. */
  grant(needs: readonly Needs[], stage: Stage, granted: Granted): void {
    const { data, secrets, derivesKeys, signsForAuthorities, publishesDocuments, choices } =
      mergeNeeds(needs);
    const { servedPrefix, settings } = stage;
    this.set(CONFIG.tablePrefix, servedPrefix);
    for (const access of data) {
      const { actions, tables, conditions } = databaseStatement(access, servedPrefix);
      this.allow(
        actions,
        tables.map((name) => this.tableArn(name)),
        conditions,
      );
    }
    this.allowDecrypt(granted.dataKey, "dynamodb", this.stackOf().region);
    for (const name of secrets) granted.grantSettings(this, name);
    if (derivesKeys) this.grantReadSecret(CONFIG.secretId, granted.rootSecret, granted.secretKey);
    if (signsForAuthorities) granted.licenceKeys.grantSign(this);
    for (const name of choices) {
      const said = settings[name];
      if (said !== undefined) this.set(SETTINGS[name].variable, String(said));
    }
    if (publishesDocuments) grantDocuments(this, stage);
  }

  /** Reading a secret, which the variable names. */
  grantReadSecret(variable: string, secret: Secret, key: IKey): void {
    this.set(variable, secret.secretArn);
    this.allow(["secretsmanager:GetSecretValue"], [secret.secretArn]);
    this.allowDecrypt(key, "secretsmanager", this.stackOf().region);
  }

  /** Taking these tokens for sign-in. The issuers' public keys need no permission. */
  trustTokens(tokens: TrustedTokens): void {
    for (const [name, value] of Object.entries(tokens)) this.set(CONFIG[name as keyof TrustedTokens], value);
  }

  private tableArn(resourceName: string): string {
    return this.stackOf().formatArn({ service: "dynamodb", resource: "table", resourceName });
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
    conditions: ReturnType<typeof databaseStatement>["conditions"] = {},
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
