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
import {
  PK,
  physicalName,
  SK,
  TABLES,
  type TableDefinition,
  TIME_TO_LIVE,
} from "../services/kernel/database/tables.ts";
import type { SettingsId } from "../services/kernel/process/config.ts";
import { FilesBucket } from "./constructs/files-bucket.ts";
import { SignIn } from "./constructs/user-pool.ts";
import type { Stage } from "./stages.ts";

const ROOT_SECRET_LENGTH = 64;
const KEY_DELETION_WAIT_DAYS = 30;

/** All that must not be lost: the tables of both modes, the files, the keys, the users, and the root secret. */
export class DataStack extends Stack {
  readonly dataKey: Key;
  readonly secretKey: Key;
  readonly rootSecret: Secret;
  /** The settings of those whom the platform calls by signed calls, by the variable that names them. */
  readonly settings: Readonly<Record<SettingsId, Secret>>;
  readonly files: FilesBucket;
  readonly signIn: SignIn;

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
    this.settings = {
      paymentGatewaysId: this.settingsOf("PaymentGateways", "payment gateways", stage),
      bankAccountCheckId: this.settingsOf("BankAccountCheck", "bank-account check", stage),
      textMessagesId: this.settingsOf("TextMessages", "text messages", stage),
    };
    this.files = new FilesBucket(this, "Files", { stage, key: this.dataKey });
    this.signIn = new SignIn(this, "SignIn", stage);
    new CfnOutput(this, "UserPoolId", { value: this.signIn.pool.userPoolId });
    new CfnOutput(this, "UserPoolClientId", { value: this.signIn.client.userPoolClientId });
    new CfnOutput(this, "Issuer", { value: this.signIn.pool.userPoolProviderUrl });
    new CfnOutput(this, "RootSecretArn", { value: this.rootSecret.secretArn });
    new CfnOutput(this, "PaymentGatewaysArn", { value: this.settings.paymentGatewaysId.secretArn });
    new CfnOutput(this, "BankAccountCheckArn", { value: this.settings.bankAccountCheckId.secretArn });
    new CfnOutput(this, "TextMessagesArn", { value: this.settings.textMessagesId.secretArn });
    new CfnOutput(this, "FilesBucketName", { value: this.files.bucket.bucketName });
    new CfnOutput(this, "DataKeyArn", { value: this.dataKey.keyArn });
  }

  /** The settings of those whom the platform calls; nobody until an operator puts them in. */
  private settingsOf(id: string, peers: string, { name, keepsData }: Stage): Secret {
    const secret = new Secret(this, id, {
      description: `settings of the ${peers} of civigraph ${name}; an operator puts them in`,
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

const text = (name: string) => ({ name, type: AttributeType.STRING });
