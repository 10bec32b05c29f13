import { Aws, RemovalPolicy, Validations } from "aws-cdk-lib";
import { PolicyStatement, type Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { DOCUMENTS_PATH } from "../../services/kernel/documents/document.ts";
import { CONFIG } from "../../services/kernel/process/config.ts";
import type { Stage } from "../stages.ts";
import { readable } from "./readable-arn.ts";

/** Known without a reference, so that no stack waits for another's export. */
const nameOf = ({ tablePrefix }: Stage): string => `${tablePrefix}-documents-${Aws.ACCOUNT_ID}`;
const documentsOf = (stage: Stage): string => `arn:${Aws.PARTITION}:s3:::${nameOf(stage)}${DOCUMENTS_PATH}*`;

/** Documents that everybody may read, made anew every few minutes; the edge reads them, and nobody past it. */
export class DocumentsBucket extends Construct {
  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    const bucket = new Bucket(this, "Bucket", {
      bucketName: nameOf(stage),
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    Validations.of(bucket).acknowledge({
      id: "AwsSolutions-S1",
      reason:
        "What lies in it is shown to everybody, and a verifier is not to be known by the lists that it fetches; one function alone writes it.",
    });
    if (stage.without.includes("cloudfront")) return;
    // The distribution is of a stack behind this one, in another region: any of this account may read what all may.
    bucket.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("cloudfront.amazonaws.com")],
        actions: ["s3:GetObject"],
        resources: [documentsOf(stage)],
        conditions: { StringEquals: { "AWS:SourceAccount": Aws.ACCOUNT_ID } },
      }),
    );
  }
}

/** The bucket as a stack of any region knows it. */
export const documentsBucketOf = (scope: Construct, stage: Stage): IBucket =>
  Bucket.fromBucketAttributes(scope, "Documents", {
    bucketName: nameOf(stage),
    region: stage.env.region ?? Aws.REGION,
  });

/** Putting documents in the place of those before them, by a function in its role. */
export function grantDocuments(
  to: { readonly function: LambdaFunction; readonly role: Role },
  stage: Stage,
): void {
  const documents = documentsOf(stage);
  to.function.addEnvironment(
    CONFIG.documentsUrl,
    `https://${nameOf(stage)}.s3.${Aws.REGION}.${Aws.URL_SUFFIX}`,
  );
  to.role.addToPolicy(new PolicyStatement({ actions: ["s3:PutObject"], resources: [documents] }));
  Validations.of(to.role).acknowledge({
    id: `AwsSolutions-IAM5[Resource::${readable(documents)}]`,
    reason: "Services state their documents in code; the function writes nothing but these.",
  });
}
