import { describe, expect, it } from "vitest";
import { date } from "../../../services/kernel/civil-date.ts";
import { decimal } from "../../../services/kernel/decimal.ts";
import { fen, ZERO } from "../../../services/kernel/money.ts";
import type { Instant } from "../../../services/kernel/runtime.ts";
import {
  type Contract,
  contractOn,
  decideContract,
  feeOf,
  payDayOf,
} from "../../../services/money/settlements/contract.ts";
import { type Book, closeDay } from "../../../services/money/settlements/settlement.ts";

const PROPOSED = "2026-11-01T00:00:00.000Z" as Instant;
const CONTRACT: Contract = {
  ...{ id: "stc_1", partner: "ptn_1", kind: "biller", effectiveFrom: date("2026-11-10"), status: "AGREED" },
  fee: { perMille: decimal("6"), fixed: ZERO, least: ZERO, account: "settlement" },
  ...{ minimum: fen(100_00n), payDay: { days: 1, kind: "WORKING" } },
  account: { id: "pac_1", number: "sealed", maskedNumber: "…1", provenAt: PROPOSED, proof: "r" },
  ...{ proposedBy: "ofc_1", proposedAt: PROPOSED, fingerprint: "f" },
};

/** Per mille, fixed part, least, most, amount, and the fee by hand; in fen. */
const FEES: readonly (readonly [string, bigint, bigint, bigint | undefined, bigint, bigint])[] = [
  ["6", 0n, 0n, undefined, 10_000n, 60n],
  // 8,820 × 6 ‰ is 52.92.
  ["6", 0n, 0n, undefined, 8_820n, 53n],
  // Half a fen rounds up, less than half down.
  ["5", 0n, 0n, undefined, 100n, 1n],
  ["4", 0n, 0n, undefined, 100n, 0n],
  ["0.35", 0n, 0n, 1_300n, 5_000_000n, 1_300n],
  ["0.35", 0n, 0n, 1_300n, 1_000_000n, 350n],
  ["6", 20n, 0n, undefined, 10_000n, 80n],
  ["1", 0n, 10n, undefined, 500n, 10n],
  // Never more than there is.
  ["0", 50n, 0n, undefined, 30n, 30n],
  ["6", 20n, 10n, undefined, 0n, 0n],
  ["6", 20n, 10n, undefined, -10_000n, 0n],
];

it.each(FEES)("%s per mille and %d, at least %d and at most %s, of %d are %d", (...row) => {
  const [perMille, fixed, least, most, amount, fee] = row;
  const rule = { perMille: decimal(perMille), fixed: fen(fixed), least: fen(least), account: "a" };
  expect(feeOf(most === undefined ? rule : { ...rule, most: fen(most) }, fen(amount))).toBe(fee);
});

/** T+1 is the next working day, D+1 the next calendar day (facts, 10): by the calendar of the State Council. */
const PAY_DAYS = [
  ["2026-11-23", 1, "WORKING", "2026-11-24"],
  ["2026-11-27", 1, "WORKING", "2026-11-30"],
  ["2026-11-28", 1, "WORKING", "2026-11-30"],
  ["2026-11-27", 2, "WORKING", "2026-12-01"],
  ["2026-09-30", 1, "WORKING", "2026-10-08"],
  ["2026-11-27", 1, "CALENDAR", "2026-11-28"],
  ["2026-11-30", 3, "CALENDAR", "2026-12-03"],
] as const;

it.each(PAY_DAYS)("what %s has brought is paid %d days later, %s: %s", (day, days, kind, on) => {
  expect(payDayOf({ days, kind }, date(day))).toBe(on);
});

describe("a day is settled by", () => {
  const later = { ...CONTRACT, id: "stc_2", effectiveFrom: date("2026-12-01") } as const;
  const waiting = {
    ...CONTRACT,
    id: "stc_3",
    effectiveFrom: date("2026-11-15"),
    status: "PROPOSED",
  } as const;
  it.each([
    ["2026-11-09", undefined],
    ["2026-11-10", "stc_1"],
    ["2026-11-30", "stc_1"],
    ["2026-12-01", "stc_2"],
  ])("%s: the contract that holds on it, and was agreed to", (day, id) => {
    expect(contractOn([later, waiting, CONTRACT], date(day))?.id).toBe(id);
  });
});

describe("a contract that is proposed", () => {
  const proposed = { ...CONTRACT, status: "PROPOSED", proposedPerson: "ctz_1" } as const;
  // The first has two sign-ins.
  const PERSONS = { ofc_1: "ctz_1", ofc_2: "ctz_2", ofc_3: "ctz_1" } as const;
  const by = (officer: keyof typeof PERSONS, settledThrough?: string) => ({
    ...{
      officer: { id: officer, person: PERSONS[officer] },
      at: PROPOSED,
      settledThrough: settledThrough === undefined ? undefined : date(settledThrough),
    },
  });
  it.each([
    ["agree", "ofc_2", undefined, "AGREED"],
    ["agree", "ofc_2", "2026-11-09", "AGREED"],
    ["agree", "ofc_1", undefined, "SAME_OFFICER"],
    ["agree", "ofc_3", undefined, "SAME_OFFICER"],
    ["agree", "ofc_2", "2026-11-10", "DAY_SETTLED"],
    // Anybody can take back a proposal that was a mistake.
    ["dismiss", "ofc_1", "2026-11-10", "DISMISSED"],
  ] as const)("%s by %s, with days settled through %s: %s", (action, officer, through, outcome) => {
    const decided = decideContract(proposed, action, by(officer, through));
    expect(decided.ok ? decided.value.status : decided.error.code).toBe(outcome);
  });
  it("is decided once", () => {
    const decided = decideContract(CONTRACT, "dismiss", by("ofc_2"));
    expect(decided).toEqual({ ok: false, error: { code: "CONTRACT_DECIDED", status: "AGREED" } });
  });
});

/** Carried in, gross, fee, and what is paid and carried out by a minimum of 100.00; in fen. */
const DAYS: readonly (readonly [bigint, bigint, bigint, bigint, bigint])[] = [
  [0n, 10_060n, 60n, 10_000n, 0n],
  // Below the minimum.
  [0n, 10_059n, 60n, 0n, 9_999n],
  [9_999n, 2n, 1n, 10_000n, 0n],
  // Below nothing: a day of refunds alone.
  [0n, -5_000n, 0n, 0n, -5_000n],
  [-5_000n, 4_000n, 24n, 0n, -1_024n],
  [-1_024n, 20_000n, 120n, 18_856n, 0n],
];

it.each(DAYS)("carried %d, brought %d, fee %d: %d is paid and %d carried on", (...row) => {
  const [carried, gross, fee, paid, carriedOut] = row.map(fen);
  if (carried === undefined || gross === undefined || fee === undefined) throw new Error("a row is whole");
  const book: Book = { partner: "ptn_1", kind: "biller", since: date("2026-11-10"), carried, revision: 3 };
  const drawn = { day: date("2026-11-10"), contract: CONTRACT.id, place: { step: 0, after: "" }, lines: 1 };
  const { settlement, book: next } = closeDay(book, { ...drawn, gross, fee }, CONTRACT, PROPOSED);
  expect(settlement).toMatchObject({ carriedIn: carried, paid, carriedOut });
  expect(settlement?.payOn).toBe(paid === 0n ? undefined : "2026-11-11");
  expect(next).toMatchObject({ through: "2026-11-10", carried: carriedOut, revision: 4 });
  expect(next.negativeSince).toBe(carriedOut !== undefined && carriedOut < 0n ? "2026-11-10" : undefined);
});
