import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterEach, describe, expect, it } from "vitest";
import { CLIENT_LIMITS, DatabaseRefusal, openWire } from "../../../services/kernel/database/wire.ts";

type Reply = { readonly status: number; readonly body: string } | "hang up" | "stay silent";

let server: Server | undefined;
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

/** A server that speaks DynamoDB's protocol with these replies, one after the other. */
async function wireTo(replies: readonly Reply[]) {
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
  const client = new DynamoDBClient({
    ...CLIENT_LIMITS,
    endpoint: `http://127.0.0.1:${port}`,
    region: "cn-north-1",
    credentials: { accessKeyId: "key", secretAccessKey: "secret", sessionToken: "session" },
  });
  return { wire: openWire(client), asked };
}

const found: Reply = { status: 200, body: '{"Item":{"pk":{"S":"a"}}}' };
const refusal = (type: string, status = 400): Reply => ({
  status,
  body: JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: "no" }),
});
const get = { TableName: "t", Key: { pk: { S: "a" } } };

describe("a call on the wire", () => {
  it("is DynamoDB's: the operation as a target, JSON, signed with the session's credentials", async () => {
    const { wire, asked } = await wireTo([found]);
    expect(await wire("GetItem", get)).toEqual({ Item: { pk: { S: "a" } } });
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
    ["a transaction under way on its record", refusal("TransactionConflictException")],
    ["a lost connection", "hang up"],
  ])("is repeated after %s", async (_, reply) => {
    const { wire, asked } = await wireTo([reply, reply, found]);
    expect(await wire("GetItem", get)).toMatchObject({ Item: {} });
    expect(asked).toHaveLength(3);
  });

  it("is given up after three attempts", async () => {
    const { wire, asked } = await wireTo(
      Array.from({ length: 9 }, () => refusal("InternalServerError", 500)),
    );
    await expect(wire("GetItem", get)).rejects.toMatchObject({
      name: "InternalServerError",
      $fault: "server",
    });
    expect(asked).toHaveLength(3);
  });

  it("that is refused says why by DynamoDB's own name, and is not repeated", async () => {
    const { wire, asked } = await wireTo([refusal("ConditionalCheckFailedException")]);
    const problem = await wire("PutItem", { TableName: "t", Item: {} }).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(DatabaseRefusal);
    expect(problem).toMatchObject({ name: "ConditionalCheckFailedException", $fault: "client" });
    expect(asked).toHaveLength(1);
  });

  it("waits no longer than two seconds for an answer before it asks again", async () => {
    const { wire } = await wireTo(["stay silent", found]);
    const started = performance.now();
    expect(await wire("GetItem", get)).toMatchObject({ Item: {} });
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});
