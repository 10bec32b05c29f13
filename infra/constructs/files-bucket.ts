import { Aws, Duration, RemovalPolicy, Validations } from "aws-cdk-lib";
import { CfnMalwareProtectionPlan } from "aws-cdk-lib/aws-guardduty";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  HttpMethods,
  ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { CONFIG, FILE_PREFIXES, UPLOADS_KEPT_DAYS } from "../../services/kernel/process/config.ts";
import type { Stage } from "../stages.ts";
import { frontEndOrigins } from "./front-end-origins.ts";
import type { PlatformFunction } from "./platform-function.ts";
import { readable } from "./readable-arn.ts";

/** Bucket names are one world-wide namespace. Known without a reference, so that no stack waits for another's export. */
const nameOf = ({ tablePrefix }: Stage): string => `${tablePrefix}-files-${Aws.ACCOUNT_ID}`;
const arnOf = (stage: Stage): string => `arn:${Aws.PARTITION}:s3:::${nameOf(stage)}`;
const filesUnder = (stage: Stage, prefix: keyof typeof FILE_PREFIXES): string =>
  `${arnOf(stage)}/${FILE_PREFIXES[prefix]}/*`;

/** Where browsers send and fetch files, as seen from a stack of any region. */
export const filesOriginOf = (stage: Stage): string =>
  `https://${nameOf(stage)}.s3.${stage.env.region ?? Aws.REGION}.${Aws.URL_SUFFIX}`;

/** By that name GuardDuty calls the rule that it makes for itself. */
const SCAN_RULE = `arn:${Aws.PARTITION}:events:${Aws.REGION}:${Aws.ACCOUNT_ID}:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*`;
/** The object that GuardDuty puts there, once, to see that it can. */
const SCAN_PROBE = "malware-protection-resource-validation-object";
const CORS_MAX_AGE_SECONDS = 3_600;

/**
 * Where the materials of applications are: private, over TLS only, encrypted. An object under `uploads/` is scanned
 * and goes away by itself; what is under `kept/` stays.
 */
export class FilesBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { stage, key }: { readonly stage: Stage; readonly key: IKey }) {
    super(scope, id);
    const origins = frontEndOrigins(stage.corsOrigins, stage);
    const expiry = Duration.days(UPLOADS_KEPT_DAYS);
    this.bucket = new Bucket(this, "Bucket", {
      bucketName: nameOf(stage),
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      // Nothing that is kept is lost by being written over.
      versioned: true,
      lifecycleRules: [
        {
          prefix: `${FILE_PREFIXES.uploads}/`,
          expiration: expiry,
          noncurrentVersionExpiration: expiry,
          abortIncompleteMultipartUploadAfter: expiry,
        },
      ],
      ...(origins.length > 0 ? { cors: [cors(origins)] } : {}),
      removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    Validations.of(this.bucket).acknowledge({
      id: "AwsSolutions-S1",
      reason:
        "An access log would hold citizens' addresses beside the ids of their cases; who fetched which file stands in the case's own audit trail, written before the link is given away.",
    });
    if (!stage.without.includes("malware-protection")) this.scan(stage, key);
  }

  /** GuardDuty scans whatever is put and hangs its verdict on it as a tag; the API takes nothing without. */
  private scan(stage: Stage, key: IKey): void {
    const role = new Role(this, "ScannerRole", {
      assumedBy: new ServicePrincipal("malware-protection-plan.guardduty.amazonaws.com"),
    });
    const [uploads, bucket] = [filesUnder(stage, "uploads"), arnOf(stage)];
    const allow = (actions: string[], resource: string, conditions = {}) =>
      role.addToPolicy(new PolicyStatement({ actions, resources: [resource], conditions }));
    allow(["events:PutRule", "events:DeleteRule", "events:PutTargets", "events:RemoveTargets"], SCAN_RULE, {
      StringEquals: { "events:ManagedBy": "malware-protection-plan.guardduty.amazonaws.com" },
    });
    allow(["events:DescribeRule", "events:ListTargetsByRule"], SCAN_RULE);
    allow(["s3:PutBucketNotification", "s3:GetBucketNotification", "s3:ListBucket"], bucket);
    allow(["s3:GetObject", "s3:GetObjectVersion"], uploads);
    allow(["s3:GetObjectTagging", "s3:GetObjectVersionTagging"], uploads);
    allow(["s3:PutObjectTagging", "s3:PutObjectVersionTagging"], uploads);
    allow(["s3:PutObject"], `${bucket}/${SCAN_PROBE}`);
    allow(KEY_ACTIONS, key.keyArn, THROUGH_S3);
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${readable(SCAN_RULE)}]`,
      reason:
        "GuardDuty chooses the end of its rule's name itself; the condition leaves it no rule but those that it manages.",
    });
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${readable(uploads)}]`,
      reason: "Every upload is to be scanned, and their names are only known once they are there.",
    });
    const plan = new CfnMalwareProtectionPlan(this, "Scanner", {
      role: role.roleArn,
      protectedResource: {
        s3Bucket: { bucketName: this.bucket.bucketName, objectPrefixes: [`${FILE_PREFIXES.uploads}/`] },
      },
      actions: { tagging: { status: "ENABLED" } },
    });
    // It tries the role as soon as it is made.
    plan.node.addDependency(role);
  }
}

const KEY_ACTIONS = ["kms:Decrypt", "kms:GenerateDataKey"];
const THROUGH_S3 = {
  StringEquals: {
    "kms:ViaService": ["amazonaws.com", "amazonaws.com.cn"].map((domain) => `s3.${Aws.REGION}.${domain}`),
  },
};

/**
 * Links to upload files and to fetch what is kept, which allow what the function's own role does; looking at what was
 * put, and keeping it. Nothing is deleted. Without listing, S3 would not say that a file is not there.
 */
export function grantFiles(to: PlatformFunction, stage: Stage, key: IKey): void {
  const allow = (actions: string[], resources: string[], conditions = {}) =>
    to.role.addToPolicy(new PolicyStatement({ actions, resources, conditions }));
  const [uploads, kept] = [filesUnder(stage, "uploads"), filesUnder(stage, "kept")];
  to.function.addEnvironment(CONFIG.filesUrl, `https://${nameOf(stage)}.s3.${Aws.REGION}.${Aws.URL_SUFFIX}`);
  allow(["s3:GetObject", "s3:PutObject"], [uploads, kept]);
  allow(["s3:GetObjectTagging"], [uploads]);
  allow(["s3:ListBucket"], [arnOf(stage)]);
  allow(KEY_ACTIONS, [key.keyArn], THROUGH_S3);
  for (const resource of [uploads, kept]) {
    Validations.of(to.role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${readable(resource)}]`,
      reason:
        "Each file has a name of its own under its case, made when it is announced; the function takes and keeps all of them.",
    });
  }
}

const cors = (origins: readonly string[]) => ({
  allowedOrigins: [...origins],
  allowedMethods: [HttpMethods.GET, HttpMethods.PUT],
  allowedHeaders: ["content-type", "x-amz-checksum-sha256"],
  maxAge: CORS_MAX_AGE_SECONDS,
});
