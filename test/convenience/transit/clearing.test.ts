import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  type Clearing,
  type ClearingRule,
  clear,
  ruleOn,
  shareOut,
} from "../../../services/convenience/transit/clearing/clearing-rule.ts";
import type { LineCode, StationCode } from "../../../services/convenience/transit/network/network.ts";
import { networkIn } from "../../../services/convenience/transit/network/networks.ts";
import type { Pass } from "../../../services/convenience/transit/rides/pass.ts";
import type { Ride } from "../../../services/convenience/transit/rides/ride.ts";
import { region } from "../../../services/field/region.ts";
import { type CivilDate, date } from "../../../services/kernel/civil-date.ts";
import { newId } from "../../../services/kernel/ids.ts";
import { fen } from "../../../services/kernel/money.ts";
import { type Instant, plusMs, systemRuntime } from "../../../services/kernel/runtime.ts";
import { getBalance } from "../../../services/money/ledger/index.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { type Json, startPlatform, type TestPlatform } from "../../support/platform.ts";
import { mutate, seedCard, seedTapSender, type TapSender, tapRow } from "./transit-world.ts";

const [A, B, C] = ["ptn_a", "ptn_b", "ptn_c"] as const;

/** An amount in fen, the weights, and the parts by hand: largest remainders, of equal ones the first. */
const SHARES = [
  [400n, [500n, 500n], [200n, 200n]],
  [401n, [500n, 500n], [201n, 200n]],
  [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
  // 3.00 by 7 : 2 : 1 is 2.10, 0.60, 0.30.
  [300n, [7n, 2n, 1n], [210n, 60n, 30n]],
  // 5 by 70 : 20 : 10 has 3.5, 1 and 0.5: of the two halves the first.
  [5n, [70n, 20n, 10n], [4n, 1n]],
  [400n, [0n, 1_000n], [400n]],
  [1n, [333n, 333n, 334n], [1n]],
] as const;

it.each(SHARES)("%s by %s is %s", (amount, weights, parts) => {
  const operators = [A, B, C] as const;
  const found = shareOut(
    fen(amount),
    weights.map((weight, i) => ({ operator: operators[i] ?? A, weight })),
  );
  expect(found.map((share) => share.amount)).toEqual(parts);
});

it("parts are the amount to the fen, and each is less than a fen off its own", () => {
  const weights = fc.array(fc.bigInt(0n, 60_000n), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.bigInt(1n, 10_000n), weights, (amount, all) => {
      const total = all.reduce((sum, weight) => sum + weight, 0n);
      fc.pre(total > 0n);
      const of = all.map((weight, i) => ({ operator: `ptn_${i}` as const, weight }));
      const parts = new Map(
        shareOut(fen(amount), of).map((share) => [share.operator, share.amount as bigint]),
      );
      expect([...parts.values()].reduce((sum, part) => sum + part, 0n)).toBe(amount);
      for (const { operator, weight } of of) {
        const off = (parts.get(operator) ?? 0n) * total - amount * weight;
        expect(off > -total && off < total).toBe(true);
      }
    }),
  );
});

const BEIJING = region("110000");
const AGREED = {
  proposedBy: "ofc_1",
  agreedBy: "ofc_2",
  proposedAt: "2026-01-01T00:00:00.000Z" as Instant,
} as const;
const rule = (from: string, fields: Partial<ClearingRule>): ClearingRule => ({
  ...{ effectiveFrom: date(from), kind: "EXIT", entryPerMille: 0, lines: [], ...AGREED, ...fields },
});
const clearing = (...rules: readonly ClearingRule[]): Clearing => ({ region: BEIJING, rules, revision: 1 });

const pass = (kind: Pass["kind"], station: string, operator: Pass["operator"], at: string): Pass => ({
  ...{ kind, station: station as StationCode, operator, at: at as Instant, isAirportLine: false },
  ...{ tap: kind, alone: fen(300n) },
});
const ride = (from: string, to: string, on = "2026-11-23"): Ride => ({
  ...{ id: "trp_1", card: "crd_1", listedAt: `${on}T02:00:00.000Z` as Instant },
  entry: pass("ENTRY", from, A, `${on}T02:00:00.000Z`),
  exit: pass("EXIT", to, B, `${on}T02:40:00.000Z`),
});
const charge = (amount: bigint) => ({ amount: fen(amount), counted: fen(amount), operator: B }) as const;
const line = (code: string, operator: Pass["operator"]) => ({ line: code as LineCode, operator });

describe("a ride is shared", () => {
  const network = networkIn(BEIJING);
  const sharesOf = (amount: bigint, of: Clearing, on?: CivilDate) =>
    clear(charge(amount), ride("xidan", "guomao", on), of, network).shares?.map((each) => [
      ...[each.operator, each.amount],
    ]);

  it.each([
    ["not at all without a rule", clearing(), undefined],
    [
      "not at all by a rule that nobody has agreed to",
      clearing({ ...rule("2026-01-01", { kind: "FIXED", entryPerMille: 500 }), agreedBy: undefined }),
      undefined,
    ],
    [
      "not at all before the rule",
      clearing(rule("2026-11-24", { kind: "FIXED", entryPerMille: 500 })),
      undefined,
    ],
    [
      "in halves",
      clearing(rule("2026-11-23", { kind: "FIXED", entryPerMille: 500 })),
      [
        [A, 201n],
        [B, 200n],
      ],
    ],
    [
      "in thirds, nearly",
      clearing(rule("2026-11-23", { kind: "FIXED", entryPerMille: 333 })),
      [
        [A, 134n],
        [B, 267n],
      ],
    ],
    ["all to the entry", clearing(rule("2026-11-23", { kind: "FIXED", entryPerMille: 1_000 })), [[A, 401n]]],
    ["all to the exit", clearing(rule("2026-11-23", { kind: "FIXED", entryPerMille: 0 })), undefined],
    // All of the way from Xidan to Guomao is on line 1.
    [
      "by distance, all to whoever runs the line",
      clearing(rule("2026-11-23", { kind: "DISTANCE", lines: [line("1", C)] })),
      [[C, 401n]],
    ],
    [
      "by distance, to the exit where no line is anybody's",
      clearing(rule("2026-11-23", { kind: "DISTANCE" })),
      undefined,
    ],
  ])("%s", (_, of, shares) => {
    expect(sharesOf(401n, of)).toEqual(shares);
  });

  it("by distance between those who run the lines of its way, to the fen", () => {
    const of = clearing(
      rule("2026-11-23", { kind: "DISTANCE", lines: [line("1", A), line("10", B), line("2", C)] }),
    );
    const shared = clear(charge(500n), ride("xidan", "liangmaqiao"), of, network).shares ?? [];
    expect(shared.length).toBeGreaterThan(1);
    expect(shared.reduce((sum, { amount }) => sum + amount, 0n)).toBe(500n);
  });

  it("by the rule of the day of its entry", () => {
    const of = clearing(
      rule("2026-11-01", { kind: "FIXED", entryPerMille: 100 }),
      rule("2026-11-20", { kind: "FIXED", entryPerMille: 200 }),
    );
    expect(
      [ruleOn(of, date("2026-11-19")), ruleOn(of, date("2026-11-20"))].map((each) => each?.entryPerMille),
    ).toEqual([100, 200]);
  });
});

describe("two operators of one ride", () => {
  let platform: TestPlatform;
  let first: TapSender;
  let second: TapSender;
  let treasurers: readonly string[];
  const RULES =
    "__typename ... on ClearingChanged { rules { effectiveFrom isAgreed } } ... on Refusal { code }";
  beforeAll(async () => {
    platform = await startPlatform();
    first = await seedTapSender(platform);
    second = await seedTapSender(platform, "11220000013544541J");
  });
  afterAll(() => platform.stop());
  beforeEach(async () => {
    platform.clock.set("2026-11-23T08:00:00.000Z");
    const officer = (person = newId("ctz", systemRuntime)) =>
      platform.tokens.officer({ roles: ["TREASURER"], person });
    // The third is the first, under another officer's id.
    const person = newId("ctz", systemRuntime);
    treasurers = [await officer(person), await officer(), await officer(person)];
  });

  const asTreasurer = (n: number, mutation: string) =>
    mutate(platform, { token: treasurers[n] ?? "" }, `mutation { done: ${mutation} { ${RULES} } }`);
  const propose = (fields: string): Promise<Json> =>
    asTreasurer(0, `proposeClearingRule(input: { region: "110000", ${fields} })`);
  const agree = (n: number, day: string) =>
    asTreasurer(n, `agreeToClearingRule(region: "110000", effectiveFrom: "${day}")`);
  const owed = async ({ partnerId }: TapSender) =>
    (await getBalance({ database: platform.database(), mode: "live" }, `operator:${partnerId}`))?.balance ??
    0n;

  it("share it by the rule, once, whichever tap comes first and however late", async () => {
    expect(await propose('effectiveFrom: "2026-11-24", kind: FIXED, entryPerMille: 300')).toMatchObject({
      rules: [{ effectiveFrom: "2026-11-24", isAgreed: false }],
    });
    for (const same of [0, 2])
      expect(await agree(same, "2026-11-24")).toMatchObject({ code: "SAME_OFFICER" });
    expect(await agree(1, "2026-11-24")).toMatchObject({ rules: [{ isAgreed: true }] });
    expect(await propose('effectiveFrom: "2026-11-23", kind: EXIT')).toMatchObject({
      code: "CLEARING_NOT_AHEAD",
    });
    platform.clock.set("2026-11-25T08:00:00.000Z");
    const card = await seedCard(platform, "20.00");
    const ago = (minutes: number) => plusMs(platform.clock.now(), -minutes * 60_000);
    const [begins, ends] = [tapRow("ENTRY", card.number, ago(60)), tapRow("EXIT", card.number, ago(20))];
    await second.tap(ends);
    await first.tap(begins);
    await Promise.all([first.tap(begins), second.tap(ends)]);
    // 4.00: 30 per cent to the entry.
    expect([await owed(first), await owed(second)]).toEqual([1_20n, 2_80n]);
    // Another entry, later than the first: the ride that it ends is charged anew, and shared anew.
    await first.tap(tapRow("ENTRY", card.number, ago(50), { station: "tiananmen-east" }));
    const together = async () => (await owed(first)) + (await owed(second));
    expect(await together()).toBe(3_00n);
    expect(await verified(platform)).toMatchObject(SOUND);
  });
});
