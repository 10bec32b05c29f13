import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ARREARS_MAX, type Card } from "../../../services/convenience/transit/card.ts";
import {
  arrearsOf,
  bear,
  mayEnter,
  type Standing,
} from "../../../services/convenience/transit/rides/credit.ts";
import type { Withholding } from "../../../services/convenience/transit/withholding.ts";
import { region } from "../../../services/field/region.ts";
import { type Fen, fen } from "../../../services/kernel/money.ts";
import type { Instant } from "../../../services/kernel/runtime.ts";
import type { Account } from "../../../services/money/ledger/index.ts";
import type { Payout } from "../../../services/money/payouts/index.ts";

const yuan = (amount: number): Fen => fen(BigInt(Math.round(amount * 100)));

const account = (balance: number, held = 0, i = 0): Account => ({
  ...{ id: `card:crd_${i}`, allowance: ARREARS_MAX, held: yuan(held) },
  spendable: fen(yuan(balance) - yuan(held) + ARREARS_MAX),
});

const standing = (own: Account, others: readonly number[] = []): Standing => ({
  ...{ account: own, payouts: [] },
  others: others.map((balance, i) => account(balance, 0, i + 1)),
});

describe("an entry", () => {
  it.each([
    ["with the minimum", 3, 0, [], 3, undefined],
    ["with less than the minimum", 2.99, 0, [], 3, "CARD_BELOW_MINIMUM"],
    ["with nothing", 0, 0, [], 3, "CARD_BELOW_MINIMUM"],
    ["with money that is kept for a refund", 10, 8, [], 3, "CARD_BELOW_MINIMUM"],
    ["in arrears", -1, 0, [], 3, "CARD_IN_ARREARS"],
    ["with money, and arrears on another card", 20, 0, [5, -0.01], 3, "HOLDER_IN_ARREARS"],
    ["with money on all cards", 20, 0, [0, 5], 3, undefined],
    ["that costs nothing", 0, 0, [], 0, undefined],
    ["that costs nothing, with arrears on another card", 0, 0, [-4], 0, undefined],
  ] as const)("%s", (_, own, held, others, needs, code) => {
    const may = mayEnter(standing(account(own, held), others), yuan(needs));
    expect(may.ok ? undefined : may.error.code).toBe(code);
  });
});

const CONTRACT: Withholding = {
  ...{ id: "wth_0123456789abcdef", channel: "sandbox", signedAt: "2026-11-23T02:00:00.000Z" as Instant },
  ...{ uncollectedMax: yuan(15), dayMax: yuan(200), monthMax: yuan(2_000) },
};
const REFUSED: Withholding = { ...CONTRACT, refusedAt: "2026-11-23T03:00:00.000Z" as Instant };

/** The cards of a person: each with its balance and its contract, the first one is tapped. */
function withContracts(cards: readonly (readonly [number, Withholding?])[]): Standing {
  const [[own] = [0], ...others] = cards;
  return {
    ...standing(
      account(own),
      others.map(([balance]) => balance),
    ),
    rider: {
      revision: 1,
      cards: cards.map(([, withholding], i) => ({
        ...{ id: `crd_${i}`, kind: "STANDARD", region: region("110000"), withholding },
      })),
    },
  };
}

describe("an entry under a contract", () => {
  it.each([
    ["with nothing on the card", [[0, CONTRACT]], undefined],
    ["while fares wait", [[-14.99, CONTRACT]], undefined],
    ["while as much waits as may", [[-15, CONTRACT]], "FARES_UNCOLLECTED"],
    [
      "while it waits on two cards",
      [
        [-7, CONTRACT],
        [-8, CONTRACT],
      ],
      "FARES_UNCOLLECTED",
    ],
    [
      "while it waits on the other card",
      [
        [0, CONTRACT],
        [-15, CONTRACT],
      ],
      "FARES_UNCOLLECTED",
    ],
    [
      "with the minimum, whatever waits on the other card",
      [
        [3, CONTRACT],
        [-15, CONTRACT],
      ],
      undefined,
    ],
    ["by a card without one, while fares of the other wait", [[3], [-15, CONTRACT]], undefined],
    ["by a card without one, with too little", [[2.99], [0, CONTRACT]], "CARD_BELOW_MINIMUM"],
    ["with fares that were refused", [[-0.01, REFUSED]], "CARD_IN_ARREARS"],
    ["with fares that were refused, and paid since", [[0, REFUSED]], undefined],
    [
      "with fares of another card that were refused",
      [
        [20, CONTRACT],
        [-0.01, REFUSED],
      ],
      "HOLDER_IN_ARREARS",
    ],
    ["with arrears of another card, which has none", [[0, CONTRACT], [-0.01]], "HOLDER_IN_ARREARS"],
  ] as const)("%s", (_, cards, code) => {
    const may = mayEnter(withContracts(cards), yuan(3));
    expect(may.ok ? undefined : may.error.code).toBe(code);
  });
});

const ACTIVE: Pick<Card, "status"> = { status: "ACTIVE" };
const CLOSED: Pick<Card, "status"> = { status: "CLOSED" };

describe("the credit of a person", () => {
  it.each([
    ["a ride that the card can pay", 10, [-50], 4, "4.00"],
    ["a ride beyond the card, on credit", 3, [], 53, "50.00"],
    ["beyond the credit", 3, [], 53.01, undefined],
    ["with half of the credit on another card", 0, [-25], 25, "25.00"],
    ["beyond the rest of it", 0, [-25], 25.01, undefined],
    ["with all of it on others", 1, [-25, -25], 1, "0.00"],
    ["nothing more", 1, [-25, -25], 1.01, undefined],
    ["and something back is always taken", -60, [-50], -4, "0.00"],
  ] as const)("%s", (_, own, others, total, credit) => {
    const borne = bear(ACTIVE, standing(account(own), others), yuan(total));
    expect(borne.ok).toBe(credit !== undefined);
    if (borne.ok) expect(borne.value).toMatchObject({ card: yuan(total), loss: 0n });
  });

  it("is that of one card, however many cards they ride with, in whatever order", () => {
    const rides = fc.array(
      fc.record({ card: fc.nat({ max: 49 }), price: fc.integer({ min: 1, max: 3_500 }) }),
      {
        maxLength: 80,
      },
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), rides, (cards, all) => {
        const accounts = Array.from({ length: cards }, (_, i) => account(0, 0, i));
        for (const { card, price } of all) {
          const i = card % cards;
          const own = accounts[i] ?? account(0);
          const found: Standing = {
            account: own,
            others: accounts.filter((each) => each !== own),
            payouts: [],
          };
          const borne = bear(ACTIVE, found, fen(BigInt(price)));
          if (borne.ok) accounts[i] = { ...own, spendable: fen(own.spendable - borne.value.card) };
          expect(arrearsOf(accounts) <= ARREARS_MAX).toBe(true);
        }
      }),
    );
  });
});

describe("a closed card", () => {
  const payout = (amount: number, status: Payout["status"] = "OWED"): Payout => ({
    ...{ id: "pyo_0123456789abcdef", payee: "ctz_0123456789abcdef", cause: "crd_0123456789abcdef" },
    ...{ amount: yuan(amount), account: "pac_0123456789abcdef", bankAccount: "", maskedBankAccount: "" },
    ...{ status, createdAt: "2026-11-23T02:00:00.000Z" as Instant },
  });

  it.each([
    ["from the payout that is owed", 0, [payout(16)], 4, 0, [[12, 4, "OWED"]], 0],
    ["all of the payout", 0, [payout(4)], 4, 0, [[0, 4, "CANCELLED"]], 0],
    ["more than the payout", 0, [payout(3)], 4, 0, [[0, 3, "CANCELLED"]], 1],
    ["from what has come to the card first", 1, [payout(16)], 4, 1, [[13, 3, "OWED"]], 0],
    ["not from one that the bank was told of", 0, [payout(16, "ORDERED")], 4, 0, [], 4],
    ["not from one that is paid", 0, [payout(16, "PAID")], 4, 0, [], 4],
    [
      "from the next one",
      0,
      [payout(9, "PAID"), payout(1), payout(5)],
      4,
      0,
      [
        [0, 1, "CANCELLED"],
        [2, 3, "OWED"],
      ],
      0,
    ],
    ["with nothing left", 0, [], 4, 0, [], 4],
    ["and gets something back", 0, [], -4, -4, [], 0],
  ] as const)("pays %s", (_, own, payouts, total, card, reduced, loss) => {
    const borne = bear(CLOSED, { ...standing(account(own)), payouts }, yuan(total));
    if (!borne.ok) return expect.fail(borne.error.code);
    const { payouts: set, ...rest } = borne.value;
    expect(rest).toEqual({ card: yuan(card), credit: 0n, loss: yuan(loss) });
    expect(set.map(({ after, amount }) => [after.amount, amount, after.status])).toEqual(
      reduced.map(([left, taken, status]) => [yuan(left), yuan(taken), status]),
    );
  });

  it("never owes anything, and loses nothing: card, payouts and operator bear each price to the fen", () => {
    const payouts = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 50 }), fc.constantFrom("OWED", "ORDERED", "PAID", "CANCELLED")),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(fc.nat({ max: 40 }), payouts, fc.integer({ min: 1, max: 90 }), (own, all, total) => {
        const owed = all.map(([amount, status]) => payout(amount, status));
        const borne = bear(CLOSED, { ...standing(account(own)), payouts: owed }, yuan(total));
        if (!borne.ok) return expect.fail(borne.error.code);
        const { card, loss, payouts: reduced } = borne.value;
        const set = reduced.reduce((sum, { amount }) => sum + amount, 0n);
        expect(card + loss + set).toBe(yuan(total));
        expect(card <= yuan(own)).toBe(true);
        expect(reduced.every(({ before, after }) => before.status === "OWED" && after.amount >= 0n)).toBe(
          true,
        );
        if (loss > 0n) expect(owed.filter(({ status }) => status === "OWED")).toHaveLength(reduced.length);
      }),
    );
  });
});
