import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterEach, describe, expect, it } from "vitest";
import { AwsRefusal } from "../../../services/kernel/aws/json-calls.ts";
import type { DatabaseCall } from "../../../services/kernel/database/calls.ts";
import { SDK_LIMITS, sdkCalls } from "../../../services/kernel/database/sdk-calls.ts";
import { openWire } from "../../../services/kernel/database/wire.ts";
import { startAnswerTime } from "../../support/answer-time.ts";

type Reply = { readonly status: number; readonly body: string } | "hang up" | "stay silent";

let server: Server | undefined;
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

const REGION = "cn-north-1";
const CREDENTIALS = { accessKeyId: "key", secretAccessKey: "secret", sessionToken: "session" };

/** Each way to the database, and so each that keeps the port's promises. */
const WAYS: readonly (readonly [name: string, open: (endpoint: string) => DatabaseCall])[] = [
  [
    "by the bare protocol",
    (endpoint) =>
      openWire(() => ({
        ...{ endpoint: new URL(endpoint), region: REGION },
        credentials: async () => CREDENTIALS,
      })),
  ],
  [
    "by the SDK",
    (endpoint) =>
      sdkCalls(new DynamoDBClient({ ...SDK_LIMITS, endpoint, region: REGION, credentials: CREDENTIALS })),
  ],
];

/** A server that speaks DynamoDB's protocol with these replies, one after the other. */
async function serverWith(replies: readonly Reply[]) {
  const asked: { headers: IncomingHttpHeaders; body: string }[] = [];
  server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const reply = replies[asked.length] ?? "hang up";
    asked.push({ headers: request.headers, body });
    if (reply === "stay silent") return;
    if (reply === "hang up") request.socket.destroy();
    else response.writeHead(reply.status).end(reply.body);
  });
  const { port } = await new Promise<AddressInfo>((resolve) => {
    const listening = server?.listen(0, "127.0.0.1", () => resolve(listening?.address() as AddressInfo));
  });
  return { endpoint: `http://127.0.0.1:${port}`, asked };
}

const found: Reply = { status: 200, body: '{"Item":{"pk":{"S":"a"}}}' };
const refusal = (type: string, status = 400): Reply => ({
  status,
  body: JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: "no" }),
});
const get = { TableName: "t", Key: { pk: { S: "a" } } };

const transaction = {
  ClientRequestToken: "token",
  TransactItems: [
    { Put: { TableName: "t", Item: { pk: { S: "a" } } } },
    { Put: { TableName: "t", Item: { pk: { S: "b" } } } },
  ],
};

describe.each(WAYS)("a call of the database %s", (_, open) => {
  it("is DynamoDB's: the operation as a target, JSON, signed with the session's credentials", async () => {
    const { endpoint, asked } = await serverWith([found]);
    expect(await open(endpoint)("GetItem", get)).toMatchObject({ Item: { pk: { S: "a" } } });
    expect(JSON.parse(asked[0]?.body ?? "")).toEqual(get);
    expect(asked[0]?.headers).toMatchObject({
      "x-amz-target": "DynamoDB_20120810.GetItem",
      "content-type": "application/x-amz-json-1.0",
      "x-amz-security-token": "session",
      authorization: expect.stringMatching(/^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/cn-north-1\/dynamodb\//),
    });
  });

  it.each<[string, Reply]>([
    ["a fault of the server", refusal("InternalServerError", 500)],
    ["throttling", refusal("ProvisionedThroughputExceededException")],
    ["a lost connection", "hang up"],
  ])("is repeated after %s, and each attempt that failed is told of", async (__, reply) => {
    const { endpoint, asked } = await serverWith([reply, reply, found]);
    const failures: unknown[] = [];
    const call = open(endpoint);
    expect(await call("GetItem", get, (error) => failures.push(error))).toMatchObject({ Item: {} });
    expect([asked.length, failures.length]).toEqual([3, 2]);
  });

  it("is given up after three attempts", async () => {
    const replies = Array.from({ length: 9 }, () => refusal("InternalServerError", 500));
    const { endpoint, asked } = await serverWith(replies);
    await expect(open(endpoint)("GetItem", get)).rejects.toMatchObject({
      name: "InternalServerError",
      $fault: "server",
    });
    expect(asked).toHaveLength(3);
  });

  it("that is refused says why by DynamoDB's own name, and is not repeated", async () => {
    const { endpoint, asked } = await serverWith([refusal("ConditionalCheckFailedException")]);
    const problem = await open(endpoint)("PutItem", { TableName: "t", Item: {} }).catch(
      (error: unknown) => error,
    );
    expect(problem).toBeInstanceOf(AwsRefusal);
    expect(problem).toMatchObject({ name: "ConditionalCheckFailedException", $fault: "client" });
    expect(asked).toHaveLength(1);
  });

  it("that cancels a transaction says why, for each of its items", async () => {
    const reasons = [{ Code: "None" }, { Code: "ConditionalCheckFailed" }];
    const type = "com.amazonaws.dynamodb.v20120810#TransactionCanceledException";
    const body = JSON.stringify({ __type: type, message: "no", CancellationReasons: reasons });
    const { endpoint, asked } = await serverWith([{ status: 400, body }]);
    const problem = await open(endpoint)("TransactWriteItems", transaction).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(AwsRefusal);
    expect(problem).toMatchObject({
      name: "TransactionCanceledException",
      $fault: "client",
      reasons: ["None", "ConditionalCheckFailed"],
    });
    expect(asked).toHaveLength(1);
  });

  it("repeats a transaction with the same token while an attempt before is at it", async () => {
    const { endpoint, asked } = await serverWith([
      "hang up",
      refusal("TransactionInProgressException"),
      { status: 200, body: "{}" },
    ]);
    await open(endpoint)("TransactWriteItems", transaction);
    expect(asked.map(({ body }) => JSON.parse(body).ClientRequestToken)).toEqual(["token", "token", "token"]);
  });

  it("waits no longer than two seconds for an answer before it asks again", async () => {
    const { endpoint } = await serverWith(["stay silent", found]);
    const takenMs = startAnswerTime();
    expect(await open(endpoint)("GetItem", get)).toMatchObject({ Item: {} });
    expect(takenMs()).toBeLessThan(4_000);
  });
});

it("a call by the bare protocol is repeated while a transaction is under way on its record", async () => {
  const conflict = refusal("TransactionConflictException");
  const { endpoint, asked } = await serverWith([conflict, conflict, found]);
  const [[, open] = expect.fail("no way")] = WAYS;
  expect(await open(endpoint)("GetItem", get)).toMatchObject({ Item: {} });
  expect(asked).toHaveLength(3);
});
