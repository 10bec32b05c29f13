import type { TransactWriteItemsOutput } from "@aws-sdk/client-dynamodb";
import { AwsRefusal } from "../aws/json-calls.ts";
import type { DatabaseCall } from "./calls.ts";
import { transactInput } from "./requests.ts";
import type { TransactItem } from "./transact-item.ts";

/** The answer was lost: the change may or may not stand. Never to be taken for a failure. */
export class OutcomeUnknown extends Error {
  constructor(cause: unknown) {
    super("the outcome of a commit is unknown", { cause });
    this.name = "OutcomeUnknown";
  }
}

/**
 * Sends a transaction. A call that had no answer is sent again with the same token, by which the database knows it for
 * ten minutes: it is done once, and answered as the first time. Throws AwsRefusal where nothing was done, with the
 * reasons of a transaction that was cancelled, and OutcomeUnknown where an attempt had no answer and none after it told
 * what became of it: a refusal then (throttling, "in progress") is of that last attempt only.
 */
export async function sendTransaction(
  call: DatabaseCall,
  items: readonly TransactItem[],
  token: string,
): Promise<TransactWriteItemsOutput> {
  let isLost = false;
  try {
    return await call("TransactWriteItems", transactInput(items, token), (error) => {
      isLost ||= !isRefused(error);
    });
  } catch (error) {
    const isTold = isRefused(error) && (!isLost || isCancelled(error));
    throw isTold ? error : new OutcomeUnknown(error);
  }
}

const isCancelled = (error: unknown): boolean =>
  error instanceof AwsRefusal && error.name === "TransactionCanceledException";

/** The database said no before it did anything; "in progress" says that an attempt before this one is at it. */
const isRefused = (error: unknown): boolean =>
  error instanceof AwsRefusal && error.$fault === "client" && error.name !== "TransactionInProgressException";
