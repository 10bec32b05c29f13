import { describe, expect, it } from "vitest";
import {
  type HeldTime,
  type PlacedRow,
  placeRow,
  withdrawFrom,
} from "../../../services/convenience/utilities/tenancy.ts";
import { tenancyOf, type UtilityAccount } from "../../../services/convenience/utilities/utility-account.ts";
import { date } from "../../../services/kernel/civil-date.ts";

const of = (name: string) => ({ holder: `${name}*`, holderProof: name });
const account = (name: string, changes: Partial<UtilityAccount> = {}): UtilityAccount => ({
  ...{ id: "uac_0123456789abcdef", biller: "ptn_0123456789abcdef", number: "1", ...of(name) },
  ...{ since: date("2026-01-01"), boundBy: ["ctz_0123456789abcdef"], householdClass: "OWN_BOILER" },
  ...{ householdSize: 7, readTo: date("2026-05-01"), revision: 8, ...changes },
});

/** Wang until 1 May, Li until 1 August, Wang again since. */
const WANG_1 = account("wang", { until: date("2026-05-01") });
const LI_2 = account("li", { tenancy: 2, since: date("2026-05-01"), until: date("2026-08-01") });
const WANG_3 = account("wang", { tenancy: 3, since: date("2026-08-01") });
const FORMER = [LI_2, WANG_1];
const time = (tenancy: number, from: string, to: string): HeldTime => ({
  ...{ tenancy, from: date(from), to: date(to) },
});
const TIMES = [
  time(1, "2026-01-01", "2026-04-01"),
  time(2, "2026-05-01", "2026-07-01"),
  time(3, "2026-08-01", "2026-09-01"),
];

const told = ({ tenancy, before, ended }: PlacedRow): string =>
  `${tenancyOf(tenancy)}${before ? "" : " new"}${ended ? `, ends ${tenancyOf(ended)} on ${ended.until}` : ""}`;

function place(
  holder: string,
  from: string,
  to: string,
  [now, ...former] = [WANG_3, ...FORMER],
  times: readonly HeldTime[] = TIMES,
): string {
  if (!now) throw new Error("no account");
  const period = { from: date(from), to: date(to) };
  const placed = placeRow(now, former, times, { ...of(holder), period });
  return placed.ok ? told(placed.value) : placed.error.code;
}

describe("the tenancy that a biller's row belongs to", () => {
  it.each([
    ["wang", "2026-08-01", "2026-09-01", "3"],
    ["wang", "2026-07-15", "2026-09-01", "3"],
    ["wang", "2026-07-01", "2026-08-01", "3"],
    ["wang", "2026-04-01", "2026-05-01", "1"],
    ["wang", "2025-11-01", "2026-01-01", "1"],
    ["wang", "2026-04-01", "2026-06-01", "PERIOD_OF_TWO_HOLDERS"],
    ["wang", "2026-06-01", "2026-07-01", "PERIOD_OF_TWO_HOLDERS"],
    ["wang", "2026-04-01", "2026-08-01", "PERIOD_OF_TWO_HOLDERS"],
    ["li", "2026-06-01", "2026-08-01", "2"],
    ["li", "2026-04-01", "2026-05-01", "2"],
    ["li", "2026-03-01", "2026-05-01", "PERIOD_OF_TWO_HOLDERS"],
    ["li", "2026-07-01", "2026-09-01", "PERIOD_OF_TWO_HOLDERS"],
    ["li", "2026-08-01", "2026-09-01", "PERIOD_OF_TWO_HOLDERS"],
    ["li", "2026-09-01", "2026-10-01", "4, ends 3 on 2026-09-01"],
    ["zhao", "2026-09-01", "2026-10-01", "4, ends 3 on 2026-09-01"],
    ["zhao", "2026-07-31", "2026-08-02", "PERIOD_OF_TWO_HOLDERS"],
    ["zhao", "2026-06-01", "2026-07-01", "PERIOD_OF_TWO_HOLDERS"],
    ["zhao", "2026-07-01", "2026-08-01", "4 new"],
    ["zhao", "2025-10-01", "2026-01-01", "4 new"],
  ])("of %s from %s to %s is %s", (holder, from, to, expected) => {
    expect(place(holder, from, to)).toBe(expected);
  });

  it.each([
    ["wang", "2025-01-01", "2025-03-01", "1"],
    ["wang", "2026-05-01", "2026-07-01", "1"],
    ["li", "2026-05-01", "2026-07-01", "2, ends 1 on 2026-05-01"],
    ["li", "2025-10-01", "2026-01-01", "2 new"],
  ])("is, before there was another holder, of %s from %s to %s: %s", (holder, from, to, expected) => {
    const times = [time(1, "2026-01-01", "2026-05-01")];
    expect(place(holder, from, to, [account("wang")], times)).toBe(expected);
  });

  it("begins with nothing of the holder's before it, but the home's class", () => {
    const period = { from: date("2026-09-01"), to: date("2026-10-01") };
    const placed = placeRow(account("wang"), [], [time(1, "2026-01-01", "2026-05-01")], {
      ...{ ...of("li"), period },
    });
    if (!placed.ok) throw new Error(placed.error.code);
    const { id, biller, number } = account("wang");
    expect(placed.value.tenancy).toEqual({
      ...{ id, biller, number, ...of("li"), tenancy: 2, since: "2026-09-01" },
      ...{ boundBy: [], householdClass: "OWN_BOILER", revision: 9 },
    });
  });
});

describe("a tenancy whose bills were all withdrawn", () => {
  const told = (of: Partial<UtilityAccount> | undefined) =>
    of && [tenancyOf(of), of.since, of.until, of.reversed].filter((each) => each !== undefined).join(" ");

  it("gives the account back to the one before, as that was", () => {
    const { tenancy, previous, restored } = withdrawFrom(WANG_3, FORMER, undefined);
    expect(told(tenancy)).toBe("3 2026-08-01 2026-08-01 TAKEN_BACK");
    expect(told(previous?.after)).toBe("2 2026-05-01 2026-08-01 STANDS_AGAIN");
    const { until: _, ...li } = LI_2;
    expect(restored).toEqual({ ...li, revision: 9 });
  });

  it("leaves the account to those who came later: the one before lasts to them", () => {
    const { tenancy, previous, restored } = withdrawFrom(LI_2, [WANG_1], undefined);
    expect([told(tenancy), told(previous?.after), restored]).toEqual([
      ...["2 2026-05-01 2026-08-01 TAKEN_BACK", "1 2026-01-01 2026-08-01", undefined],
    ]);
  });

  it("is as it was where others of its bills stand, and begins with the first of them", () => {
    const same = withdrawFrom(WANG_3, FORMER, time(3, "2026-08-01", "2026-09-01"));
    expect([told(same.tenancy), same.previous]).toEqual(["3 2026-08-01", undefined]);
    const { tenancy, previous } = withdrawFrom(WANG_3, FORMER, time(3, "2026-09-01", "2026-10-01"));
    expect([told(tenancy), told(previous?.after)]).toEqual(["3 2026-09-01", "2 2026-05-01 2026-09-01"]);
  });

  it("begins again with its people and order where its holder is named again", () => {
    const li = { ...LI_2, tenancy: 4, until: date("2026-08-01"), reversed: "TAKEN_BACK" as const };
    const period = { from: date("2026-09-01"), to: date("2026-10-01") };
    const placed = placeRow(WANG_3, [li], TIMES, { ...of("li"), period });
    if (!placed.ok) throw new Error(placed.error.code);
    expect([told(placed.value.tenancy), placed.value.tenancy.boundBy]).toEqual(["4 2026-09-01", li.boundBy]);
    expect(placed.value.revived).toBe(li);
  });
});
