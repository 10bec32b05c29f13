import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../../services/kernel/ids.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { offeredTo } from "../../../services/money/payments/offered-channel.ts";
import { returnUrlOf } from "../../../services/money/payments/return-path.ts";
import { type Biller, row, seedBiller } from "../../convenience/utilities/utility-world.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { sweep } from "../../support/sweep.ts";
import { citizen as asCitizen, newAccount, portsOf } from "./top-ups.ts";

const ORIGIN = "https://city.test";
const PAYMENT = "pay_0123456789abcdef";

describe("the page to which a payer comes back", () => {
  it.each(["/", "/bills/paid", "/bills/", "/my_card-1.0~x"])(
    "is a path on the platform's own origin: %s",
    (path) => {
      const url = returnUrlOf(path, PAYMENT, ORIGIN);
      expect(url).toEqual({ ok: true, value: `${ORIGIN}${path}?payment=${PAYMENT}` });
      expect(url.ok && new URL(url.value).origin).toBe(ORIGIN);
    },
  );

  it.each([
    ...[
      "",
      "bills",
      "https://evil.example",
      "//evil.example",
      "/\\evil.example",
      "\\\\evil.example",
      "/bills//evil.example",
    ],
    ...[
      "/..//evil.example",
      "/../admin",
      "/./x",
      "/bills?to=x",
      "/bills#x",
      "/%2f%2fevil.example",
      "/@evil.example",
    ],
    ...[
      "/ evil",
      "/\t/evil.example",
      "/\n",
      "javascript:alert(1)",
      "/支付",
      "@evil.example",
      ".evil.example",
      ":80",
      `/${"a".repeat(200)}`,
    ],
  ])("is nothing else: %j", (path) => {
    expect(returnUrlOf(path, PAYMENT, ORIGIN)).toMatchObject({ error: { code: "RETURN_PATH_INVALID" } });
  });

  it("is nowhere, where the platform has no pages", () => {
    expect(returnUrlOf("/bills", PAYMENT, undefined)).toMatchObject({
      error: { code: "RETURN_NOT_OFFERED" },
    });
  });
});

describe("a payment with a page to come back to", () => {
  let platform: TestPlatform;
  let biller: Biller;
  let token: string;
  beforeAll(async () => {
    platform = await startPlatform();
    biller = await seedBiller(platform);
    token = await platform.tokens.citizen();
  });
  afterAll(() => platform.stop());

  const ask = async (query: string, variables = {}, as: object = { token }): Promise<Json> => {
    const { data, errors } = await platform.call({ query, variables, ...as });
    expect(errors).toEqual([]);
    return data;
  };
  const newBill = async (amount: string): Promise<string> =>
    textAt((await biller.submit(row({ amount })))[0] ?? null, "id");
  const pay = async (bill: string, returnPath?: string, key = newId("key", systemRuntime)): Promise<Json> =>
    at(
      await ask(
        `mutation ($key: ID!, $input: PayBillsInput!) { payBills(idempotencyKey: $key, input: $input) {
          __typename ... on Payment { id status goOnUrl } ... on Refusal { code message } ... on InvalidInput { path } } }`,
        {
          key,
          input: { bills: [bill], channel: "SANDBOX", ...(returnPath === undefined ? {} : { returnPath }) },
        },
      ),
      "payBills",
    );
  const PAGE =
    "query ($id: ID!) { payment(id: $id) { status amount bills { bill } } node(id: $id) { id __typename } }";

  it("is told to the channel, and read by its id when the payer comes back", async () => {
    const bill = await newBill("88.96");
    const payment = await pay(bill, "/bills/paid");
    const id = textAt(payment, "id");
    expect(payment).toMatchObject({ status: "PENDING", goOnUrl: `${ORIGIN}/bills/paid?payment=${id}` });
    const node = { id, __typename: "Payment" };
    const shown = { amount: "88.96", bills: [{ bill }] };
    expect(await ask(PAGE, { id })).toEqual({ payment: { ...shown, status: "PENDING" }, node });
    platform.clock.advance(30_000);
    await sweep(platform);
    expect(await ask(PAGE, { id })).toEqual({ payment: { ...shown, status: "SUCCEEDED" }, node });
    const stranger = { token: await platform.tokens.citizen() };
    const sandbox = { token: await platform.tokens.citizen(platform.newCitizen(), { mode: "test" }) };
    for (const other of [stranger, sandbox, { apiKey: biller.liveKey }])
      expect(await ask(PAGE, { id }, other)).toEqual({ payment: null, node: null });
    expect(await ask(PAGE, { id: "pay_unknown" })).toEqual({ payment: null, node: null });
  });

  it("keeps it: the same call goes on with it, and another page is another order", async () => {
    const [bill, key] = [await newBill("12.96"), newId("key", systemRuntime)];
    const first = await pay(bill, "/bills", key);
    expect(await pay(bill, "/bills", key)).toMatchObject({ id: textAt(first, "id"), status: "PENDING" });
    for (const other of ["/cards", undefined])
      expect(await pay(bill, other, key)).toMatchObject({ __typename: "IdempotencyMismatch" });
  });

  it("is refused with an address that leads away, and nothing is paid", async () => {
    const bill = await newBill("10.00");
    expect(await pay(bill, "//evil.example")).toEqual({
      __typename: "InvalidInput",
      code: "RETURN_PATH_INVALID",
      message: expect.any(String),
      path: ["input", "returnPath"],
    });
    expect(await pay(bill)).toMatchObject({ status: "SUCCEEDED", goOnUrl: null });
  });

  it("is one through a channel that says so", async () => {
    const query = "{ paymentChannels { channel name { zh en } isHosted takesReturnPath } }";
    expect(await ask(query)).toEqual({
      paymentChannels: [
        {
          ...{ channel: "SANDBOX", isHosted: false, takesReturnPath: true },
          name: { zh: "演示支付（不扣款）", en: "Demonstration, no money moves" },
        },
      ],
    });
    expect(await ask(query, {}, { apiKey: biller.liveKey })).toMatchObject({
      paymentChannels: [{ channel: "PREFUND", isHosted: false, takesReturnPath: false }],
    });
    const { holder } = await newAccount(platform);
    const { channels } = portsOf(platform, asCitizen(holder));
    const { sandbox } = channels;
    if (!sandbox) throw new Error("the sandbox is open here");
    expect(offeredTo(holder, { channels: { hosted: sandbox } })).toEqual([
      { channel: "hosted", isHosted: true, takesReturnPath: false },
    ]);
    expect(offeredTo(holder, { channels: {}, siteOrigin: ORIGIN })).toEqual([]);
  });
});
