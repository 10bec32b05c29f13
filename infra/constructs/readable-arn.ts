import { Aws } from "aws-cdk-lib";

/** An ARN with what only a deployment knows, as cdk-nag writes it. */
export const readable = (arn: string): string =>
  arn
    .replaceAll(Aws.PARTITION, "<AWS::Partition>")
    .replaceAll(Aws.REGION, "<AWS::Region>")
    .replaceAll(Aws.ACCOUNT_ID, "<AWS::AccountId>");
