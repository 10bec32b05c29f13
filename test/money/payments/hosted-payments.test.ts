import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { localLine } from "../../../local/local-line.ts";
import { api } from "../../../services/app/api.ts";
import { createGraphqlHandler } from "../../../services/app/compose.ts";
import { CALL_LIMITS, openWire } from "../../../services/kernel/database/wire.ts";
import { newId } from "../../../services/kernel/ids.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { createNotificationHandler } from "../../../services/money/payments/index.ts";
import { type Biller, row, seedBiller } from "../../convenience/utilities/utility-world.ts";
import { startHttpServer } from "../../support/http-server.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { type PaymentGateway, type Posted, startPaymentGateway } from "../../support/payment-gateway.ts";
import {
  at,
  httpEvent,
  type Json,
  startPlatform,
  type TestPlatform,
  textAt,
} from "../../support/platform.ts";
import { schema } from "../../support/schema.ts";
import { sweep } from "../../support/sweep.ts";

let gateway: PaymentGateway;
let platform: TestPlatform;
let server: Awaited<ReturnType<typeof startHttpServer>>;
let biller: Biller;
let token: string;
beforeAll(async () => {
  gateway = await startPaymentGateway({ now: () => platform.clock.now() });
  platform = await startPlatform({ gateways: `{"live":${gateway.secret}}` });
  server = await startHttpServer(platform);
  gateway.notifyTo(server.notificationsUrl);
  biller = await seedBiller(platform);
});
beforeEach(async () => {
  gateway.books.decide("SUCCEEDED");
  token = await platform.tokens.citizen();
});
afterAll(async () => {
  server.stop();
  gateway.stop();
  await platform.stop();
});

const PAY = `mutation ($key: ID!, $input: PayBillsInput!) {
  payBills(idempotencyKey: $key, input: $input) {
    __typename
    ... on Payment { id status amount channel channelNumber declined goOnUrl }
    ... on Refusal { code }
  }
}`;

/** A GraphQL request over HTTP, as a front-end sends it. */
async function ask(query: string, variables: object, by: string, url = server.url): Promise<Json> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${by}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors }: { data: Json; errors?: Json } = JSON.parse(await response.text());
  expect(errors).toBeUndefined();
  return data;
}

type Wish = { readonly key?: string; readonly channel?: string; readonly by?: string };

async function pay(
  bill: string,
  { key = newId("key", systemRuntime), channel = "HOSTED", by = token }: Wish = {},
): Promise<Json> {
  return at(await ask(PAY, { key, input: { bills: [bill], channel } }, by), "payBills");
}

async function newBill(changes: object = {}) {
  const issued = row({ amount: "88.00", ...changes });
  const [answer = null] = await biller.submit(issued);
  return { id: textAt(answer, "id"), row: issued };
}

/** How a bill stands, as its biller sees it. */
const billStatus = async (bill: Awaited<ReturnType<typeof newBill>>): Promise<string> =>
  textAt((await biller.submit(bill.row))[0] ?? null, "status");

async function paymentStatus(): Promise<string> {
  const data = await ask("{ me { payments(first: 1) { edges { node { status } } } } }", {}, token);
  return textAt(data, "me", "payments", "edges", 0, "node", "status");
}

async function post(
  { headers, body }: Posted,
  url = server.notificationsUrl,
): Promise<readonly [number, string]> {
  const response = await fetch(url, { method: "POST", headers, body });
  const { code }: { code: string } = JSON.parse(await response.text());
  // RFC 9110, 15.5.2, wants it with every 401, and with nothing else here.
  expect(response.headers.has("www-authenticate")).toBe(response.status === 401);
  return [response.status, code];
}

/** A payment that the payer has confirmed at the gateway, of which the platform has not heard yet. */
async function confirmPayment(decision: "SUCCEEDED" | "DECLINED" = "SUCCEEDED") {
  gateway.books.decide("PENDING");
  const bill = await newBill();
  const payment = await pay(bill.id);
  const id = textAt(payment, "id");
  expect(payment).toMatchObject({ status: "PENDING", goOnUrl: `https://pay.example.cn/${id}` });
  expect(await billStatus(bill)).toBe("PAYING");
  gateway.books.end(id, decision);
  return { id, bill };
}

const refusals = (id: string) =>
  platform
    .database()
    .query({ table: "records-live", pk: `audit#${id}`, limit: 100 })
    .then(({ items }) => items.filter(({ action }) => String(action).endsWith("answer-refused")));

describe("a bill that is paid through the gateway", () => {
  it("is paid when the gateway says so at once", async () => {
    const bill = await newBill();
    const payment = await pay(bill.id);
    const id = textAt(payment, "id");
    expect(payment).toMatchObject({
      status: "SUCCEEDED",
      amount: "88.00",
      channel: "HOSTED",
      channelNumber: `gw-${id}`,
      goOnUrl: null,
    });
    expect(await billStatus(bill)).toBe("PAID");
    expect(gateway.books.moved.filter((moved) => moved === id)).toHaveLength(1);
  });

  it("is due again when the gateway declines", async () => {
    gateway.books.decide("DECLINED");
    const bill = await newBill();
    expect(await pay(bill.id)).toMatchObject({ status: "FAILED", declined: "INSUFFICIENT_FUNDS" });
    expect(await billStatus(bill)).toBe("DUE");
  });

  it("sends the payer on, with the same key again too, and is paid when the gateway notifies", async () => {
    gateway.books.decide("PENDING");
    const bill = await newBill();
    const first = await pay(bill.id, { key: "the-key-of-this-call" });
    expect(await pay(bill.id, { key: "the-key-of-this-call" })).toEqual(first);
    gateway.books.end(textAt(first, "id"), "SUCCEEDED");
    expect(await gateway.deliver(textAt(first, "id"))).toBe(200);
    expect(await billStatus(bill)).toBe("PAID");
    expect(await pay(bill.id, { key: "the-key-of-this-call" })).toMatchObject({
      status: "SUCCEEDED",
      goOnUrl: null,
    });
  });

  it("is paid once when the notification comes before the answer, and when it comes twice", async () => {
    for (const fault of ["EARLY_NOTIFICATION", "TWO_NOTIFICATIONS"] as const) {
      gateway.fail(fault);
      const bill = await newBill();
      expect(await pay(bill.id)).toMatchObject({ status: "SUCCEEDED" });
      expect(await billStatus(bill)).toBe("PAID");
    }
    expect(await verified(platform)).toMatchObject(SOUND);
  });

  it("stays kept for its payer while the gateway is silent, and is settled by the next sweep that hears", async () => {
    gateway.fail("LOST_ANSWER", "LOST_ANSWER", "LOST_ANSWER");
    const bill = await newBill();
    expect(await pay(bill.id)).toMatchObject({ status: "UNKNOWN" });
    expect(await billStatus(bill)).toBe("PAYING");
    platform.clock.advance(20_000);
    await sweep(platform);
    expect([await billStatus(bill), await paymentStatus()]).toEqual(["PAID", "SUCCEEDED"]);
  });
});

describe("a refund through the gateway", () => {
  const REFUND = `mutation ($key: ID!, $input: RefundPaymentInput!) {
    refundPayment(idempotencyKey: $key, input: $input) { __typename ... on Refund { status } ... on Refusal { code } }
  }`;
  const refund = async (payment: Json) => {
    const input = { payment: textAt(payment, "id"), amount: "88.00", reason: "重复缴费" };
    const by = await platform.tokens.officer({ roles: ["TREASURER"] });
    const data = await ask(REFUND, { key: newId("key", systemRuntime), input }, by);
    return textAt(data, "refundPayment", "status");
  };
  const noticesToPayer = async () => {
    const query = "{ me { notifications(first: 10) { edges { node { type amount } } } } }";
    return at(await ask(query, {}, token), "me", "notifications", "edges");
  };

  it.each([
    ["SUCCEEDED", "DUE", ["payment.refunded", "payment.succeeded"]],
    ["DECLINED", "PAID", ["payment.succeeded"]],
  ] as const)(
    "of which the gateway says nothing is asked about until it has ended (%s), and the payer told",
    async (decision, status, types) => {
      const bill = await newBill();
      const payment = await pay(bill.id);
      gateway.books.decide(decision);
      platform.clock.advance(1_000);
      gateway.fail("LOST_ANSWER", "LOST_ANSWER", "LOST_ANSWER");
      expect(await refund(payment)).toBe("UNKNOWN");
      platform.clock.advance(5_000);
      expect(await sweep(platform)).toMatchObject({ postponed: 1 });
      expect(await billStatus(bill)).toBe("PAID");
      platform.clock.advance(20_000);
      expect(await sweep(platform)).toMatchObject({ postponed: 0, failed: 0 });
      expect(await billStatus(bill)).toBe(status);
      expect(await noticesToPayer()).toEqual(types.map((type) => ({ node: { type, amount: "88.00" } })));
      expect(await verified(platform)).toMatchObject(SOUND);
    },
  );
});

describe("a notification", () => {
  it("settles the payment, and sent again changes nothing and is taken again", async () => {
    const { id, bill } = await confirmPayment();
    const posted = gateway.notification(id);
    expect(await post(posted)).toEqual([200, "TAKEN"]);
    expect(await billStatus(bill)).toBe("PAID");
    expect(await Promise.all([post(posted), post(gateway.notification(id))])).toEqual([
      [200, "TAKEN"],
      [200, "TAKEN"],
    ]);
    expect(await verified(platform)).toMatchObject(SOUND);
  });

  it("of a payment that the payer gave up makes its bill due again", async () => {
    const { id, bill } = await confirmPayment("DECLINED");
    expect(await gateway.deliver(id)).toBe(200);
    expect([await billStatus(bill), await paymentStatus()]).toEqual(["DUE", "FAILED"]);
  });

  it("is known by its signature however its header and its body are written on the way", async () => {
    const { id } = await confirmPayment();
    const { headers, body } = gateway.notification(id);
    const event = httpEvent(Buffer.from(body).toString("base64"), {
      headers: { "Payment-Signature": headers["payment-signature"] ?? "" },
    });
    const handler = createNotificationHandler({ ...platform.ports, open: platform.database });
    const rawPath = "/payment-notifications/live";
    expect(await handler({ ...event, rawPath, isBase64Encoded: true })).toMatchObject({ statusCode: 200 });
  });

  it.each([
    ["is not signed", 401, "NOT_SIGNED", ({ body }: Posted) => ({ headers: {}, body })],
    [
      "was changed on the way",
      401,
      "WRONG_SIGNATURE",
      ({ headers, body }: Posted) => ({ headers, body: body.replace("88.00", "08.00") }),
    ],
    ["is too long", 413, "TOO_LONG", ({ headers }: Posted) => ({ headers, body: "x".repeat(20_000) })],
  ])("that %s is refused, and nothing happens", async (_, status, code, forge) => {
    const { id, bill } = await confirmPayment();
    expect(await post(forge(gateway.notification(id)))).toEqual([status, code]);
    expect(await billStatus(bill)).toBe("PAYING");
  });

  it.each([
    ["by somebody else", () => ({ key: gateway.strangersKey }), 401, "WRONG_SIGNATURE"],
    ["for another merchant", () => ({ header: { merchant: "another" } }), 401, "MEANT_FOR_ANOTHER"],
    ["as an answer", () => ({ header: { typ: "payment-answer" } }), 401, "MEANT_FOR_ANOTHER"],
    ["too long ago", () => ({ header: { at: "2026-11-23T01:00:00.000Z" } }), 401, "OUT_OF_TIME"],
    ["but says nothing of the protocol", () => ({ changes: { state: "PERHAPS" } }), 400, "UNREADABLE"],
  ] as const)("that was signed %s is refused, and nothing happens", async (_, changes, status, code) => {
    const { id, bill } = await confirmPayment();
    expect(await post(gateway.notification(id, changes()))).toEqual([status, code]);
    expect(await billStatus(bill)).toBe("PAYING");
  });

  it.each([
    [{ amount: "87.99" }, "AMOUNT_DIFFERS", "AMOUNT_DIFFERS: SUCCEEDED 8799 CNY"],
    [{ currency: "USD" }, "CURRENCY_DIFFERS", "CURRENCY_DIFFERS: SUCCEEDED 8800 USD"],
    [
      { state: "DECLINED", reason: "INSUFFICIENT_FUNDS", amount: "87.99" },
      "AMOUNT_DIFFERS",
      "AMOUNT_DIFFERS: DECLINED 8799 CNY",
    ],
  ])(
    "for other money (%o) is refused and recorded, and the gateway need not send it again",
    async (changes, code, reason) => {
      const { id, bill } = await confirmPayment();
      for (const _ of ["at first", "again"]) {
        expect(await post(gateway.notification(id, { changes }))).toEqual([200, code]);
      }
      expect(await billStatus(bill)).toBe("PAYING");
      expect(await refusals(id)).toMatchObject([{ reason, actor: "system/payment-notification" }]);
      expect(platform.logs.findLast(({ level }) => level === "ERROR")).toMatchObject({ code, paymentId: id });
      expect(await post(gateway.notification(id))).toEqual([200, "TAKEN"]);
      expect(await billStatus(bill)).toBe("PAID");
    },
  );

  it("that a payment has ended otherwise than it did is recorded, and the payment stays as it ended", async () => {
    const { id, bill } = await confirmPayment();
    await gateway.deliver(id);
    const changes = { state: "DECLINED", reason: "REVERSED" };
    expect(await post(gateway.notification(id, { changes }))).toEqual([200, "ENDED_OTHERWISE"]);
    expect([await billStatus(bill), (await refusals(id)).length]).toEqual(["PAID", 1]);
  });

  it("of a payment that is not known here is not taken, and somebody is told", async () => {
    const { id } = await confirmPayment();
    const changes = { paymentId: "pay_0123456789abcdef" };
    expect(await post(gateway.notification(id, { changes }))).toEqual([404, "PAYMENT_UNKNOWN"]);
    expect(platform.logs.findLast(({ level }) => level === "ERROR")).toMatchObject({
      code: "PAYMENT_UNKNOWN",
      paymentId: "pay_0123456789abcdef",
    });
  });

  it("about another channel's payment is not known either", async () => {
    const { id } = await confirmPayment();
    const bill = await newBill({ amount: "30.97" });
    const payment = await pay(bill.id, { channel: "SANDBOX" });
    const changes = { paymentId: textAt(payment, "id"), amount: "30.97" };
    expect(await post(gateway.notification(id, { changes }))).toEqual([404, "PAYMENT_UNKNOWN"]);
    expect(await billStatus(bill)).toBe("PAYING");
  });

  it("at the address of a mode that has no gateway, or at none, is not taken", async () => {
    const { id } = await confirmPayment();
    for (const place of ["test", "", "live/more"]) {
      const url = server.notificationsUrl.replace(/live$/, place);
      expect(await post(gateway.notification(id), url)).toEqual([404, "GATEWAY_UNKNOWN"]);
    }
    expect((await fetch(server.notificationsUrl)).status).toBe(405);
  });

  it("that finds the platform without its tables is sent again, and then settles the payment", async () => {
    const { id, bill } = await confirmPayment();
    const dead = openWire(() => localLine("http://127.0.0.1:9", { ...CALL_LIMITS, attemptsMax: 1 }));
    const down = await startHttpServer({
      ...platform,
      ports: { ...platform.ports, client: dead },
    });
    expect(await post(gateway.notification(id), down.notificationsUrl)).toEqual([503, "TRY_AGAIN"]);
    down.stop();
    await expect(post(gateway.notification(id), down.notificationsUrl)).rejects.toThrow("fetch failed");
    expect(await billStatus(bill)).toBe("PAYING");
    expect(await gateway.deliver(id)).toBe(200);
    expect(await billStatus(bill)).toBe("PAID");
  });
});

describe("a deployed stage", () => {
  it("pays live bills through its gateway, and never where no money moves", async () => {
    const { config } = platform.ports;
    const ports = { ...platform.ports, config: { ...config, sandboxPaysLive: false } };
    const handler = createGraphqlHandler(ports, api, schema);
    const deployed = await startHttpServer({ ...platform, handler });
    const through = async (channel: string) => {
      const input = { bills: [(await newBill()).id], channel };
      return at(await ask(PAY, { key: newId("key", systemRuntime), input }, token, deployed.url), "payBills");
    };
    expect(await through("SANDBOX")).toMatchObject({ code: "CHANNEL_UNKNOWN" });
    expect(await through("HOSTED")).toMatchObject({ status: "SUCCEEDED" });
    deployed.stop();
  });
});

describe("where no gateway is configured", () => {
  it("the channel is not offered", async () => {
    const by = await platform.tokens.citizen(undefined, { mode: "test" });
    expect(await pay((await newBill()).id, { by })).toEqual({
      __typename: "ChannelUnavailable",
      code: "CHANNEL_UNKNOWN",
    });
  });

  it("nor where its settings cannot be read, which is logged without them; all else works", async () => {
    const careless = await startPlatform({ gateways: '{"live":{"origin":"http://pay.example.cn"}}' });
    expect(careless.ports.parts.payments.gateways).toEqual({});
    expect(careless.logs).toMatchObject([
      { level: "ERROR", message: expect.stringContaining("origin is not https") },
    ]);
    expect((await careless.call({ query: "{ viewer { kind } }" })).data).toEqual({
      viewer: { kind: "ANONYMOUS" },
    });
    await careless.stop();
  });

  it("a payment that waits for its gateway goes on waiting, and ends when the gateway is back", async () => {
    const { bill } = await confirmPayment();
    platform.clock.advance(20_000);
    const payments = { ...platform.ports.parts.payments, gateways: {} };
    const parts = { ...platform.ports.parts, payments };
    await sweep({ ...platform, ports: { ...platform.ports, parts } });
    expect(await billStatus(bill)).toBe("PAYING");
    platform.clock.advance(20_000);
    await sweep(platform);
    expect(await billStatus(bill)).toBe("PAID");
  });
});

it("the ledger is sound, whatever happened above", async () => {
  expect(await verified(platform)).toMatchObject(SOUND);
});
