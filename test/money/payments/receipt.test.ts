import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkCharacterOf } from "../../../services/field/check-character.ts";
import { decimal } from "../../../services/kernel/decimal.ts";
import { type CitizenId, isId, newId } from "../../../services/kernel/ids.ts";
import { parseMoney } from "../../../services/kernel/money.ts";
import { type Instant, systemRuntime } from "../../../services/kernel/runtime.ts";
import { recordDeposit } from "../../../services/money/payments/deposits/record-deposit.ts";
import { receiptNumber } from "../../../services/money/payments/receipts/receipt.ts";
import { showReceipt } from "../../../services/money/payments/receipts/show-receipt.ts";
import { getPayment } from "../../../services/money/payments/store.ts";
import { putProfile } from "../../../services/people/citizens/index.ts";
import { issue, topUp } from "../../convenience/transit/transit-world.ts";
import { type Biller, issueBill, pay, seedBiller } from "../../convenience/utilities/utility-world.ts";
import { ACTOR, by, ledgerOf } from "../../support/ledger.ts";
import { must } from "../../support/must.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { seedPartner } from "../../support/seed-partner.ts";
import { refund } from "./refunds.ts";

let platform: TestPlatform;
let water: Biller;
let electricity: Biller;
beforeAll(async () => {
  platform = await startPlatform();
  water = await seedBiller(platform);
  electricity = await seedBiller(platform, {
    ...{ kind: "ELECTRICITY", creditCode: "91110000MA0000002P" },
    lateFee: { perMille: decimal("1"), graceDays: 0, capPercent: decimal("30") },
  });
});
afterAll(() => platform.stop());

const RECEIPT = `receipt {
  number issuedAt payer amount withoutTax tax notTaxed refunded
  lines { biller billNumber from to card amount lateFee refunded withoutTax tax
    rule { treatment percent effectiveFrom source } }
}`;

/** The receipts of a payer's payments, the newest first. */
async function receipts(token: string): Promise<readonly Json[]> {
  const query = `{ me { payments { edges { node { id ${RECEIPT} } } } } }`;
  const { data, errors } = await platform.call({ query, token });
  expect(errors).toEqual([]);
  const edges = at(data, "me", "payments", "edges");
  return Array.isArray(edges) ? edges.map((edge) => at(edge, "node", "receipt")) : [];
}

async function newCitizenNamed(name: string): Promise<{ readonly id: CitizenId; readonly token: string }> {
  const id = platform.newCitizen();
  const { commit, database } = ledgerOf(platform);
  const profile = { citizenId: id, name, maskedIdNumber: "110***********002X" };
  const change = { ...by(platform), action: "test", aggregate: id, table: "records-live" } as const;
  must(await commit({ ...change, writes: [putProfile(database, "live", profile)] }));
  return { id, token: await platform.tokens.citizen(id) };
}

describe("a payment's receipt", () => {
  it("names payer and bills, and tells price from tax, line by line and in sum", async () => {
    const { token } = await newCitizenNamed("王小明");
    const bills = [
      await issueBill(water, { amount: "103.00" }),
      await issueBill(electricity, { amount: "113.00" }),
    ];
    const payment = await pay(platform, { token }, bills);
    const [receipt = null] = await receipts(token);
    expect(receipt).toMatchObject({
      ...{ payer: "王小明", amount: "216.00", issuedAt: platform.clock.now() },
      ...{ withoutTax: "200.00", tax: "16.00", notTaxed: "0.00", refunded: "0.00" },
      lines: [
        {
          ...{
            biller: "市自来水集团",
            from: "2026-09-01",
            to: "2026-11-01",
            amount: "103.00",
            lateFee: "0.00",
          },
          ...{ card: null, withoutTax: "100.00", tax: "3.00" },
          rule: { treatment: "SIMPLIFIED", percent: "3", effectiveFrom: "2014-07-01" },
        },
        {
          ...{ amount: "113.00", withoutTax: "100.00", tax: "13.00" },
          rule: { treatment: "GENERAL", percent: "13", effectiveFrom: "2026-01-01" },
        },
      ],
    });
    const [day, own = "", check] = textAt(receipt, "number").split("-");
    expect([day, own.toLowerCase()]).toEqual(["20261123", textAt(payment, "id").slice("pay_".length)]);
    expect(check).toBe(checkCharacterOf(`${day}${own}`));
  });

  it("shows the fee for paying late, and taxes it with the price", async () => {
    const token = await platform.tokens.citizen();
    const late = await issueBill(electricity, { amount: "100.00", dueOn: "2026-11-13" });
    await pay(platform, { token }, [late]);
    expect(at((await receipts(token))[0] ?? null, "lines", 0)).toMatchObject({
      ...{ amount: "101.00", lateFee: "1.00", withoutTax: "89.38", tax: "11.62" },
    });
  });

  it("is not there for one that has failed, or of which nothing is known", async () => {
    const token = await platform.tokens.citizen();
    await pay(platform, { token }, [await issueBill(water, { amount: "10.91" })]);
    await pay(platform, { token }, [await issueBill(water, { amount: "10.92" })]);
    expect(await receipts(token)).toEqual([null, null]);
  });

  it("stays what it was when something has gone back, and says so, in sum and on the line", async () => {
    const token = await platform.tokens.citizen();
    const bills = [await issueBill(water, { amount: "20.00" }), await issueBill(water, { amount: "30.00" })];
    const payment = await pay(platform, { token }, bills);
    const [before = null] = await receipts(token);
    await refund(platform, payment, { amount: "20.00", bill: bills[0] });
    const [receipt = null] = await receipts(token);
    expect(receipt).toMatchObject({
      ...{ number: textAt(before, "number"), amount: "50.00", tax: textAt(before, "tax"), refunded: "20.00" },
      lines: [{ refunded: "20.00" }, { refunded: "0.00" }],
    });
  });

  it("of a partner that has collected the money names the partner", async () => {
    const partner = await seedPartner(platform, {
      ...{ scopes: ["BILLS_PAY", "OWN_ACCOUNTS"], creditCode: "11220000013544541J" },
    });
    const wish = {
      ...{ partner: partner.partnerId, amount: must(parseMoney("100.00")), mode: "live" as const },
      bankReference: newId("bank", systemRuntime),
    };
    const context = platform.context(ACTOR);
    if (ACTOR.kind !== "OFFICER") throw new Error("no officer");
    must(await recordDeposit(newId("key", systemRuntime), wish, { actor: ACTOR, now: context.now }, context));
    const variables = {
      key: newId("key", systemRuntime),
      input: { bills: [await issueBill(water)], channel: "PREFUND" },
    };
    const query = `mutation ($key: ID!, $input: PayBillsInput!) {
      payBills(idempotencyKey: $key, input: $input) { ... on Payment { receipt { payer amount } } } }`;
    const { data } = await platform.call({ query, variables, apiKey: partner.liveKey });
    expect(data).toEqual({ payBills: { receipt: { payer: "京城便民科技有限公司", amount: "88.20" } } });
  });

  it("shows anybody but the payer a masked name, and none where it is not known", async () => {
    const { id, token } = await newCitizenNamed("欧阳小明");
    const paid = await pay(platform, { token }, [await issueBill(water)]);
    const paymentId = textAt(paid, "id");
    const store = { database: platform.database(), mode: "live" } as const;
    const payment = isId("pay", paymentId) ? await getPayment(store, paymentId) : undefined;
    if (!payment) throw new Error("no payment");
    const ports = { ...store, purposes: platform.ports.parts.payments.purposes };
    const payerFor = async (reader: string) => (await showReceipt(ports, payment, reader))?.payer;
    expect([await payerFor(id), await payerFor("ofc_x")]).toEqual(["欧阳小明", "欧***"]);
    const stranger = await platform.tokens.citizen();
    await pay(platform, { token: stranger }, [await issueBill(water)]);
    expect(textAt((await receipts(stranger))[0] ?? null, "number")).toMatch(/^20261123-/);
    expect(at((await receipts(stranger))[0] ?? null, "payer")).toBeNull();
  });

  it("of a top-up is not taxed at all, and names the card", async () => {
    const token = await platform.tokens.citizen();
    const card = await issue(platform, { token });
    await topUp(platform, { token }, textAt(card, "number"), "100.00");
    const [receipt = null] = await receipts(token);
    expect(receipt).toMatchObject({ withoutTax: "0.00", tax: "0.00", notTaxed: "100.00" });
    expect(at(receipt, "lines")).toMatchObject([
      {
        ...{ biller: null, billNumber: null, from: null, to: null, card: textAt(card, "id") },
        rule: { treatment: "NOT_TAXED", effectiveFrom: "2016-09-01" },
      },
    ]);
  });

  it("has a number by the day in Shanghai", () => {
    expect(receiptNumber("pay_0123456789abcdef", "2026-11-23T16:00:00.000Z" as Instant)).toMatch(
      /^20261124-0123456789ABCDEF-[0-9A-Z]$/,
    );
  });
});
