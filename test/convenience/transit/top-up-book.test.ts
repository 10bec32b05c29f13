import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Card, CardNumber } from "../../../services/convenience/transit/card.ts";
import {
  checkTopUp,
  EMPTY_TOP_UPS,
  type TopUpBook,
  withoutPending,
  withPending,
} from "../../../services/convenience/transit/cards/top-up-book.ts";
import { region } from "../../../services/field/region.ts";
import { type Fen, fen } from "../../../services/kernel/money.ts";
import type { Instant } from "../../../services/kernel/runtime.ts";
import type { PaymentId } from "../../../services/money/payments/index.ts";

const NAMED: Card = {
  ...{ id: "crd_0123456789abcdef", number: "3111000000000000000" as CardNumber, kind: "STANDARD" },
  ...{ region: region("110000"), status: "ACTIVE", issuedAt: "2026-11-02T00:00:00.000Z" as Instant },
  ...{ holder: "ctz_0123456789abcdef", revision: 1, issue: "issue" },
};
const { holder: _, ...UNNAMED } = NAMED;
const yuan = (amount: number): Fen => fen(BigInt(amount) * 100n);

const bookOf = (...amounts: readonly number[]): TopUpBook =>
  amounts.reduce(
    (book, amount, i) => withPending(book, { payment: payment(i), amount: yuan(amount) }),
    EMPTY_TOP_UPS,
  );
const payment = (i: number): PaymentId => `pay_${i}`;

describe("a card's cap", () => {
  it.each([
    ["a named card to 5,000", NAMED, 4_000, [], 1_000, undefined],
    ["a named card above 5,000", NAMED, 4_001, [], 1_000, "CARD_BALANCE_LIMIT"],
    ["an unnamed card to 1,000", UNNAMED, 0, [], 1_000, undefined],
    ["an unnamed card above 1,000", UNNAMED, 1, [], 1_000, "CARD_BALANCE_LIMIT"],
    ["what is pending counts", NAMED, 1_000, [1_000, 1_000, 1_000], 1_000, undefined],
    ["what is pending counts, above", NAMED, 1_001, [1_000, 1_000, 1_000], 1_000, "CARD_BALANCE_LIMIT"],
    ["pending alone, of an unnamed card", UNNAMED, 0, [999], 2, "CARD_BALANCE_LIMIT"],
    ["arrears make room", NAMED, -20, [1_000, 1_000, 1_000, 1_000], 1_000, undefined],
    ["too many payments at once", NAMED, 0, Array.from({ length: 40 }, () => 1), 1, "TOP_UPS_UNDER_WAY"],
  ] as const)("%s", (_, card, balance, pending, amount, code) => {
    const checked = checkTopUp(card, { balance: yuan(balance), topUps: bookOf(...pending) }, yuan(amount));
    expect(checked.ok ? undefined : checked.error.code).toBe(code);
  });

  it("is never passed, in whatever order payments begin, succeed, fail, go back and come back", () => {
    type World = { readonly balance: bigint; readonly held: bigint; readonly topUps: TopUpBook };
    const begin = (world: World, i: number, amount: Fen, card: Card): World =>
      checkTopUp(card, { balance: fen(world.balance), topUps: world.topUps }, amount).ok
        ? { ...world, topUps: withPending(world.topUps, { payment: payment(i), amount }) }
        : world;
    const end = (world: World, which: number, succeeds: boolean): World => {
      const found = world.topUps.pending[which % Math.max(world.topUps.pending.length, 1)];
      if (!found) return world;
      const topUps = withoutPending(world.topUps, found.payment);
      return { ...world, topUps, balance: world.balance + (succeeds ? found.amount : 0n) };
    };
    const steps = fc.array(
      fc.record({
        does: fc.constantFrom("begin", "succeed", "fail", "hold", "goBack", "letGo", "ride"),
        amount: fc.integer({ min: 1, max: 1_000 }),
        which: fc.nat({ max: 5 }),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(steps, fc.constantFrom(NAMED, UNNAMED), (all, card) => {
        const cap = card === NAMED ? 5_000_00n : 1_000_00n;
        let world: World = { balance: 0n, held: 0n, topUps: EMPTY_TOP_UPS };
        for (const [i, { does, amount, which }] of all.entries()) {
          const fens = yuan(amount);
          const spare = world.balance - world.held;
          if (does === "begin") world = begin(world, i, fens, card);
          if (does === "succeed" || does === "fail") world = end(world, which, does === "succeed");
          // An amount that is kept for a refund is still on the card, and may come back to be spent.
          if (does === "hold" && spare >= fens) world = { ...world, held: world.held + fens };
          if (does === "goBack") world = { ...world, balance: world.balance - world.held, held: 0n };
          if (does === "letGo") world = { ...world, held: 0n };
          if (does === "ride" && spare >= 3_00n) world = { ...world, balance: world.balance - 3_00n };
          expect(world.balance <= cap).toBe(true);
        }
        const settled = world.topUps.pending.reduce((sum, { amount }) => sum + amount, world.balance);
        expect(settled <= cap).toBe(true);
      }),
    );
  });
});
