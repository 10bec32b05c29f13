import { describe, expect, it } from "vitest";
import { type Fen, fen } from "../../../services/kernel/money.ts";
import type { Instant } from "../../../services/kernel/runtime.ts";
import type { AccountKind } from "../../../services/money/ledger/account.ts";
import {
  type BrokenTransfer,
  type Difference,
  differencesOf,
} from "../../../services/money/ledger/verification/difference.ts";
import {
  addChecked,
  beginRun,
  type Checked,
  totalsOf,
} from "../../../services/money/ledger/verification/trial-balance.ts";

const [STARTED, AS_OF] = ["2026-03-02T02:00:00.000Z", "2026-03-02T01:00:00.000Z"] as [Instant, Instant];
const RUN = beginRun("live", STARTED, AS_OF);

const of = (balance: bigint, held = 0n): { readonly balance: Fen; readonly held: Fen } => ({
  ...{ balance: fen(balance), held: fen(held) },
});
const line = (kind: AccountKind, debits: bigint, credits: bigint, balance: bigint): Checked => ({
  line: { kind, debits: fen(debits), credits: fen(credits), balance: fen(balance) },
  ...{ account: `${kind}:x`, transfers: 1, differences: [], broken: [] },
});

describe("a partition's own record beside its transfers", () => {
  const found = (...differences: readonly (readonly [Difference["what"], bigint, bigint])[]) =>
    differences.map(([what, recorded, recomputed]) => ({ partition: "card:x", what, recorded, recomputed }));

  it.each([
    ["the same", of(5n, 2n), of(5n, 2n), found()],
    ["a balance of a fen more", of(6n, 2n), of(5n, 2n), found(["BALANCE", 6n, 5n])],
    ["a balance of a fen less", of(4n, 2n), of(5n, 2n), found(["BALANCE", 4n, 5n])],
    ["held a fen more", of(5n, 3n), of(5n, 2n), found(["HELD", 3n, 2n])],
    ["both", of(6n, 1n), of(5n, 2n), found(["BALANCE", 6n, 5n], ["HELD", 1n, 2n])],
    ["no record", undefined, of(5n, 2n), found(["NO_ACCOUNT", 0n, 5n])],
    ["no record of nothing", undefined, of(0n), found(["NO_ACCOUNT", 0n, 0n])],
  ])("tells %s", (_, recorded, recomputed, differences) => {
    expect(differencesOf("card:x", recorded, recomputed)).toEqual(differences);
  });
});

describe("the books of a run", () => {
  it("begin with nothing", () => {
    expect(RUN).toEqual({
      ...{ mode: "live", startedAt: STARTED, asOf: AS_OF, lines: [], partitions: 0, transfers: 0 },
      ...{ differences: [], differenceCount: 0, broken: [], brokenCount: 0 },
    });
    expect(totalsOf(RUN)).toEqual({ debits: 0n, credits: 0n, imbalance: 0n });
  });

  it("add the second of a kind to the first, and keep kinds apart, in order", () => {
    const checked = [
      ...[line("channel", 100n, 30n, 70n), line("card", 5n, 40n, 35n), line("bank", 1n, 2n, -1n)],
      ...[line("card", 3n, 20n, 17n), line("channel", 7n, 1n, 6n), line("card", 0n, 9n, 9n)],
    ];
    const run = checked.reduce(addChecked, RUN);
    expect(run).toMatchObject({ partitions: 6, transfers: 6 });
    expect(run.lines).toEqual([
      { kind: "bank", debits: 1n, credits: 2n, balance: -1n, accounts: ["bank:x"] },
      { kind: "card", debits: 8n, credits: 69n, balance: 61n, accounts: [] },
      { kind: "channel", debits: 107n, credits: 31n, balance: 76n, accounts: ["channel:x"] },
    ]);
    // Owed to the platform: −1 + 76; by it: 61.
    expect(totalsOf(run)).toEqual({ debits: 116n, credits: 102n, imbalance: 14n });
  });

  it.each<[AccountKind, bigint]>([
    ["channel", 9n],
    ["bank", 9n],
    ["fund", 9n],
    ["biller", -9n],
    ["operator", -9n],
    ["payout", -9n],
    ["prefund", -9n],
    ["card", -9n],
  ])("are out of balance by what %s has too much, on its side: %s", (kind, imbalance) => {
    expect(totalsOf(addChecked(RUN, line(kind, 0n, 0n, 9n))).imbalance).toBe(imbalance);
  });

  it("list the first fifty findings of each sort, and count all", () => {
    const differences = (from: number): Difference[] =>
      Array.from({ length: 30 }, (_, i) => ({
        ...{
          partition: `card:${from + i}`,
          what: "BALANCE" as const,
          recorded: fen(1n),
          recomputed: fen(0n),
        },
      }));
    const broken = (from: number): BrokenTransfer[] =>
      Array.from({ length: 20 }, (_, i) => ({ id: `tfr_${from + i}`, what: "NOT_BALANCED" as const }));
    const some = line("card", 0n, 0n, 0n);
    const once = addChecked(RUN, { ...some, transfers: 4, differences: differences(0), broken: broken(0) });
    expect([once.differences.length, once.differenceCount, once.broken.length, once.brokenCount]).toEqual([
      ...[30, 30, 20, 20],
    ]);
    const more = [20, 40].reduce(
      (run, from) => addChecked(run, { ...some, differences: differences(from + 10), broken: broken(from) }),
      once,
    );
    expect(more).toMatchObject({ transfers: 6, differenceCount: 90, brokenCount: 60 });
    expect(more.differences).toEqual([...differences(0), ...differences(30).slice(0, 20)]);
    expect(more.broken).toEqual([...broken(0), ...broken(20), ...broken(40).slice(0, 10)]);
  });
});
