import { execFileSync } from "node:child_process";
import { join } from "node:path";
import {
  AssetHashType,
  Aws,
  DefaultStackSynthesizer,
  DockerImage,
  RemovalPolicy,
  Stack,
  Validations,
} from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import { Asset } from "aws-cdk-lib/aws-s3-assets";
import { BucketDeployment, CacheControl, Source } from "aws-cdk-lib/aws-s3-deployment";
import { Construct } from "constructs";
import { ASSETS, CONFIG_FILE, EACH_TIME, FOR_GOOD } from "../page-serving.ts";
import type { Stage } from "../stages.ts";
import { readable } from "./readable-arn.ts";

const PROJECT = join(import.meta.dirname, "../..");
const COPY_MEMORY_MB = 512;
const nameOf = (stage: Stage["name"]): string => `civigraph-${stage}-pages-${Aws.ACCOUNT_ID}`;

type PageBucketProps = {
  readonly stage: Stage;
  /** As web/shared/page-config.ts has it. */
  readonly config: Readonly<Record<string, unknown>>;
};

/** The built pages, private: CloudFront alone reads them. A version's assets stay for those who have its page open. */
export class PageBucket extends Construct {
  readonly bucket: IBucket;

  constructor(scope: Construct, id: string, { stage, config }: PageBucketProps) {
    super(scope, id);
    const removalPolicy = stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    // The library's own declarations do not agree with exactOptionalPropertyTypes; a bucket is one.
    this.bucket = new Bucket(this, "Bucket", {
      bucketName: nameOf(stage.name),
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy,
    }) as IBucket;
    Validations.of(this.bucket).acknowledge({
      id: "AwsSolutions-S1",
      reason:
        "CloudFront alone reads it, whose own log has each request; what lies in it is shown to everybody, and a deployment alone writes it.",
    });
    const pages = builtPages(this);
    const logGroup = new LogGroup(this, "CopyLog", { retention: stage.logRetentionDays, removalPolicy });
    const role = this.copyRole(stage, logGroup);
    const copy = {
      destinationBucket: this.bucket,
      prune: false,
      memoryLimit: COPY_MEMORY_MB,
      logGroup,
      role: role.withoutPolicyUpdates(),
    };
    const built = Source.bucket(pages.bucket, pages.s3ObjectKey);
    const assets = `${ASSETS.slice(1)}*`;
    const loaded = new BucketDeployment(this, "Assets", {
      ...copy,
      sources: [built],
      exclude: ["*"],
      include: [assets],
      cacheControl: [CacheControl.fromString(FOR_GOOD)],
    });
    const asked = new BucketDeployment(this, "Asked", {
      ...copy,
      sources: [built, Source.jsonData(CONFIG_FILE.slice(1), config)],
      exclude: [assets],
      cacheControl: [CacheControl.fromString(EACH_TIME)],
    });
    loaded.node.addDependency(role);
    // A page is there once all that it loads is.
    asked.node.addDependency(loaded);
    explainCopy(Stack.of(this));
  }

  /** The function that copies the pages may do this and nothing else. */
  private copyRole({ name }: Stage, logGroup: LogGroup): Role {
    const role = new Role(this, "CopyRole", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    const allow = (actions: string[], ...resources: string[]) =>
      role.addToPolicy(new PolicyStatement({ actions, resources }));
    const { partition, account, region } = Stack.of(this);
    const staged = `cdk-${DefaultStackSynthesizer.DEFAULT_QUALIFIER}-assets-${account}-${region}`;
    const [sources, pages] = [staged, nameOf(name)].map((bucket) => `arn:${partition}:s3:::${bucket}`);
    allow(["logs:CreateLogStream", "logs:PutLogEvents"], logGroup.logGroupArn);
    allow(["s3:GetObject"], `${sources}/*`);
    allow(["s3:ListBucket"], `${pages}`);
    allow(["s3:GetObject", "s3:PutObject"], `${pages}/*`);
    for (const bucket of [sources, pages])
      Validations.of(role).acknowledge({
        id: `AwsSolutions-IAM5[Resource::${readable(`${bucket}/*`)}]`,
        reason:
          "The names of the built files are known once they are built; it reads what the CDK has staged, and writes the bucket of pages.",
      });
    return role;
  }
}

/** The CDK brings the function that copies, one for the stack. */
function explainCopy(stack: Stack): void {
  const why =
    "The CDK's own function, of the CDK's own version and runtime, called by a deployment, which fails with it and tells why.";
  for (const child of stack.node.children.filter(({ node }) =>
    node.id.startsWith("Custom::CDKBucketDeployment"),
  ))
    for (const id of [
      "AwsSolutions-L1",
      ...["DLQ", "LatestVersion", "Tracing"].map((rule) => `Serverless-Lambda${rule}`),
    ])
      Validations.of(child).acknowledge({ id, reason: why });
}

/** Built as the stack is synthesised to be deployed, and then alone. */
function builtPages(scope: Construct): Asset {
  const builds = ["local/web/build.ts", "local/graphiql/build.ts"].map((script) => join(PROJECT, script));
  return new Asset(scope, "Built", {
    path: join(PROJECT, "web"),
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Never run: the build on this machine succeeds or throws.
      image: DockerImage.fromRegistry("none"),
      local: {
        tryBundle(folder) {
          const env = { ...process.env, NODE_ENV: "production" };
          // The first empties the folder.
          for (const build of builds)
            execFileSync(process.execPath, [build, folder], { env, stdio: ["ignore", "ignore", "inherit"] });
          return true;
        },
      },
    },
  });
}
