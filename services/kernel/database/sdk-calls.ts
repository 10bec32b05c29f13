import { AsyncLocalStorage } from "node:async_hooks";
import {
  BatchGetItemCommand,
  type DynamoDBClient,
  DynamoDBServiceException,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { AwsRefusal, type OnFailure } from "../aws/json-calls.ts";
import type { DatabaseCall, Operations } from "./calls.ts";
import { CALL_LIMITS } from "./wire.ts";

/** For the SDK's client: the limits that the bare wire has. */
export const SDK_LIMITS = {
  maxAttempts: CALL_LIMITS.attemptsMax,
  requestHandler: {
    connectionTimeout: CALL_LIMITS.connectTimeoutMs,
    requestTimeout: CALL_LIMITS.answerTimeoutMs,
    throwOnRequestTimeout: true,
  },
} as const;

type Senders = {
  readonly [O in keyof Operations]: (
    client: DynamoDBClient,
    input: Operations[O]["input"],
  ) => Promise<Operations[O]["output"]>;
};

const SENDERS: Senders = {
  GetItem: (client, input) => client.send(new GetItemCommand(input)),
  BatchGetItem: (client, input) => client.send(new BatchGetItemCommand(input)),
  Query: (client, input) => client.send(new QueryCommand(input)),
  Scan: (client, input) => client.send(new ScanCommand(input)),
  PutItem: (client, input) => client.send(new PutItemCommand(input)),
  UpdateItem: (client, input) => client.send(new UpdateItemCommand(input)),
  TransactWriteItems: (client, input) => client.send(new TransactWriteItemsCommand(input)),
};

/**
 * DynamoDB by the SDK: the same port as the bare wire, held to the same contract (test/kernel/database/calls.test.ts). No
 * function is bundled with it; it is what the wire is measured against, and what can take its place.
 */
export function sdkCalls(client: DynamoDBClient): DatabaseCall {
  const hearing = new AsyncLocalStorage<OnFailure>();
  client.middlewareStack.add(
    (next) => async (attempt) => {
      try {
        return await next(attempt);
      } catch (error) {
        hearing.getStore()?.(refusalOf(error));
        throw error;
      }
    },
    // Behind the repetitions, and so around each of them.
    { name: "hearFailures", step: "finalizeRequest", priority: "low", override: true },
  );
  return async (operation, input, onFailure = () => undefined) => {
    try {
      return await hearing.run(onFailure, () => SENDERS[operation](client, input));
    } catch (error) {
      throw refusalOf(error);
    }
  };
}

function refusalOf(error: unknown): unknown {
  if (!(error instanceof DynamoDBServiceException)) return error;
  const status = error.$metadata.httpStatusCode ?? (error.$fault === "client" ? 400 : 500);
  const reasons =
    error instanceof TransactionCanceledException
      ? error.CancellationReasons?.map(({ Code = "None" }) => Code)
      : undefined;
  return new AwsRefusal(error.name, error.message, status, reasons);
}
