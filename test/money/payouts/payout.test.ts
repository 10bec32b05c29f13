import { expect, it } from "vitest";
import {
  isUnordered,
  isUnpaid,
  PAYOUT_STATUSES,
  type Payout,
  payoutNotOwed,
  payTo,
} from "../../../services/money/payouts/payout.ts";

type Stand = readonly [isUnordered: boolean, isUnpaid: boolean, left: readonly string[]];

const STANDS: Readonly<Record<Payout["status"], Stand>> = {
  OWED: [true, true, ["order", "record"]],
  ORDERED: [false, true, ["record", "refuse"]],
  PAID: [false, false, ["return"]],
  REFUSED: [false, false, []],
  RETURNED: [true, true, ["order"]],
  CANCELLED: [false, false, []],
};

it.each(PAYOUT_STATUSES)("of a payout that is %s is left to be done what the table says", (status) => {
  const [unordered, unpaid, availableActions] = STANDS[status];
  expect([isUnordered({ status }), isUnpaid({ status })]).toEqual([unordered, unpaid]);
  expect(payoutNotOwed({ status })).toEqual({ code: "PAYOUT_NOT_OWED", status, availableActions });
});

it("nothing is left to be done of one that came back, and goes back to where it came from", () => {
  const returned = { status: "RETURNED", returnsTo: "biller:ptn_1" } as const;
  expect([isUnordered(returned), isUnpaid(returned)]).toEqual([false, false]);
  expect(payoutNotOwed(returned)).toMatchObject({ availableActions: [] });
});

it("a payout keeps the account, and its number as it was", () => {
  expect(payTo({ id: "pac_1", number: "sealed", maskedNumber: "…1234" })).toEqual({
    ...{ account: "pac_1", bankAccount: "sealed", maskedBankAccount: "…1234" },
  });
});
