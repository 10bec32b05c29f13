import { Fn } from "aws-cdk-lib";

/** A stack of another region. */
export type OtherStack = {
  readonly stackName: string;
  /** infra/app.ts deploys no stage that names none. */
  readonly region: string | undefined;
};

/**
 * An output, read as the stack that asks is deployed. A reference of the CDK's own would have a custom resource write and read
 * parameters in both regions.
 */
export const outputOf = ({ stackName, region }: OtherStack, output: string): string =>
  Fn.getStackOutput(stackName, output, region);

/** Of an output that is a URL: "https://name/path". */
export const hostOf = (stack: OtherStack, output: string): string =>
  Fn.select(2, Fn.split("/", outputOf(stack, output)));

/** Of an output that is a URL. */
export const originOf = (stack: OtherStack, output: string): string => `https://${hostOf(stack, output)}`;
