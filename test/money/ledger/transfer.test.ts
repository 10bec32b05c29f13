import { describe, expect, it } from "vitest";
import { fen } from "../../../services/kernel/money.ts";
import { type Instant, plusMs } from "../../../services/kernel/runtime.ts";
import type { AccountId } from "../../../services/money/ledger/account.ts";
import {
  isSame,
  type Leg,
  partitionOf,
  partitionsOf,
  reversalOf,
  type Transfer,
  type TransferOrder,
  timePrefix,
  transferOf,
} from "../../../services/money/ledger/transfer.ts";
import { must } from "../../support/must.ts";

const NOW = "2026-03-02T02:00:00.000Z" as Instant;
/** A trillion yuan. */
const MOST = 100_000_000_000_000n;

const leg = (account: AccountId, amount: bigint): Leg => ({ account, amount: fen(amount) });
const order = (...legs: readonly Leg[]): TransferOrder => ({ at: NOW, legs, reason: "test", cause: "pay_1" });
const made = (...legs: readonly Leg[]) => {
  const transfer = transferOf(order(...legs));
  return transfer.ok ? "made" : transfer.error.code;
};

/** So many legs that sum to zero. */
const balanced = (count: number): readonly Leg[] => [
  leg("biller:x", BigInt(count - 1)),
  ...Array.from({ length: count - 1 }, (_, i) => leg(`card:c${i}`, -1n)),
];

describe("a transfer", () => {
  it.each([
    [1, "LEGS_TOO_FEW"],
    [2, "made"],
    [3, "made"],
    [19, "made"],
    [20, "made"],
    [21, "LEGS_TOO_MANY"],
  ])("of %s legs is %s", (count, what) => {
    const legs = count === 1 ? [leg("biller:x", 1n)] : balanced(count);
    expect(made(...legs)).toBe(what);
  });

  it("without a leg is none", () => {
    expect(made()).toBe("LEGS_TOO_FEW");
  });

  it.each([
    ["a fen less than the most", MOST - 1n, "made"],
    ["the most", MOST, "made"],
    ["a fen more", MOST + 1n, "AMOUNT_OUT_OF_RANGE"],
  ])("of %s on either side is so, whichever leg has it", (_, amount, what) => {
    const others = [leg("card:a", -amount + 1n), leg("card:b", -1n)];
    const single = leg("biller:x", amount);
    const mirrored = (legs: readonly Leg[]) =>
      legs.map(({ account, amount: of }) => leg(account, of === 0n ? 0n : -of));
    for (const legs of [
      [single, ...others],
      [...others, single],
    ]) {
      expect(made(...legs)).toBe(what);
      expect(made(...mirrored(legs))).toBe(what);
    }
  });

  it.each([0, 1, 2])("with nothing in leg %s is none, though the others are in order", (at) => {
    const legs = [leg("card:a", -1n), leg("card:b", 1n)];
    expect(made(...legs.slice(0, at), leg("biller:x", 0n), ...legs.slice(at))).toBe("AMOUNT_OUT_OF_RANGE");
  });

  it.each([
    ["a fen too much", 1n],
    ["a fen too little", -1n],
  ])("with %s is not balanced", (_, by) => {
    expect(made(leg("biller:x", 3n), leg("card:a", -1n), leg("card:b", -2n + by))).toBe("NOT_BALANCED");
  });

  it("with an account twice is none, wherever the second stands", () => {
    const [a, b] = [leg("card:a", 2n), leg("card:b", -1n)];
    expect(made(a, b, leg("card:b", -1n))).toBe("ACCOUNT_TWICE");
    expect(made(a, leg("card:a", -1n), b)).toBe("ACCOUNT_TWICE");
  });
});

describe("the id of a transfer", () => {
  const ORDER = order(leg("card:a", 5n), leg("biller:x", -5n));
  const id = (changes: Partial<TransferOrder> = {}) => must(transferOf({ ...ORDER, ...changes })).id;

  it("is the same for the same order, and says nothing of its amount", () => {
    expect(id()).toMatch(/^tfr_[0-9a-hjkmnp-tv-z]{26}$/);
    expect(id()).toBe(id());
    expect(id({ legs: [leg("card:a", 6n), leg("biller:y", -6n)] })).toBe(id());
  });

  it.each<[string, Partial<TransferOrder>]>([
    ["another time", { at: plusMs(NOW, 1) }],
    ["another reason", { reason: "other" }],
    ["another cause", { cause: "pay_2" }],
    ["another home", { legs: [leg("card:b", 5n), leg("biller:x", -5n)] }],
    ["the same legs in another order", { legs: ORDER.legs.toReversed() }],
  ])("is another for %s", (_, changes) => {
    expect(id(changes)).not.toBe(id());
  });

  it.each<[string, string]>([
    ["1970-01-01T00:00:00.000Z", "0000000000"],
    ["1970-01-01T00:00:00.001Z", "0000000004"],
    ["1970-01-01T00:00:00.008Z", "0000000010"],
    ["1969-12-31T23:59:59.999Z", "0000000000"],
  ])("begins with its time in 48 bits, none before 1970: %s", (at, prefix) => {
    expect(timePrefix(at as Instant)).toBe(prefix);
    expect(id({ at: at as Instant }).slice(4, 14)).toBe(prefix);
  });
});

describe("a transfer that takes another back", () => {
  it("has each of its legs the other way, in the same order, and names it", () => {
    const taken = must(transferOf(order(leg("card:a", 5n), leg("card:b", -2n), leg("biller:x", -3n))));
    const by = { at: plusMs(NOW, 1_000), reason: "test.reversed", cause: "tkb_1" };
    const reversal = must(reversalOf(taken, by));
    expect(reversal).toEqual({
      ...{ id: reversal.id, ...by, reverses: taken.id },
      legs: [leg("card:a", -5n), leg("card:b", 2n), leg("biller:x", 3n)],
    });
    expect(reversal.id).not.toBe(taken.id);
  });
});

describe("where a transfer is kept", () => {
  it("an account of one holder has one partition, and one that everybody pays into sixteen", () => {
    expect(partitionsOf("card:a")).toEqual(["card:a"]);
    expect(partitionsOf("biller:x")).toEqual([
      ...["00", "01", "02", "03", "04", "05", "06", "07", "08", "09"].map((shard) => `biller:x#${shard}`),
      ...["10", "11", "12", "13", "14", "15"].map((shard) => `biller:x#${shard}`),
    ]);
  });

  /** The last hexadecimal digit of the first byte that `sha256sum` tells. */
  it.each([
    ["tfr_a", "00"],
    ["tfr_d", "01"],
    ["tfr_f", "14"],
  ] as const)("%s meets shard %s of each of its accounts, and no other", (transfer, shard) => {
    expect(partitionOf("biller:x", transfer)).toBe(`biller:x#${shard}`);
    expect(partitionOf("operator:y", transfer)).toBe(`operator:y#${shard}`);
    expect(partitionOf("card:a", transfer)).toBe("card:a");
  });

  it("meets every shard", () => {
    const met = Array.from({ length: 500 }, (_, i) => partitionOf("biller:x", `tfr_${i}`));
    expect([...new Set(met)].sort()).toEqual(partitionsOf("biller:x"));
  });
});

describe("two transfers", () => {
  const ONE = must(transferOf(order(leg("card:a", 5n), leg("card:b", -2n), leg("biller:x", -3n))));
  const [first, second, third] = ONE.legs;
  if (!first || !second || !third) throw new Error("three legs");

  it.each<[string, Partial<Transfer>, boolean]>([
    ["nothing, but when and why they are told", { reason: "other", cause: "other" }, true],
    ["their ids", { id: "tfr_other" }, false],
    ["what one takes back", { reverses: "tfr_other" }, false],
    ["a last leg that one lacks", { legs: [first, second] }, false],
    ["a leg that one has more", { legs: [...ONE.legs, leg("card:d", 1n)] }, false],
    ["the amount of the first leg", { legs: [leg("card:a", 6n), second, third] }, false],
    ["the amount of the last leg", { legs: [first, second, leg("biller:x", -4n)] }, false],
    ["the account of the second leg", { legs: [first, leg("card:c", -2n), third] }, false],
  ])("that differ in %s are told apart where that matters", (_, changes, same) => {
    const other = { ...ONE, ...changes };
    expect([isSame(ONE, other), isSame(other, ONE)]).toEqual([same, same]);
  });
});
