import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { STAGES, type Stage } from "../../infra/stages.ts";
import { CLAIMS } from "../../services/api/oidc.ts";
import { isCreditCode } from "../../services/field/credit-code.ts";
import {
  INDEX1,
  OUTBOX_TABLES,
  physicalName,
  TABLES,
  type TableDefinition,
} from "../../services/kernel/database/tables.ts";
import { sharedSynthesis } from "./shared-synthesis.ts";
import { only } from "./synthesise.ts";

const synthesised = await sharedSynthesis();

const ALL_ATTRIBUTES = Object.values(CLAIMS).map((claim) => claim.replace("custom:", ""));
const OFFICERS_ATTRIBUTES = ["officer", "roles", "region", "departments", "person", "name", "id_number"];

describe.each<Stage>(STAGES)("the data of $name", (stage) => {
  const { name, tablePrefix, keepsData, recoveryDays, licenceKeys } = stage;
  const stack = `civigraph-${name}-data`;
  const template = synthesised.template(stack);
  const resources = (type: string) => synthesised.resources(stack, type);
  const kept = keepsData ? "Retain" : "Delete";

  test("has a table for what belongs to nobody, and one for each mode", () => {
    const names = Object.values(resources("AWS::DynamoDB::Table")).map((table) => table.Properties.TableName);
    expect(names.sort()).toEqual(TABLES.map((table) => physicalName(tablePrefix, table.name)).sort());
  });

  test("can be restored to any second, is encrypted with our key, and pays by request", () => {
    template.allResourcesProperties("AWS::DynamoDB::Table", {
      BillingMode: "PAY_PER_REQUEST",
      PointInTimeRecoverySpecification: {
        PointInTimeRecoveryEnabled: true,
        RecoveryPeriodInDays: recoveryDays,
      },
      SSESpecification: {
        SSEEnabled: true,
        KMSMasterKeyId: { "Fn::GetAtt": [Match.stringLikeRegexp("^DataKey"), "Arn"] },
      },
      DeletionProtectionEnabled: keepsData,
    });
  });

  test.each<TableDefinition>(TABLES)(
    "forgets in $name what has had its time, and no money",
    ({ name: table, forgets }) => {
      template.hasResourceProperties("AWS::DynamoDB::Table", {
        TableName: physicalName(tablePrefix, table),
        TimeToLiveSpecification: forgets ? { AttributeName: "ttl", Enabled: true } : Match.absent(),
      });
      expect(forgets ?? false).toBe(!table.startsWith("ledger"));
    },
  );

  test.each([
    "AWS::DynamoDB::Table",
    "AWS::KMS::Key",
    "AWS::S3::Bucket",
    "AWS::SecretsManager::Secret",
    "AWS::Cognito::UserPool",
  ])(`every %s is ${keepsData ? "kept" : "removed"} when its stack goes`, (type) => {
    const found = Object.values(resources(type));
    expect(found.length).toBeGreaterThan(0);
    for (const resource of found) {
      expect([resource.DeletionPolicy, resource.UpdateReplacePolicy]).toEqual([kept, kept]);
    }
  });

  test.each(TABLES)("has the indexes of $name that the code reads", ({ name: table, indexes }) => {
    template.hasResourceProperties("AWS::DynamoDB::Table", {
      TableName: physicalName(tablePrefix, table),
      GlobalSecondaryIndexes: indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: [
          { AttributeName: index.pk, KeyType: "HASH" },
          { AttributeName: index.sk, KeyType: "RANGE" },
        ],
        Projection: { ProjectionType: index.projection },
      })),
    });
  });

  test.each(OUTBOX_TABLES)("has the outbox of %s in its first index", (outbox) => {
    const { indexes } = TABLES.find(({ name: table }) => table === outbox) ?? { indexes: [] };
    expect(indexes[0]).toMatchObject({ name: INDEX1.name, pk: INDEX1.pk, sk: INDEX1.sk });
  });

  const secretOf = (id: string) => {
    const found = Object.entries(resources("AWS::SecretsManager::Secret"));
    return only(Object.fromEntries(found.filter(([name]) => name.startsWith(id)))).Properties;
  };

  const keys = Object.values(resources("AWS::KMS::Key")).map(({ Properties }) => Properties);
  const isToEncrypt = ({ KeyUsage }: (typeof keys)[number]) => KeyUsage === undefined;
  const bucketOf = (id: string) => {
    const found = Object.entries(resources("AWS::S3::Bucket"));
    return only(Object.fromEntries(found.filter(([name]) => name.startsWith(id)))).Properties;
  };

  test("has a bucket of documents that the edge of this account may read over TLS, and nobody else", () => {
    expect(bucketOf("Documents")).toMatchObject({
      PublicAccessBlockConfiguration: {
        ...{ BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true },
        RestrictPublicBuckets: true,
      },
    });
    const policies = Object.entries(resources("AWS::S3::BucketPolicy"));
    const { PolicyDocument } = only(Object.fromEntries(policies.filter(([id]) => id.startsWith("Documents"))))
      .Properties as { PolicyDocument: { Statement: readonly Readonly<Record<string, unknown>>[] } };
    const [allowed, ...others] = PolicyDocument.Statement.filter(({ Effect }) => Effect === "Allow");
    expect([allowed, others]).toEqual([
      expect.objectContaining({
        ...{ Principal: { Service: "cloudfront.amazonaws.com" }, Action: "s3:GetObject" },
        Condition: { StringEquals: { "AWS:SourceAccount": { Ref: "AWS::AccountId" } } },
      }),
      [],
    ]);
    expect(JSON.stringify(allowed?.["Resource"])).toContain("/documents/*");
    expect(JSON.stringify(PolicyDocument)).toContain("aws:SecureTransport");
  });

  test("is encrypted with keys that rotate", () => {
    expect(keys.filter(isToEncrypt).map(({ EnableKeyRotation }) => EnableKeyRotation)).toEqual([true, true]);
  });

  test("has a key on P-256 that signs for each line of the stage, by an alias that names its authority", () => {
    const signing = keys.filter((key) => !isToEncrypt(key));
    expect(signing).toHaveLength(licenceKeys.length);
    for (const { KeySpec, KeyUsage, PendingWindowInDays } of signing)
      expect([KeySpec, KeyUsage, PendingWindowInDays]).toEqual(["ECC_NIST_P256", "SIGN_VERIFY", 30]);
    expect(licenceKeys.filter(({ issuer }) => !isCreditCode(issuer))).toEqual([]);
    const aliases = Object.values(resources("AWS::KMS::Alias")).map(({ Properties }) => Properties.AliasName);
    expect(aliases).toEqual(
      licenceKeys.map((key) => `alias/civigraph-${name}-licences-${key.issuer}-${key.name}`),
    );
  });

  describe("keeps files where they", () => {
    const bucket = () => bucketOf("Files");

    test("are nobody's to read, encrypted with our key, and never written over", () => {
      expect(bucket()).toMatchObject({
        PublicAccessBlockConfiguration: {
          ...{ BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true },
          RestrictPublicBuckets: true,
        },
        OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] },
        VersioningConfiguration: { Status: "Enabled" },
      });
      expect(JSON.stringify(bucket().BucketEncryption)).toContain("DataKey");
      template.hasResourceProperties("AWS::S3::BucketPolicy", {
        PolicyDocument: Match.objectLike({
          Statement: Match.arrayWith([
            Match.objectLike({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
          ]),
        }),
      });
    });

    test("go away after two days if nobody has confirmed them, and stay once they are kept", () => {
      expect(bucket().LifecycleConfiguration).toEqual({
        Rules: [
          {
            ...{ Prefix: "uploads/", Status: "Enabled", ExpirationInDays: 2 },
            NoncurrentVersionExpiration: { NoncurrentDays: 2 },
            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 2 },
          },
        ],
      });
    });

    test("are sent and fetched by browsers of the stage's origins only", () => {
      const { corsOrigins } = STAGES.find((stage) => stage.name === name) ?? { corsOrigins: [] };
      if (corsOrigins.length === 0) expect(bucket().CorsConfiguration).toBeUndefined();
      else {
        expect(bucket().CorsConfiguration).toMatchObject({
          CorsRules: [
            {
              ...{ AllowedOrigins: [...corsOrigins], AllowedMethods: ["GET", "PUT"] },
              // Those of an upload's link but for the length, which browsers send unasked.
              AllowedHeaders: ["content-type", "x-amz-checksum-sha256"],
            },
          ],
        });
      }
    });

    test("are scanned as they come in, by what may tag them and nothing else", () => {
      template.hasResourceProperties("AWS::GuardDuty::MalwareProtectionPlan", {
        ProtectedResource: { S3Bucket: Match.objectLike({ ObjectPrefixes: ["uploads/"] }) },
        Actions: { Tagging: { Status: "ENABLED" } },
      });
      const policies = JSON.stringify(resources("AWS::IAM::Policy"));
      expect(policies).not.toContain("s3:Delete");
      expect(policies).not.toContain("kept/");
    });
  });

  test("never generates its root secret anew", () => {
    // CloudFormation does so when any of this changes: all partner keys and references would be void.
    const secret = secretOf("RootSecret");
    expect(secret.GenerateSecretString).toEqual({ PasswordLength: 64, ExcludePunctuation: true });
    expect(JSON.stringify(secret.KmsKeyId)).toContain("SecretKey");
    template.resourceCountIs("AWS::SecretsManager::RotationSchedule", 0);
  });

  test.each([
    ["payment gateway", "PaymentGateways"],
    ["bank-account check", "BankAccountCheck"],
    ["platforms of other regions", "LicencePeers"],
    ["sender of text messages", "TextMessages"],
    ["register of licences", "LicenceRegisters"],
  ])("has no %s until an operator puts its settings in", (_, id) => {
    const secret = secretOf(id);
    expect([secret.SecretString, secret.GenerateSecretString]).toEqual(["{}", undefined]);
    expect(JSON.stringify(secret.KmsKeyId)).toContain("SecretKey");
  });

  /** A pool's resource: the citizens' or the officers'. */
  const ofPool = (type: string, isOfficers: boolean) => {
    const found = Object.entries(resources(type));
    return only(Object.fromEntries(found.filter(([id]) => id.includes("Officers") === isOfficers)))
      .Properties;
  };
  const POOLS = [
    ["citizens", false, ["citizen", "mode", "name", "id_number"], ALL_ATTRIBUTES],
    ["officers", true, OFFICERS_ATTRIBUTES, OFFICERS_ATTRIBUTES],
  ] as const;

  test.each(POOLS)(
    "lets the front-end of %s read, and never write, who its user is",
    (_, isOfficers, read, kept_) => {
      const client = ofPool("AWS::Cognito::UserPoolClient", isOfficers);
      expect(client.ReadAttributes).toEqual(read.map((attribute) => `custom:${attribute}`).sort());
      expect(client.WriteAttributes).toEqual(["locale"]);
      const schema = ofPool("AWS::Cognito::UserPool", isOfficers).Schema as { Name: string }[];
      expect(schema.map((attribute) => attribute.Name)).toEqual(kept_);
    },
  );

  test.each(POOLS)(
    "signs %s in on pages of their own, by a code, under tokens that change",
    (of, isOfficers) => {
      const { signIn } = STAGES.find((stage) => stage.name === name) ?? STAGES[0];
      const paths = isOfficers ? ["/desk/signed-in"] : ["/signed-in", "/console/signed-in"];
      const left = isOfficers ? ["/desk"] : ["/", "/console"];
      const client = ofPool("AWS::Cognito::UserPoolClient", isOfficers);
      const at = (places: readonly string[]) =>
        signIn.origins.flatMap((origin) => places.map((place) => `${origin}${place}`));
      expect(client).toMatchObject({
        ...{ GenerateSecret: false, PreventUserExistenceErrors: "ENABLED", EnableTokenRevocation: true },
        RefreshTokenRotation: { Feature: "ENABLED", RetryGracePeriodSeconds: 10 },
      });
      if (signIn.origins.length === 0) expect(client.AllowedOAuthFlowsUserPoolClient).toBe(false);
      else
        expect(client).toMatchObject({
          ...{ AllowedOAuthFlows: ["code"], AllowedOAuthScopes: ["openid"] },
          ...{ CallbackURLs: at(paths), LogoutURLs: at(left) },
        });
      const { Domain, ManagedLoginVersion } = ofPool("AWS::Cognito::UserPoolDomain", isOfficers);
      expect(JSON.stringify(Domain)).toContain(`civigraph-${name}-${of === "officers" ? "officers-" : ""}`);
      expect(ManagedLoginVersion).toBe(2);
      expect(ofPool("AWS::Cognito::ManagedLoginBranding", isOfficers).UseCognitoProvidedValues).toBe(true);
    },
  );

  test.each(POOLS)(
    "lets nobody sign themselves up as one of the %s, and wants a strong password",
    (_, isOfficers) => {
      expect(ofPool("AWS::Cognito::UserPool", isOfficers)).toMatchObject({
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
        DeletionProtection: keepsData ? "ACTIVE" : "INACTIVE",
        MfaConfiguration: isOfficers ? "ON" : "OPTIONAL",
        EnabledMfas: ["SOFTWARE_TOKEN_MFA"],
        Policies: {
          PasswordPolicy: {
            MinimumLength: 12,
            RequireLowercase: true,
            RequireNumbers: true,
            RequireSymbols: true,
            RequireUppercase: true,
          },
        },
      });
    },
  );

  test("pays for threat protection by the officer, and not by the citizen", () => {
    const [citizens, officers] = [false, true].map((isOfficers) =>
      ofPool("AWS::Cognito::UserPool", isOfficers),
    );
    expect([citizens?.UserPoolTier, citizens?.UserPoolAddOns]).toEqual(["ESSENTIALS", undefined]);
    expect([officers?.UserPoolTier, officers?.UserPoolAddOns]).toEqual([
      "PLUS",
      { AdvancedSecurityMode: "ENFORCED" },
    ]);
  });

  test("names its user pools, their clients and issuers", () => {
    expect(Object.keys(template.findOutputs("*"))).toEqual(
      expect.arrayContaining([
        ...["UserPoolId", "UserPoolClientId", "Issuer", "SignInUrl", "RootSecretArn", "DataKeyArn"],
        ...["OfficersUserPoolId", "OfficersUserPoolClientId", "OfficersIssuer", "OfficersSignInUrl"],
      ]),
    );
  });
});

test("only dev takes a password from somebody who holds the account's credentials", () => {
  const flows = STAGES.map(({ name }) => {
    const clients = Object.values(
      synthesised.resources(`civigraph-${name}-data`, "AWS::Cognito::UserPoolClient"),
    );
    return [name, clients.map(({ Properties }) => Properties.ExplicitAuthFlows)];
  });
  const dev = ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"];
  expect(Object.fromEntries(flows)).toEqual({
    dev: [dev, dev],
    prod: [["ALLOW_USER_SRP_AUTH"], ["ALLOW_USER_SRP_AUTH"]],
  });
});
