import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import {
  type DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandOutput,
} from "@aws-sdk/lib-dynamodb";
import type { TransactItem } from "./transact-item.ts";

/** The answer was lost: the change may or may not stand. Never to be taken for a failure. */
export class OutcomeUnknown extends Error {
  constructor(cause: unknown) {
    super("the outcome of a commit is unknown", { cause });
    this.name = "OutcomeUnknown";
  }
}

/**
 * Sends a transaction. What had no answer the SDK sends again with the same token, by which the database knows it for
 * ten minutes: it is done once, and answered as the first time. Throws TransactionCanceledException or another
 * refusal where nothing was done, and OutcomeUnknown where an attempt had no answer and none after it told what
 * became of it: a refusal then (throttling, "in progress") is of that last attempt only.
 */
export async function sendTransaction(
  documents: DynamoDBDocumentClient,
  items: readonly TransactItem[],
  token: string,
): Promise<TransactWriteCommandOutput> {
  const command = new TransactWriteCommand({
    TransactItems: [...items],
    ClientRequestToken: token,
    ReturnConsumedCapacity: "TOTAL",
  });
  let isLost = false;
  command.middlewareStack.add(
    (next) => async (attempt) => {
      try {
        return await next(attempt);
      } catch (error) {
        isLost ||= !isRefused(error);
        throw error;
      }
    },
    // Behind the repetitions, and so around each of them.
    { name: "noteLostAnswers", step: "finalizeRequest", priority: "low", override: true },
  );
  try {
    return await documents.send(command);
  } catch (error) {
    const isTold = isRefused(error) && (!isLost || error instanceof TransactionCanceledException);
    throw isTold ? error : new OutcomeUnknown(error);
  }
}

/** The database said no before it did anything; "in progress" says that an attempt before this one is at it. */
const isRefused = (error: unknown): boolean =>
  error instanceof Error &&
  "$fault" in error &&
  error.$fault === "client" &&
  error.name !== "TransactionInProgressException";
