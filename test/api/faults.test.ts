import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { api } from "../../services/app/api.ts";
import { createGraphqlHandler } from "../../services/app/compose.ts";
import { losing } from "../support/losing.ts";
import { eventOf, startPlatform, type TestPlatform, textAt } from "../support/platform.ts";
import { schema } from "../support/schema.ts";
import { stateEnterprise } from "../support/seed-enterprise.ts";

const DETAIL = "connect ECONNRESET 10.0.17.4:443";

let platform: TestPlatform;
let token: string;
let creditCode: string;
beforeAll(async () => {
  platform = await startPlatform();
  const stated = await stateEnterprise(platform);
  creditCode = stated.creditCode;
  token = await platform.tokens.citizen(stated.representative);
});
afterAll(() => platform.stop());

const APPLY = `mutation ($key: ID!, $input: ApplyForPartnershipInput!) {
  applyForPartnership(idempotencyKey: $key, input: $input) { ... on Partner { id name } } }`;
const application = (key: string) => ({
  query: APPLY,
  variables: {
    key,
    input: {
      name: "京城便民科技有限公司",
      creditCode,
      contact: { name: "李明", phone: "13800138000", email: "liming@example.cn" },
      purpose: "便民服务",
      scopes: ["PROFILE_READ"],
    },
  },
});

/** The answer where a transaction's request, or its answer, is lost on the way. */
async function answerWhen(lost: "request" | "answer", key: string) {
  const client = losing(platform.ports.client, lost, new Error(DETAIL));
  const event = eventOf({ ...application(key), token });
  const { requestId } = event.requestContext;
  const { body = "" } = await createGraphqlHandler({ ...platform.ports, client }, api, schema)(event);
  const log = platform.logs.filter((line) => line["requestId"] === requestId);
  return { body, error: JSON.parse(body).errors?.[0], log, requestId };
}

describe("a commit whose request is lost", () => {
  it("is unknown and not failed", async () => {
    const { error, body, log, requestId } = await answerWhen("request", "lost-request");
    expect(error.extensions).toEqual({ code: "OUTCOME_UNKNOWN", retryable: true, requestId });
    expect(error.message).toContain("unknown");
    expect(body).not.toContain("ECONNRESET");
    expect(log.map(({ level, message }) => [level, message])).toEqual([
      ["ERROR", "fault"],
      ["INFO", "request"],
    ]);
  });
});

describe("a commit whose answer is lost", () => {
  it("is found to stand, and answered as if nothing had happened", async () => {
    const { body, log } = await answerWhen("answer", "lost-answer");
    expect(JSON.parse(body).data.applyForPartnership.name).toBe("京城便民科技有限公司");
    expect(log.map(({ level, message }) => [level, message])).toEqual([["INFO", "request"]]);
  });
});

describe("a commit of which the request or the answer was lost", () => {
  it("is settled by the same request once more: it finds what stands, or does it", async () => {
    for (const lost of ["answer", "request"] as const) {
      const { data, errors } = await platform.call({ ...application(`lost-${lost}`), token });
      expect(errors).toEqual([]);
      expect(textAt(data, "applyForPartnership", "name")).toBe("京城便民科技有限公司");
    }
    const mine = "{ me { partners { id } } }";
    const { data } = await platform.call({ query: mine, token });
    expect(data).toEqual({ me: { partners: [expect.anything(), expect.anything()] } });
  });
});

describe("a fault", () => {
  it("keeps its details out of the answer, and leaves where it arose in the log", async () => {
    const client = () => Promise.reject(new Error(DETAIL));
    const event = eventOf({ query: "{ me { name } }", token });
    const { body = "" } = await createGraphqlHandler({ ...platform.ports, client }, api, schema)(event);
    const { requestId } = event.requestContext;
    const [error] = JSON.parse(body).errors;
    expect(error.extensions).toEqual({ code: "INTERNAL", retryable: true, requestId });
    expect(error.message).toContain(requestId);
    expect(body).not.toMatch(/ECONNRESET|\bat .*:\d+:\d+/);
    const [fault] = platform.logs.filter((line) => line["requestId"] === requestId);
    expect(fault).toMatchObject({
      level: "ERROR",
      message: "fault",
      cause: expect.stringContaining("    at "),
    });
    expect(JSON.stringify(fault)).not.toContain("ECONNRESET");
  });
});
