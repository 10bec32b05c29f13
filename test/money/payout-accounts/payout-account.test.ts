import { describe, expect, it } from "vitest";
import { DAY_MS, type Instant, plusMs } from "../../../services/kernel/runtime.ts";
import {
  type Added,
  addTo,
  type Caution,
  cameBy,
  cautionOf,
  isPayable,
  isStanding,
  ORIGINS,
  type PayoutAccount,
  prove,
  provenBy,
  removeFrom,
  takesPlace,
} from "../../../services/money/payout-accounts/payout-account.ts";

/** Days, each after the one before. */
const [DAY1, DAY2, DAY3] = [
  ...["2026-03-02T02:00:00.000Z", "2026-03-03T02:00:00.000Z", "2026-03-04T02:00:00.000Z"],
] as [Instant, Instant, Instant];

const OTHERS = ["CLERK", "PARTNER", "AGENT"] as const;
const added = (origin: Added["origin"], at: Instant): { readonly added: Added } => ({
  added: { origin, by: "ofc_1", at },
});
const stated = (statedAt: Instant) => ({ statedAt });
const proven = (at: Instant) => ({ proof: { at, reference: "R1" } });

const NUMBER = { id: "pac_1", citizenId: "ctz_1", number: "sealed", maskedNumber: "…1234" } as const;
const account = (...facts: readonly Partial<PayoutAccount>[]): PayoutAccount =>
  Object.assign({ ...NUMBER, revision: 3 }, ...facts);

describe("the origin of an account", () => {
  it.each<[string, readonly Partial<PayoutAccount>[], string, Instant]>([
    ["its owner's word", [added("OWN", DAY2)], "OWN", DAY2],
    ["the word of a minor's guardian, as their own", [added("GUARDIAN", DAY2)], "GUARDIAN", DAY2],
    ["the guardian's, before the centre's", [added("GUARDIAN", DAY1), stated(DAY2)], "GUARDIAN", DAY1],
    ["the fund centre's", [stated(DAY2)], "FUND_CENTRE", DAY2],
    ["whichever of both came first: the owner's", [added("OWN", DAY1), stated(DAY2)], "OWN", DAY1],
    ["whichever of both came first: the centre's", [added("OWN", DAY2), stated(DAY1)], "FUND_CENTRE", DAY1],
    ["the centre's, where both came at once", [added("OWN", DAY1), stated(DAY1)], "FUND_CENTRE", DAY1],
    ...OTHERS.flatMap((other): [string, readonly Partial<PayoutAccount>[], string, Instant][] => [
      [`the word of a ${other}, where there is no better`, [added(other, DAY2)], other, DAY2],
      [`the centre's, and not that of a ${other}`, [added(other, DAY1), stated(DAY2)], "FUND_CENTRE", DAY2],
    ]),
  ])("is %s", (_, facts, origin, at) => {
    expect(cameBy(account(...facts))).toMatchObject({ origin, at });
  });

  it("is never none", () => {
    expect(() => cameBy(account())).toThrow("neither stated nor added");
    expect(ORIGINS).toEqual(["FUND_CENTRE", "OWN", "GUARDIAN", ...OTHERS]);
  });
});

describe("the proof of an account", () => {
  it.each<[string, readonly Partial<PayoutAccount>[], object | undefined]>([
    ["none", [], undefined],
    ["the bank's", [proven(DAY2)], { at: DAY2, by: "BANK_ACCOUNT_CHECK" }],
    ["the centre's", [stated(DAY2)], { at: DAY2, by: "FUND_CENTRE" }],
    ["the first of both", [stated(DAY2), proven(DAY1)], { at: DAY1, by: "BANK_ACCOUNT_CHECK" }],
    ["the first of both, otherwise", [stated(DAY1), proven(DAY2)], { at: DAY1, by: "FUND_CENTRE" }],
    ["the centre's, where both came at once", [stated(DAY1), proven(DAY1)], { at: DAY1, by: "FUND_CENTRE" }],
  ])("is %s", (_, facts, proof) => {
    const standing = account(added("OWN", DAY1), ...facts);
    expect(provenBy(standing)).toEqual(proof);
    expect([isPayable(standing), isPayable(removeFrom(standing, DAY3))]).toEqual([
      ...[proof !== undefined, false],
    ]);
  });

  it("keeps the bank's name where it tells one, and what was known where it does not", () => {
    const { proof } = proven(DAY2);
    const known = account(added("OWN", DAY1), { bank: "工商银行" });
    expect(prove(known, proof, {})).toEqual({ ...known, proof });
    expect(prove(known, proof, { bank: "建设银行" })).toEqual({ ...known, proof, bank: "建设银行" });
  });
});

describe("a rule pays to an account", () => {
  const LATER = plusMs(DAY1, 30 * DAY_MS);
  it.each<[string, readonly Partial<PayoutAccount>[], Instant, Caution | undefined]>([
    [
      "not before a day is over",
      [added("OWN", DAY1), proven(DAY1)],
      plusMs(DAY1, DAY_MS - 1),
      "ADDED_LATELY",
    ],
    ["a day after its owner added it", [added("OWN", DAY1), proven(DAY1)], plusMs(DAY1, DAY_MS), undefined],
    ["not before a day after it was stated", [stated(DAY1)], plusMs(DAY1, DAY_MS - 1), "ADDED_LATELY"],
    ["a day after it was stated", [stated(DAY1)], plusMs(DAY1, DAY_MS), undefined],
    // The day runs from its owner's word, and not from the proof of it.
    ["as soon as it is proven late", [added("OWN", DAY1), proven(DAY3)], DAY3, undefined],
    ["and not, where nobody has proven it", [added("OWN", DAY1)], LATER, "NOT_PROVEN"],
    ["and not, once it was removed", [stated(DAY1), { removedAt: DAY2 }], LATER, "REMOVED"],
    ["nor where it was removed unproven", [added("OWN", DAY1), { removedAt: DAY2 }], LATER, "REMOVED"],
    ...OTHERS.flatMap(
      (other): [string, readonly Partial<PayoutAccount>[], Instant, Caution | undefined][] => [
        [`nor where a ${other} added it`, [added(other, DAY1), proven(DAY1)], LATER, "ADDED_BY_ANOTHER"],
        [`nor where a ${other} added it unproven`, [added(other, DAY1)], LATER, "NOT_PROVEN"],
        [
          `but where it was stated beside a ${other}'s word`,
          [added(other, DAY1), stated(DAY1)],
          LATER,
          undefined,
        ],
      ],
    ),
  ])("%s", (_, facts, now, caution) => {
    expect(cautionOf(account(...facts), now)).toBe(caution);
  });
});

describe("an account that is added", () => {
  const adding = (origin: Added["origin"], at = DAY3) => ({ ...NUMBER, ...added(origin, at) });

  it("is new where there was none", () => {
    expect(addTo(undefined, adding("CLERK"))).toEqual({ ...adding("CLERK"), revision: 1 });
  });

  it("begins anew where it was removed: nothing of before is left", () => {
    const before = account(added("OWN", DAY1), stated(DAY1), proven(DAY1), {
      bank: "工商银行",
      removedAt: DAY2,
    });
    expect(addTo(before, adding("PARTNER"))).toEqual({ ...adding("PARTNER"), revision: 4 });
  });

  it.each(OTHERS)("stays as it is beside what its owner said, whoever adds it once more: a %s", (other) => {
    for (const origin of ["OWN", ...OTHERS] as const) {
      const before = account(added(origin, DAY1), proven(DAY1));
      expect(addTo(before, adding(other))).toBe(before);
    }
    const byTheCentre = account(stated(DAY1));
    expect(addTo(byTheCentre, adding(other))).toBe(byTheCentre);
  });

  it("is its owner's from the first time that they say so, and keeps its proof", () => {
    const own = account(added("OWN", DAY1), proven(DAY2));
    expect(addTo(own, adding("OWN"))).toBe(own);
    for (const origin of OTHERS) {
      const before = account(added(origin, DAY1), proven(DAY2));
      expect(addTo(before, adding("OWN"))).toEqual({ ...before, ...added("OWN", DAY3), revision: 4 });
    }
    const before = account(stated(DAY1));
    expect(addTo(before, adding("OWN"))).toEqual({ ...before, ...added("OWN", DAY3), revision: 4 });
  });

  it("takes a place of those that a person has, until it is removed; what the centre states takes none", () => {
    const own = account(added("CLERK", DAY1));
    const removed = removeFrom(own, DAY2);
    expect(removed).toEqual({ ...own, removedAt: DAY2, revision: 4 });
    expect([isStanding(own), isStanding(removed)]).toEqual([true, false]);
    expect([own, removed, account(stated(DAY1)), undefined].map(takesPlace)).toEqual([
      ...[true, false, false, false],
    ]);
  });
});
