import type {
  BatchGetItemInput,
  BatchGetItemOutput,
  GetItemInput,
  GetItemOutput,
  PutItemInput,
  PutItemOutput,
  QueryInput,
  QueryOutput,
  ScanInput,
  ScanOutput,
  TransactWriteItemsInput,
  TransactWriteItemsOutput,
  UpdateItemInput,
  UpdateItemOutput,
} from "@aws-sdk/client-dynamodb";
import type { OnFailure } from "../aws/json-calls.ts";

/** The operations of DynamoDB that the platform uses. No binary attributes. */
export type Operations = {
  readonly GetItem: { readonly input: GetItemInput; readonly output: GetItemOutput };
  readonly BatchGetItem: { readonly input: BatchGetItemInput; readonly output: BatchGetItemOutput };
  readonly Query: { readonly input: QueryInput; readonly output: QueryOutput };
  readonly Scan: { readonly input: ScanInput; readonly output: ScanOutput };
  readonly PutItem: { readonly input: PutItemInput; readonly output: PutItemOutput };
  readonly UpdateItem: { readonly input: UpdateItemInput; readonly output: UpdateItemOutput };
  readonly TransactWriteItems: {
    readonly input: TransactWriteItemsInput;
    readonly output: TransactWriteItemsOutput;
  };
};

/**
 * The port through which every call of DynamoDB goes. A call that failed on the way or on the server's side, or was
 * refused for now, is repeated as often as the way allows; `onFailure` hears of each attempt that failed. Throws
 * AwsRefusal where the database said no, and another error where it said nothing.
 */
export type DatabaseCall = <O extends keyof Operations>(
  operation: O,
  input: Operations[O]["input"],
  onFailure?: OnFailure,
) => Promise<Operations[O]["output"]>;
