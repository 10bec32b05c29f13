import { handleWhen, type RetryPolicy } from "cockatiel";
import { repeating } from "../repeat.ts";
import { type CallLimits, openPost, type Post } from "./post.ts";
import { type Credentials, openSigner } from "./signature.ts";

/** One AWS service that speaks the JSON protocol: where it is, and how it is called. */
export type JsonService = {
  readonly name: "dynamodb" | "kms" | "secretsmanager";
  /** Of the JSON protocol. */
  readonly version: "1.0" | "1.1";
  readonly endpoint: URL;
  readonly region: string;
  readonly credentials: () => Promise<Credentials>;
  readonly limits: CallLimits;
};

/**
 * Calls an operation, such as `DynamoDB_20120810.GetItem`. Each attempt that fails is handed to `onFailure`. Throws
 * AwsRefusal, or what kept the answer back.
 */
export type JsonCall = (target: string, body: string, onFailure?: OnFailure) => Promise<string>;
export type OnFailure = (error: unknown) => void;

/** A service said no; `name` is its own name for why, such as ConditionalCheckFailedException. */
export class AwsRefusal extends Error {
  readonly $fault: "client" | "server";
  /** Of a transaction that was cancelled, why, for each of its items; "None" for those that were not the cause. */
  readonly reasons: readonly string[] | undefined;

  constructor(name: string, message: string, status: number, reasons?: readonly string[]) {
    super(message);
    this.name = name;
    this.$fault = status < 500 ? "client" : "server";
    this.reasons = reasons;
  }
}

/** Refusals that pass: throttling, and a transaction that is under way on the same record or with the same token. */
const PASSING = new Set([
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "ThrottlingException",
  "TransactionConflictException",
  "TransactionInProgressException",
]);

const BACKOFF_MS = 40;

/**
 * The bare protocol: signed with a key that is kept, posted by node:http. The SDK does the same by way of its middleware,
 * schemas and credential providers, at several times the processor's time (see docs/decisions/kernel.md).
 */
export function openJsonCalls(open: () => JsonService | Promise<JsonService>): JsonCall {
  const sign = openSigner();
  let opened: Promise<{ service: JsonService; post: Post; policy: RetryPolicy }> | undefined;
  const openOnce = async () => {
    const service = await open();
    const { endpoint, limits } = service;
    return { service, post: openPost(endpoint, limits), policy: policyOf(limits) };
  };
  return async (target, body, onFailure) => {
    opened ??= openOnce();
    const { service, post, policy } = await opened;
    const { name, version, endpoint, region, credentials } = service;
    const attempt = async (): Promise<string> => {
      const call = { host: endpoint.host, region, service: name, version, target, body };
      const { status, text } = await post(sign(call, await credentials(), new Date()), body);
      if (status !== 200) throw refusalOf(text, status);
      return text;
    };
    return policy.execute(async () => {
      try {
        return await attempt();
      } catch (error) {
        onFailure?.(error);
        throw error;
      }
    });
  };
}

type Refusal = {
  readonly __type?: string;
  readonly message?: string;
  readonly CancellationReasons?: readonly { readonly Code?: string }[];
};

function refusalOf(text: string, status: number): AwsRefusal {
  try {
    const { __type = "", message = "", CancellationReasons }: Refusal = JSON.parse(text);
    const name = __type.slice(__type.indexOf("#") + 1) || `HTTP ${status}`;
    return new AwsRefusal(
      name,
      message,
      status,
      CancellationReasons?.map(({ Code = "None" }) => Code),
    );
  } catch {
    return new AwsRefusal(`HTTP ${status}`, "the answer is no JSON", status);
  }
}

/** Repeats what failed on the way or on the server's side, or was refused for now. */
const policyOf = ({ attemptsMax }: CallLimits): RetryPolicy =>
  repeating({ on: handleWhen((error) => !isFinalRefusal(error)), attemptsMax, backoffMs: BACKOFF_MS });

/** Whether a service has said no, and says so again however often it is asked. */
export const isFinalRefusal = (error: unknown): error is AwsRefusal =>
  error instanceof AwsRefusal && error.$fault === "client" && !PASSING.has(error.name);
