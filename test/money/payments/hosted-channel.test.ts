import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Result } from "../../../services/kernel/result.ts";
import { type Instant, plusMs, systemRuntime } from "../../../services/kernel/runtime.ts";
import { readPeers } from "../../../services/kernel/signed-calls/peer.ts";
import type { CallLimits } from "../../../services/kernel/signed-calls/signed-call.ts";
import type { Channel } from "../../../services/money/payments/channels/channel.ts";
import { beginBy, NEVER_RECEIVED } from "../../../services/money/payments/channels/channel-answer.ts";
import {
  GATEWAY_PROTOCOL,
  NOTIFICATION_WINDOW_MS,
  openHostedChannel,
} from "../../../services/money/payments/channels/hosted-channel.ts";
import {
  type GatewayFault,
  type PaymentGateway,
  startPaymentGateway,
} from "../../support/payment-gateway.ts";
import { PATIENT_LIMITS } from "../../support/signed-peer.ts";
import { AT, order, refundOrder } from "./orders.ts";

const PAYMENT = "pay_0123456789abcdef";
const PAID = {
  state: "SUCCEEDED",
  channelNumber: `gw-${PAYMENT}`,
  amount: 88_00n,
  currency: "CNY",
  paidAt: AT,
};

let now: Instant;
let gateway: PaymentGateway;
let channel: Channel;
let logged: string[];

/** The deadline that a slow answer of the gateway misses. */
const IMPATIENT: CallLimits = { ...PATIENT_LIMITS, ATTEMPT_TIMEOUT_MS: 1_000 };
const SLOW_MS = 2_000;

const open = (limits = PATIENT_LIMITS): Channel =>
  openHostedChannel(
    gateway.settings,
    {
      runtime: { ...systemRuntime, now: () => now },
      log: (level, message, fields) => logged.push(JSON.stringify({ level, message, ...fields })),
    },
    limits,
  );

beforeEach(async () => {
  now = AT;
  logged = [];
  gateway = await startPaymentGateway({ now: () => now, slowMs: SLOW_MS });
  channel = open();
});
afterEach(() => gateway.stop());

const unknownBecause = (reason: string) => ({ state: "UNKNOWN", reason });
const times = (n: number, fault: GatewayFault): readonly GatewayFault[] => Array(n).fill(fault);
const ATTEMPTS = PATIENT_LIMITS.RETRIES_MAX + 1;

describe("a payment through the gateway", () => {
  it("succeeds with the gateway's number, amount and time", async () => {
    expect(await channel.charge(order("88.00"))).toEqual(PAID);
    expect(await channel.query(order("88.00"))).toEqual(PAID);
    expect(gateway.books.moved).toEqual([PAYMENT]);
  });

  it("that is declined is so finally", async () => {
    gateway.books.decide("DECLINED");
    const declined = { state: "DECLINED", reason: "INSUFFICIENT_FUNDS" };
    expect(await channel.charge(order("88.00"))).toEqual(declined);
    gateway.books.decide("SUCCEEDED");
    expect(await channel.charge(order("88.00"))).toEqual(declined);
    expect(await channel.query(order("88.00"))).toEqual(declined);
    expect(gateway.books.moved).toEqual([]);
  });

  it("that the payer has to confirm is pending until then", async () => {
    gateway.books.decide("PENDING");
    const pending = { state: "PENDING", goOnUrl: `https://pay.example.cn/${PAYMENT}` };
    expect(await channel.charge(order("88.00", { returnUrl: "https://app.example.cn/paid" }))).toEqual(
      pending,
    );
    expect(await channel.query(order("88.00"))).toEqual(pending);
    gateway.books.end(PAYMENT, "SUCCEEDED");
    expect(await channel.query(order("88.00"))).toEqual(PAID);
  });

  it("is asked for once however often it is asked for", async () => {
    const asked = Array.from({ length: 10 }, () => channel.charge(order("88.00")));
    expect(await Promise.all(asked)).toEqual(Array(10).fill(PAID));
    expect(gateway.books.moved).toEqual([PAYMENT]);
  });

  it("is not another one under the same id", async () => {
    await channel.charge(order("88.00"));
    expect(await channel.charge(order("88.01"))).toEqual(unknownBecause("CALL_REFUSED"));
    expect(gateway.books.moved).toEqual([PAYMENT]);
  });
});

describe("a lost answer", () => {
  it.each([
    ["LOST_ANSWER", "CONNECTION_LOST"],
    ["SLOW_ANSWER", "TIMED_OUT"],
    ["ERROR_500_AFTERWARDS", "CHANNEL_FAULT"],
  ] as const)("(%s) leaves the payment unknown, and asking resolves it", async (fault, reason) => {
    gateway.fail(...times(ATTEMPTS, fault));
    expect(await open(IMPATIENT).charge(order("88.00"))).toEqual(unknownBecause(reason));
    expect(gateway.requests).toHaveLength(ATTEMPTS);
    expect(await channel.query(order("88.00"))).toEqual(PAID);
    expect(gateway.books.moved).toEqual([PAYMENT]);
  });

  it.each([
    "LOST_ANSWER",
    "SLOW_ANSWER",
    "LOST_REQUEST",
    "ERROR_500",
    "ERROR_500_AFTERWARDS",
    "BUSY_429",
  ] as const)("(%s) is asked for again, and the retry charges once", async (fault) => {
    gateway.fail(fault);
    expect(await open(IMPATIENT).charge(order("88.00"))).toEqual(PAID);
    expect(gateway.requests).toEqual(["/v1/charges", "/v1/charges"]);
    expect(gateway.books.moved).toEqual([PAYMENT]);
  });

  it("is waited for no longer than a call may take in all", async () => {
    gateway.fail(...times(ATTEMPTS, "SLOW_ANSWER"));
    const answer = await open({ ...PATIENT_LIMITS, CALL_TIMEOUT_MS: 500 }).charge(order("88.00"));
    expect(answer).toEqual(unknownBecause("TIMED_OUT"));
    expect(gateway.requests).toHaveLength(1);
  });
});

describe("a charge that the gateway never received", () => {
  beforeEach(async () => {
    gateway.fail(...times(ATTEMPTS, "LOST_REQUEST"));
    expect(await channel.charge(order("88.00"))).toEqual(unknownBecause("CONNECTION_LOST"));
  });

  it("is unknown while it may still arrive, and may be repeated", async () => {
    now = beginBy(order("88.00"));
    expect(await channel.query(order("88.00"))).toEqual(unknownBecause("NOT_RECEIVED_YET"));
    expect(await channel.charge(order("88.00"))).toMatchObject({ state: "SUCCEEDED" });
  });

  it("is declined once the gateway would not begin it any more", async () => {
    now = plusMs(beginBy(order("88.00")), 30_001);
    const declined = { state: "DECLINED", reason: NEVER_RECEIVED };
    expect(await channel.query(order("88.00"))).toEqual(declined);
    expect(await channel.charge(order("88.00"))).toEqual({ state: "DECLINED", reason: "EXPIRED" });
    expect(gateway.books.moved).toEqual([]);
  });

  it("is so by the gateway's clock, whatever ours says", async () => {
    const ours = plusMs(AT, 3 * 60_000);
    const fast = openHostedChannel(
      gateway.settings,
      { runtime: { ...systemRuntime, now: () => ours }, log: () => undefined },
      PATIENT_LIMITS,
    );
    expect(await fast.query(order("88.00"))).toEqual(unknownBecause("NOT_RECEIVED_YET"));
  });
});

describe("an answer", () => {
  it.each([
    "UNSIGNED",
    "SIGNED_BY_ANOTHER",
    "SIGNED_FOR_ANOTHER_REQUEST",
    "SIGNED_AS_NOTIFICATION",
    "ABOUT_ANOTHER_PAYMENT",
    "ENDLESS_ANSWER",
  ] as const)("that is not the gateway's to this request (%s) decides nothing", async (fault) => {
    gateway.fail(fault);
    expect(await channel.charge(order("88.00"))).toEqual(unknownBecause("NOT_AUTHENTIC"));
    expect(gateway.requests).toHaveLength(1);
    expect(await channel.query(order("88.00"))).toEqual(PAID);
  });

  it("that was changed on the way decides nothing", async () => {
    gateway.books.decide("DECLINED");
    gateway.fail("TAMPERED");
    expect(await channel.charge(order("88.00"))).toEqual(unknownBecause("NOT_AUTHENTIC"));
    expect(await channel.query(order("88.00"))).toMatchObject({ state: "DECLINED" });
  });

  it.each(["DENIED_403", "REDIRECTED"] as const)(
    "that refuses the call (%s) is no decision about the payment",
    async (fault) => {
      gateway.fail("LOST_ANSWER", fault);
      expect(await channel.charge(order("88.00"))).toEqual(unknownBecause("CALL_REFUSED"));
      expect(await channel.query(order("88.00"))).toEqual(PAID);
    },
  );

  it("of another amount is reported as it was given", async () => {
    gateway.fail("WRONG_AMOUNT");
    expect(await channel.charge(order("88.00"))).toEqual({ ...PAID, amount: 1n });
  });
});

describe("a refund through the gateway", () => {
  const REFUNDED = { ...PAID, channelNumber: "gw-rfd_0123456789abcdef", amount: 30_00n };
  beforeEach(async () => {
    await channel.charge(order("88.00"));
  });

  it("goes back once, also when its answer is lost", async () => {
    gateway.fail("LOST_ANSWER");
    expect(await channel.refund(refundOrder("30.00"))).toEqual(REFUNDED);
    gateway.fail(...times(ATTEMPTS, "LOST_ANSWER"));
    expect(await channel.refund(refundOrder("30.00"))).toEqual(unknownBecause("CONNECTION_LOST"));
    expect(await channel.queryRefund(refundOrder("30.00"))).toEqual(REFUNDED);
    expect(gateway.books.moved).toEqual([PAYMENT, "rfd_0123456789abcdef"]);
  });

  it("is declined where the gateway declines it, and pending while it works on it", async () => {
    const tooMuch = { state: "DECLINED", reason: "EXCEEDS_PAYMENT" };
    expect(await channel.refund(refundOrder("88.01"))).toEqual(tooMuch);
    gateway.books.decide("PENDING");
    expect(await channel.refund(refundOrder("1.00", { refundId: "rfd_2" }))).toEqual({ state: "PENDING" });
  });

  it("that never arrived is declined once it would not be begun any more", async () => {
    const lost = refundOrder("1.00", { refundId: "rfd_lost" });
    expect(await channel.queryRefund(lost)).toEqual(unknownBecause("NOT_RECEIVED_YET"));
    now = plusMs(AT, 10 * 60_000);
    expect(await channel.queryRefund(lost)).toEqual({ state: "DECLINED", reason: NEVER_RECEIVED });
  });
});

describe("the circuit breaker", () => {
  // Its clock is the process's, and stands still but for what a test says: however long a call takes, it is open or not.
  beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
  afterEach(() => void vi.useRealTimers());
  const wait = (ms: number): void => void vi.setSystemTime(Date.now() + ms);

  const break_ = async (fault: GatewayFault): Promise<void> => {
    gateway.fail(...times(PATIENT_LIMITS.BREAKER_FAILURES, fault));
    const one = open({ ...PATIENT_LIMITS, RETRIES_MAX: 0 });
    channel = one;
    for (let i = 0; i < PATIENT_LIMITS.BREAKER_FAILURES; i += 1) await one.charge(order("88.00"));
  };

  it.each(["ERROR_500", "LOST_REQUEST", "SIGNED_BY_ANOTHER"] as const)(
    "opens after failures in a row (%s), and spares the gateway",
    async (fault) => {
      await break_(fault);
      wait(PATIENT_LIMITS.BREAKER_OPEN_MS - 1);
      expect(await channel.charge(order("88.00"))).toEqual(unknownBecause("CIRCUIT_OPEN"));
      expect(gateway.requests).toHaveLength(PATIENT_LIMITS.BREAKER_FAILURES);
      expect(logged).toContain('{"level":"ERROR","message":"payment gateway: circuit open"}');
    },
  );

  it("half-opens after a while: one success closes it", async () => {
    await break_("ERROR_500");
    wait(PATIENT_LIMITS.BREAKER_OPEN_MS);
    expect(await channel.charge(order("88.00"))).toEqual(PAID);
    gateway.fail("ERROR_500");
    await channel.query(order("88.00"));
    expect(await channel.query(order("88.00"))).toEqual(PAID);
  });

  it("half-opens after a while: one failure opens it again", async () => {
    await break_("ERROR_500");
    wait(PATIENT_LIMITS.BREAKER_OPEN_MS);
    gateway.fail("ERROR_500");
    expect(await channel.charge(order("88.00"))).toEqual(unknownBecause("CHANNEL_FAULT"));
    expect(await channel.charge(order("88.00"))).toEqual(unknownBecause("CIRCUIT_OPEN"));
    expect(gateway.requests).toHaveLength(PATIENT_LIMITS.BREAKER_FAILURES + 1);
  });

  it("stays closed over declines and refused calls: the gateway works", async () => {
    gateway.fail(...times(PATIENT_LIMITS.BREAKER_FAILURES * 2, "DENIED_403"));
    for (let i = 0; i < PATIENT_LIMITS.BREAKER_FAILURES * 2; i += 1) await channel.charge(order("88.00"));
    expect(await channel.charge(order("88.00"))).toEqual(PAID);
  });
});

describe("a notification", () => {
  beforeEach(async () => {
    await channel.charge(order("88.00"));
  });

  const refusal = (code: string) => ({ ok: false, error: { code } });
  const read = (posted: {
    headers: Readonly<Record<string, string>>;
    body: string;
  }): Promise<Result<unknown, unknown>> => channel.readNotification(posted.headers, posted.body);

  it("tells what the gateway told", async () => {
    const told = { ...PAID, paymentId: PAYMENT, notificationId: `ntf-${PAYMENT}`, sentAt: AT };
    expect(await read(gateway.notification(PAYMENT))).toEqual({ ok: true, value: told });
    const changes = { amount: "87.99", currency: "USD" };
    const other = { ok: true, value: { ...told, amount: 87_99n, currency: "USD" } };
    expect(await read(gateway.notification(PAYMENT, { changes }))).toEqual(other);
  });

  it("of a decline tells the reason", async () => {
    const changes = { state: "DECLINED", reason: "PAYER_GAVE_UP" };
    const told = await read(gateway.notification(PAYMENT, { changes }));
    expect(told).toMatchObject({
      ok: true,
      value: { state: "DECLINED", reason: "PAYER_GAVE_UP", amount: 88_00n },
    });
  });

  it("is refused without the gateway's signature over these bytes", async () => {
    const { headers, body } = gateway.notification(PAYMENT);
    expect(await read({ headers: {}, body })).toEqual(refusal("NOT_SIGNED"));
    expect(await read({ headers, body: body.replace("88.00", "8800.00") })).toEqual(
      refusal("WRONG_SIGNATURE"),
    );
    expect(await read({ headers, body: `${body} ` })).toEqual(refusal("WRONG_SIGNATURE"));
    const forged = gateway.notification(PAYMENT, { key: gateway.strangersKey });
    expect(await read(forged)).toEqual(refusal("WRONG_SIGNATURE"));
    const embedded = gateway.notification(PAYMENT, { header: { b64: true, crit: undefined } });
    expect(await read(embedded)).toEqual(refusal("WRONG_SIGNATURE"));
  });

  it("is refused when it was signed too long ago, or ahead of time", async () => {
    const posted = gateway.notification(PAYMENT);
    now = plusMs(AT, NOTIFICATION_WINDOW_MS);
    expect(await read(posted)).toMatchObject({ ok: true });
    now = plusMs(AT, NOTIFICATION_WINDOW_MS + 1);
    expect(await read(posted)).toEqual(refusal("OUT_OF_TIME"));
    now = plusMs(AT, -NOTIFICATION_WINDOW_MS - 1);
    expect(await read(posted)).toEqual(refusal("OUT_OF_TIME"));
  });

  it("is refused when it is meant for another merchant, or is no notification", async () => {
    const others = gateway.notification(PAYMENT, { header: { merchant: "somebody-else" } });
    expect(await read(others)).toEqual(refusal("MEANT_FOR_ANOTHER"));
    const answer = gateway.notification(PAYMENT, { header: { typ: "payment-answer" } });
    expect(await read(answer)).toEqual(refusal("MEANT_FOR_ANOTHER"));
  });

  it.each([
    { amount: "88" + ".001" },
    { amount: 88 },
    { currency: "yuan" },
    { state: "PENDING" },
    { state: "DECLINED", reason: undefined },
    { number: undefined },
    { paidAt: "yesterday" },
    { paymentId: "" },
    { notificationId: { $gt: "" } },
  ])("is refused where it is signed but cannot be read: %o", async (changes) => {
    expect(await read(gateway.notification(PAYMENT, { changes }))).toEqual(refusal("UNREADABLE"));
  });

  it("never breaks the reader, whatever is posted", async () => {
    const { headers, body } = gateway.notification(PAYMENT);
    const [protectedHeader = "", , signature = ""] = (headers["payment-signature"] ?? "").split(".");
    const part = fc.oneof(
      fc.string(),
      fc.json().map((text) => Buffer.from(text).toString("base64url")),
      fc.constantFrom(protectedHeader, signature, ""),
    );
    const signatures = fc.array(part, { maxLength: 4 }).map((parts) => parts.join("."));
    await fc.assert(
      fc.asyncProperty(signatures, fc.oneof(fc.string(), fc.constant(body)), async (text, posted) => {
        fc.pre(text !== headers["payment-signature"]);
        expect(await read({ headers: { "payment-signature": text }, body: posted })).toMatchObject({
          ok: false,
        });
      }),
    );
  });
});

describe("notifications over HTTP", () => {
  it("arrive twice and before the answer, and say the same", async () => {
    const told: unknown[] = [];
    const receiver = createServer(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      const signature = request.headers["payment-signature"];
      const headers = typeof signature === "string" ? { "payment-signature": signature } : {};
      told.push(await channel.readNotification(headers, body));
      response.writeHead(204).end();
    });
    await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
    gateway.notifyTo(`http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`);
    gateway.fail("EARLY_NOTIFICATION");
    expect(await channel.charge(order("88.00"))).toEqual(PAID);
    expect(told).toMatchObject([{ ok: true, value: PAID }]);
    gateway.fail("TWO_NOTIFICATIONS");
    await channel.charge(order("88.00"));
    await expect.poll(() => told.length, { timeout: 120_000 }).toBe(3);
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
    receiver.closeAllConnections();
    receiver.close();
  });
});

describe("the gateway's settings", () => {
  const settingsWith = (changes: Readonly<Record<string, unknown>>) => () =>
    readPeers(JSON.stringify({ live: { ...JSON.parse(gateway.secret), ...changes } }), GATEWAY_PROTOCOL);

  it.each([
    [{ origin: "http://pay.example.cn" }, "origin is not https"],
    [{ origin: "https://pay.example.cn/v2" }, "origin is no address without a path"],
    [{ merchantId: "" }, "merchantId is no text"],
    [
      { key: { kty: "EC", crv: "P-256", kid: "m", x: "AA", y: "AA", d: "AA" } },
      "key is no private P-256 key with a kid",
    ],
    [
      { gatewayKeys: { keys: [{ kty: "EC", crv: "P-256", kid: "g", x: "AA", y: "AA" }] } },
      "gatewayKeys is no set of public keys with kids",
    ],
    [{ gatewayKeys: { keys: [] } }, "gatewayKeys is no set of public keys with kids"],
  ])("that are wrong are named and not shown: %o", (changes, problem) => {
    expect(settingsWith(changes)).toThrow(`settings of the payment gateway: ${problem}`);
  });

  it("are of one mode each, and none where nothing is said of it", () => {
    const { live, test } = readPeers(`{"test":${gateway.secret}}`, GATEWAY_PROTOCOL);
    expect([live, test?.clientId]).toEqual([undefined, "civigraph-test"]);
    expect(readPeers("{}", GATEWAY_PROTOCOL)).toEqual({});
    expect(() => readPeers(gateway.secret, GATEWAY_PROTOCOL)).toThrow("only live and test can stand there");
  });

  it("are never in the log, and neither are signatures or what is paid", async () => {
    gateway.fail(...times(3, "ERROR_500"), "SIGNED_BY_ANOTHER", "DENIED_403");
    for (let i = 0; i < 3; i += 1) await channel.charge(order("88.00"));
    const { key } = JSON.parse(gateway.secret);
    const log = logged.join("\n");
    expect(logged.length).toBeGreaterThan(4);
    for (const secret of [key.d, key.x, "88.00", "Water", "payment-signature", ".."])
      expect(log).not.toContain(secret);
    expect(() => readPeers(`${gateway.secret}!`, GATEWAY_PROTOCOL)).toThrow(
      /^settings of the payment gateway: no JSON$/,
    );
  });
});
