import { describe, expect, it } from "vitest";
import { type Bill, owedOn } from "../../../services/convenience/utilities/bill.ts";
import { accountIdOf, billIdOf } from "../../../services/convenience/utilities/bill-place.ts";
import { checkLateFee, type LateFee } from "../../../services/convenience/utilities/late-fee.ts";
import { owedAfter } from "../../../services/convenience/utilities/owed.ts";
import { date } from "../../../services/kernel/civil-date.ts";
import { decimal } from "../../../services/kernel/decimal.ts";
import { fen, formatMoney } from "../../../services/kernel/money.ts";
import type { Instant } from "../../../services/kernel/runtime.ts";

const RULE: LateFee = { perMille: decimal("1"), graceDays: 5, capPercent: decimal("30") };
const DUE = date("2026-11-30");

const fee = (on: string, rule: LateFee | undefined = RULE, amount = 10_000n): string =>
  formatMoney(owedAfter({ amount: fen(amount), dueOn: DUE, lateFee: rule }, [], date(on)).lateFee);

describe("the fee for paying late", () => {
  it.each([
    ["on the due date", "2026-11-30", "0.00"],
    ["on the last day of grace", "2026-12-05", "0.00"],
    ["on the day after, for all days since the due date", "2026-12-06", "0.60"],
    ["after a month", "2026-12-31", "3.10"],
    ["on the day on which it reaches its cap", "2027-09-26", "30.00"],
    ["years later", "2030-01-01", "30.00"],
  ])("of 100.00 at 0.1 %% a day, %s", (_, on, expected) => {
    expect(fee(on)).toBe(expected);
  });

  it("is rounded to the fen, half a fen up", () => {
    const rule = { ...RULE, perMille: decimal("0.5"), graceDays: 0 };
    expect(fee("2026-12-01", rule, 999n)).toBe("0.00");
    expect(fee("2026-12-01", rule, 1_000n)).toBe("0.01");
  });

  it("is nothing where the biller has no rule", () => {
    expect(owedAfter({ amount: fen(10_000n), dueOn: DUE }, [], date("2030-01-01")).lateFee).toBe(0n);
  });

  it.each([
    ["perMille", { perMille: decimal("10.1") }],
    ["perMille", { perMille: decimal("-1") }],
    ["graceDays", { graceDays: 91 }],
    ["graceDays", { graceDays: -1 }],
    ["capPercent", { capPercent: decimal("100.5") }],
  ])("has a rule within bounds: %s", (field, change) => {
    const max = { perMille: "10", graceDays: "90", capPercent: "100" }[field];
    expect(checkLateFee({ ...RULE, ...change })).toEqual({
      ...{ ok: false, error: { code: "LATE_FEE_OUT_OF_RANGE", field, values: { min: "0", max } } },
    });
  });

  it.each([
    ["least", { perMille: decimal("0"), graceDays: 0, capPercent: decimal("0") }],
    ["most", { perMille: decimal("10"), graceDays: 90, capPercent: decimal("100") }],
  ])("may have the %s of all", (_, rule) => {
    expect(checkLateFee(rule)).toEqual({ ok: true, value: rule });
  });

  it("has a cap of whole and of broken hundredths", () => {
    expect(fee("2030-01-01", { ...RULE, capPercent: decimal("12.5") })).toBe("12.50");
  });
});

describe("what is owed of a bill", () => {
  const account = accountIdOf("ptn_0000000000000000", "1");
  const bill: Bill = {
    ...{ id: billIdOf("ptn_0000000000000000", account, "B", DUE), account, biller: "ptn_0000000000000000" },
    ...{ number: "B", period: { from: date("2026-09-01"), to: date("2026-11-01") }, amount: fen(10_000n) },
    ...{ dueOn: DUE, lateFee: RULE, status: "DUE", issuedAt: "2026-11-01T00:00:00.000Z" as Instant },
    ...{ revision: 1, fingerprint: "" },
  };
  const payment = { id: "pay_0000000000000000", at: "2026-12-05T15:59:59.999Z" as Instant } as const;

  it("grows while it is due, and not while a payment begun in time is under way", () => {
    expect(owedOn(bill, date("2026-12-31"))).toBe(10_310n);
    expect(owedOn({ ...bill, status: "PAYING", payment }, date("2026-12-31"))).toBe(10_000n);
  });

  it("is judged by the day in Shanghai, on which a payment a millisecond later is late", () => {
    const later = { ...payment, at: "2026-12-05T16:00:00.000Z" as Instant };
    expect(owedOn({ ...bill, status: "PAYING", payment: later }, date("2026-12-31"))).toBe(10_060n);
  });

  it("is nothing of one that is paid or withdrawn", () => {
    expect(owedOn({ ...bill, status: "PAID", payment }, date("2026-12-31"))).toBe(0n);
    expect(owedOn({ ...bill, status: "CANCELLED" }, date("2026-12-31"))).toBe(0n);
  });
});
