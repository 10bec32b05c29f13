import type { AwsEnvironment } from "../aws/environment.ts";
import { type JsonService, openJsonCalls } from "../aws/json-calls.ts";
import type { CallLimits } from "../aws/post.ts";
import type { DatabaseCall } from "./calls.ts";

/** All attempts together end before the function does, so that a caller is told. */
export const CALL_LIMITS: CallLimits = { connectTimeoutMs: 500, answerTimeoutMs: 2_000, attemptsMax: 3 };

/** Where DynamoDB is, and how long a call may take. */
export type Line = Pick<JsonService, "endpoint" | "region" | "credentials"> & {
  readonly limits?: CallLimits;
};

/** DynamoDB by its bare protocol: what functions use. `sdk-calls.ts` does the same by the SDK. */
export function openWire(open: () => Line | Promise<Line>): DatabaseCall {
  const call = openJsonCalls(async () => {
    const { limits = CALL_LIMITS, ...line } = await open();
    return { ...line, name: "dynamodb", version: "1.0", limits };
  });
  return async (operation, input, onFailure) =>
    // The operation's output is what the service's own model says of a 200; nothing here could check it better.
    JSON.parse(await call(`DynamoDB_20120810.${operation}`, JSON.stringify(input), onFailure));
}

/** The tables of the account and region in which a function runs. */
export const lineFrom = ({ region, credentials, endpointOf }: AwsEnvironment): Line => ({
  endpoint: endpointOf("dynamodb"),
  region,
  credentials,
});
