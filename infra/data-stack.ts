import {
  CfnOutput,
  Duration,
  RemovalPolicy,
  SecretValue,
  Stack,
  type StackProps,
  Validations,
} from "aws-cdk-lib";
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from "aws-cdk-lib/aws-dynamodb";
import { Key } from "aws-cdk-lib/aws-kms";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";
import { SECRET_NAMES, SETTINGS } from "../services/app/settings.ts";
import {
  PK,
  physicalName,
  SK,
  TABLES,
  type TableDefinition,
  TIME_TO_LIVE,
} from "../services/kernel/database/tables.ts";
import { idVariableOf, type SecretName } from "../services/kernel/settings.ts";
import { DocumentsBucket } from "./constructs/documents-bucket.ts";
import { FilesBucket } from "./constructs/files-bucket.ts";
import { frontEndOrigins } from "./constructs/front-end-origins.ts";
import { LicenceKeys } from "./constructs/licence-keys.ts";
import type { PlatformFunction } from "./constructs/platform-function.ts";
import { type TrustedTokens, tokensOfIssuer } from "./constructs/sign-in.ts";
import { UserPools } from "./constructs/user-pool.ts";
import type { CognitoSignIn, Stage } from "./stages.ts";

const ROOT_SECRET_LENGTH = 64;
const KEY_DELETION_WAIT_DAYS = 30;

/** All that must not be lost: the tables of both modes, the files, the keys, the users, and the root secret. */
export class DataStack extends Stack {
  readonly dataKey: Key;
  readonly secretKey: Key;
  readonly rootSecret: Secret;
  readonly files: FilesBucket;
  /** The keys by which authorities sign licences. */
  readonly licenceKeys: LicenceKeys;
  /** The tokens by which people sign in. */
  readonly signIn: TrustedTokens;
  private readonly settings: ReadonlyMap<SecretName, Secret>;

  constructor(scope: Construct, id: string, { stage, ...props }: StackProps & { readonly stage: Stage }) {
    super(scope, id, props);
    const removalPolicy = stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    const key = (name: string, description: string): Key =>
      new Key(this, name, {
        description: `${description} of civigraph ${stage.name}`,
        enableKeyRotation: true,
        pendingWindow: Duration.days(KEY_DELETION_WAIT_DAYS),
        removalPolicy,
      });
    this.dataKey = key("DataKey", "encrypts the tables and the files");
    this.secretKey = key("SecretKey", "encrypts the secrets");
    const definitions: readonly TableDefinition[] = TABLES;
    for (const { name, indexes, forgets } of definitions) {
      const table = new Table(this, name, {
        tableName: physicalName(stage.tablePrefix, name),
        partitionKey: text(PK),
        sortKey: text(SK),
        billingMode: BillingMode.PAY_PER_REQUEST,
        encryption: TableEncryption.CUSTOMER_MANAGED,
        encryptionKey: this.dataKey,
        pointInTimeRecoverySpecification: {
          pointInTimeRecoveryEnabled: true,
          recoveryPeriodInDays: stage.recoveryDays,
        },
        ...(forgets ? { timeToLiveAttribute: TIME_TO_LIVE } : {}),
        deletionProtection: stage.keepsData,
        removalPolicy,
      });
      for (const { name: indexName, pk, sk, projection } of indexes) {
        const projectionType = ProjectionType[projection];
        table.addGlobalSecondaryIndex({
          indexName,
          partitionKey: text(pk),
          sortKey: text(sk),
          projectionType,
        });
      }
    }
    this.rootSecret = new Secret(this, "RootSecret", {
      description: `keys of civigraph ${stage.name} are derived from it; it cannot be replaced`,
      encryptionKey: this.secretKey,
      // A change of any of these makes CloudFormation generate another secret, and every key and reference void.
      generateSecretString: { passwordLength: ROOT_SECRET_LENGTH, excludePunctuation: true },
      removalPolicy,
    });
    Validations.of(this.rootSecret).acknowledge({
      id: "AwsSolutions-SMG4",
      reason:
        "Partner keys are hashed and citizens' ids and references are derived with this secret: another one would void them all, so it must not rotate on a schedule (docs/operators.md).",
    });
    this.settings = new Map(SECRET_NAMES.map((name) => [name, this.addSettings(name, stage)]));
    this.files = new FilesBucket(this, "Files", { stage, key: this.dataKey });
    this.licenceKeys = new LicenceKeys(this, "LicenceKeys", stage);
    new DocumentsBucket(this, "Documents", stage);
    const { signIn } = stage;
    this.signIn = signIn.kind === "cognito" ? this.userPools(stage, signIn) : tokensOfIssuer(signIn);
    new CfnOutput(this, "RootSecretArn", { value: this.rootSecret.secretArn });
    for (const [name, { secretArn }] of this.settings)
      new CfnOutput(this, `${idOf(name)}Arn`, { value: secretArn });
    new CfnOutput(this, "FilesBucketName", { value: this.files.bucket.bucketName });
    new CfnOutput(this, "DataKeyArn", { value: this.dataKey.keyArn });
  }

  private userPools(stage: Stage, { origins }: CognitoSignIn): TrustedTokens {
    const pools = new UserPools(this, "SignIn", stage, frontEndOrigins(origins, stage));
    for (const [of, { pool, client, domain }] of [
      ["", pools.citizens],
      ["Officers", pools.officers],
    ] as const) {
      new CfnOutput(this, `${of}UserPoolId`, { value: pool.userPoolId });
      new CfnOutput(this, `${of}UserPoolClientId`, { value: client.userPoolClientId });
      new CfnOutput(this, `${of}Issuer`, { value: pool.userPoolProviderUrl });
      new CfnOutput(this, `${of}SignInUrl`, { value: domain.baseUrl() });
    }
    return pools.tokens;
  }

  /** Reading a setting of a service that is a secret: calling those whom it names, and believing what they sign. */
  grantSettings(to: PlatformFunction, name: SecretName): void {
    const secret = this.settings.get(name);
    if (!secret) throw new Error(`no service states the secret ${name}`);
    to.grantReadSecret(idVariableOf(SETTINGS[name]), secret, this.secretKey);
  }

  /** The settings of those whom the platform calls; nobody until an operator puts them in. */
  private addSettings(setting: SecretName, { name, keepsData }: Stage): Secret {
    const secret = new Secret(this, idOf(setting), {
      description: `${SETTINGS[setting].holds} of civigraph ${name}; an operator puts them in`,
      encryptionKey: this.secretKey,
      // Another text here would take the place of what an operator has put in.
      secretStringValue: SecretValue.unsafePlainText("{}"),
      removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    Validations.of(secret).acknowledge({
      id: "AwsSolutions-SMG4",
      reason:
        "Its keys are agreed with the other side, which has to know a new one before it is used, so nothing here can rotate them on a schedule (docs/operators.md).",
    });
    return secret;
  }
}

/** "paymentGateways" is PaymentGateways. */
const idOf = (setting: SecretName): string => `${setting.slice(0, 1).toUpperCase()}${setting.slice(1)}`;

const text = (name: string) => ({ name, type: AttributeType.STRING });
