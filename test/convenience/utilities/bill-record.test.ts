import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  amend,
  type Bill,
  beginPayment,
  cancel,
  PARTS_MAX,
  release,
  reopen,
  settle,
} from "../../../services/convenience/utilities/bill.ts";
import { accountIdOf, billIdOf, placeOf } from "../../../services/convenience/utilities/bill-place.ts";
import { putBill } from "../../../services/convenience/utilities/store.ts";
import { date } from "../../../services/kernel/civil-date.ts";
import { decimal } from "../../../services/kernel/decimal.ts";
import { AMOUNT_MAX, fen } from "../../../services/kernel/money.ts";
import type { Instant } from "../../../services/kernel/runtime.ts";
import { must } from "../../support/must.ts";
import { startPlatform, type TestPlatform } from "../../support/platform.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

const AT = "2026-11-23T02:00:00.000Z" as Instant;
const NUMBER = "9".repeat(32);
const BILLER = "ptn_0123456789abcdef";
const account = accountIdOf(BILLER, NUMBER);
const due: Bill = {
  ...{ id: billIdOf(BILLER, account, NUMBER, date("2026-11-01")), account, biller: BILLER, number: NUMBER },
  ...{ period: { from: date("2026-09-01"), to: date("2026-11-01") }, amount: AMOUNT_MAX },
  ...{ dueOn: date("2026-11-30"), status: "DUE", issuedAt: AT, isRated: true, revision: 9_999 },
  lateFee: { perMille: decimal("9.12345678"), graceDays: 90, capPercent: decimal("99.12345678") },
  fingerprint: "f".repeat(43),
};
const all = { at: AT, amount: AMOUNT_MAX, isPart: false } as const;
const first = { id: "pay_0123456789abcdef", ...all } as const;
const other = { id: "pay_fedcba9876543210", ...all } as const;
const paying = must(beginPayment(due, first));
const paid = must(settle(paying, first.id));

describe("a bill's record", () => {
  it("stays under 1 KB with the longest of everything, so that each write of it costs two units", () => {
    const store = { database: platform.database(), mode: "live" } as const;
    const part = { payment: first.id, on: due.dueOn, amount: AMOUNT_MAX };
    const parts = Array.from({ length: PARTS_MAX }, () => part);
    const { Put } = putBill(store, { ...paid, parts, payment: { ...first, amount: AMOUNT_MAX } }, paying);
    expect(Buffer.byteLength(JSON.stringify(Put?.Item))).toBeLessThan(1_024);
  });

  it("stands where its id says", () => {
    expect(placeOf(due.id)?.account).toBe(account);
    for (const text of ["bill_", "bill_0123", `${due.id}0`, `bill_${"u".repeat(40)}`, account]) {
      expect(placeOf(text)).toBeUndefined();
    }
  });
});

describe("a bill", () => {
  it("that a payment keeps or has paid names it to any other", () => {
    for (const bill of [paying, paid]) {
      expect(beginPayment(bill, other)).toEqual({
        ok: false,
        error: { code: "BILL_NOT_PAYABLE", bill: due.id, status: bill.status, payment: first.id },
      });
    }
  });

  it("is settled, released and reopened by its own payment alone", () => {
    for (const refused of [settle(paying, other.id), release(paying, other.id), reopen(paid, other.id)]) {
      expect(refused).toMatchObject({ ok: false, error: { payment: first.id } });
    }
    expect(must(release(paying, first.id))).toEqual({ ...due, payment: undefined });
    expect(must(reopen(paid, first.id))).toEqual({ ...due, payment: undefined });
  });

  it("is settled once, and not while it is due", () => {
    for (const bill of [due, paid]) expect(settle(bill, first.id).ok).toBe(false);
    for (const bill of [due, paid]) expect(release(bill, first.id).ok).toBe(false);
    for (const bill of [due, paying]) expect(reopen(bill, first.id).ok).toBe(false);
  });

  it("is amended and withdrawn while nobody is paying it, and then never paid", () => {
    for (const bill of [paying, must(cancel(due)), must(cancel(paid))]) {
      expect(cancel(bill)).toMatchObject({ error: { code: "BILL_NOT_DUE" } });
      expect(amend(bill, due)).toMatchObject({ error: { code: "BILL_NOT_DUE" } });
    }
    for (const bill of [must(cancel(due)), must(cancel(paid))])
      expect(beginPayment(bill, first)).toMatchObject({ error: { status: "CANCELLED" } });
  });

  it("that was paid stays as it was told, beside the price that it should have had, and keeps who has paid it", () => {
    const finished = { ...paid, isRated: undefined, amount: fen(100_00n) };
    const amended = must(amend(finished, { amount: fen(60_00n), dueOn: date("2027-01-01") }));
    expect(amended).toEqual({ ...finished, corrected: 60_00n, revision: 10_000 });
    expect(must(amend(amended, { amount: fen(60_00n), dueOn: due.dueOn }))).toBe(amended);
    const withdrawn = must(cancel(paid));
    expect(withdrawn).toMatchObject({ status: "CANCELLED", payment: paid.payment });
    expect(must(reopen(withdrawn, first.id))).toMatchObject({ status: "CANCELLED", payment: undefined });
  });
});
