import { setTimeout as sleep } from "node:timers/promises";
import {
  type BatchGetItemInput,
  type BatchGetItemOutput,
  type DynamoDBClient,
  GetItemCommand,
  type GetItemInput,
  type GetItemOutput,
  type PutItemInput,
  type PutItemOutput,
  type QueryInput,
  type QueryOutput,
  type UpdateItemInput,
  type UpdateItemOutput,
} from "@aws-sdk/client-dynamodb";
import { getEndpointFromInstructions } from "@smithy/core/endpoints";
import type { Pool } from "undici";
import ConnectionPool from "undici/lib/dispatcher/pool.js";
import { openSigner } from "./signature.ts";

type Operations = {
  readonly GetItem: { readonly input: GetItemInput; readonly output: GetItemOutput };
  readonly BatchGetItem: { readonly input: BatchGetItemInput; readonly output: BatchGetItemOutput };
  readonly Query: { readonly input: QueryInput; readonly output: QueryOutput };
  readonly PutItem: { readonly input: PutItemInput; readonly output: PutItemOutput };
  readonly UpdateItem: { readonly input: UpdateItemInput; readonly output: UpdateItemOutput };
};

/** One call of DynamoDB's JSON protocol. No binary attributes. Throws DatabaseRefusal for what is not a 200. */
export type Wire = <O extends keyof Operations>(
  operation: O,
  input: Operations[O]["input"],
) => Promise<Operations[O]["output"]>;

/** DynamoDB said no; `name` is its own name for why, such as ConditionalCheckFailedException. */
export class DatabaseRefusal extends Error {
  readonly $fault: "client" | "server";

  constructor(type: string, message: string, status: number) {
    super(message);
    this.name = type;
    this.$fault = status < 500 ? "client" : "server";
  }
}

/** Refusals that pass: throttling, and a transaction that is under way on the same record. */
const PASSING = new Set([
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "ThrottlingException",
  "TransactionConflictException",
]);

const BACKOFF_MS = 20;

const CONNECTION_TIMEOUT_MS = 500;
const ANSWER_TIMEOUT_MS = 2_000;

/** For the SDK client too: all attempts together end before the function does, so that a caller is told. */
export const CLIENT_LIMITS = {
  maxAttempts: 3,
  requestHandler: {
    connectionTimeout: CONNECTION_TIMEOUT_MS,
    requestTimeout: ANSWER_TIMEOUT_MS,
    throwOnRequestTimeout: true,
  },
} as const;

/**
 * Calls DynamoDB at the SDK client's endpoint, with its credentials and number of attempts, but past its
 * middleware, schemas and signer, which cost twice the call itself (docs/decisions.md has the figures). For reads
 * and for single writes that may be repeated; transactions go through the SDK.
 */
export function openWire(client: DynamoDBClient): Wire {
  const { config } = client;
  const sign = openSigner();
  let line: Promise<Line> | undefined;

  const attempt = async (operation: string, body: string): Promise<string> => {
    line ??= openLine(client);
    const [{ pool, host, region }, credentials] = await Promise.all([line, config.credentials()]);
    const target = `DynamoDB_20120810.${operation}`;
    const headers = sign({ host, region, service: "dynamodb", target, body }, credentials, new Date());
    const { status, text } = await post(pool, headers, body);
    if (status !== 200) throw refusalOf(text, status);
    return text;
  };

  let attemptsMax: number | undefined;
  return async (operation, input) => {
    attemptsMax ??= await config.maxAttempts();
    const body = JSON.stringify(input);
    // The operation's output is what the service's own model says of a 200; nothing here could check it better.
    return JSON.parse(await retry(() => attempt(operation, body), attemptsMax));
  };
}

/** Connections to the one endpoint that all calls go to. */
type Line = { readonly pool: Pool; readonly host: string; readonly region: string };

async function openLine({ config }: DynamoDBClient): Promise<Line> {
  const { url } = await getEndpointFromInstructions({ TableName: "" }, GetItemCommand, config);
  const pool = new ConnectionPool(url.origin, {
    connect: { timeout: CONNECTION_TIMEOUT_MS },
    headersTimeout: ANSWER_TIMEOUT_MS,
    bodyTimeout: ANSWER_TIMEOUT_MS,
  });
  return { pool, host: url.host, region: await config.region() };
}

type Answer = { readonly status: number; readonly text: string };

function post(pool: Pool, headers: Record<string, string>, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let status = 0;
    pool.dispatch(
      { method: "POST", path: "/", headers, body },
      {
        onRequestStart: () => undefined,
        onResponseStart: (_, statusCode) => {
          status = statusCode;
        },
        onResponseData: (_, chunk) => {
          chunks.push(chunk);
        },
        onResponseEnd: () => resolve({ status, text: Buffer.concat(chunks).toString("utf8") }),
        onResponseError: (_, error) => reject(error),
      },
    );
  });
}

function refusalOf(text: string, status: number): DatabaseRefusal {
  try {
    const { __type = "", message = "" }: { __type?: string; message?: string } = JSON.parse(text);
    return new DatabaseRefusal(__type.slice(__type.indexOf("#") + 1) || `HTTP ${status}`, message, status);
  } catch {
    return new DatabaseRefusal(`HTTP ${status}`, "the answer is no JSON", status);
  }
}

/** Repeats what failed on the way or on the server's side, or was refused for now: with full jitter, as often as the client may. */
async function retry<T>(run: () => Promise<T>, attemptsMax: number): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      const isFinal =
        error instanceof DatabaseRefusal && error.$fault === "client" && !PASSING.has(error.name);
      if (isFinal || attempt >= attemptsMax) throw error;
      await sleep(Math.random() * BACKOFF_MS * 2 ** attempt);
    }
  }
}
