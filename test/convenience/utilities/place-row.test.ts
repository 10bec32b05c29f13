import { describe, expect, it } from "vitest";
import { type PlacedRow, placeRow } from "../../../services/convenience/utilities/tenancy.ts";
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

const told = ({ tenancy, before, ended }: PlacedRow): string =>
  `${tenancyOf(tenancy)}${before ? "" : " new"}${ended ? `, ends ${tenancyOf(ended)} on ${ended.until}` : ""}`;

function place(holder: string, from: string, to: string, [now, ...former] = [WANG_3, ...FORMER]): string {
  if (!now) throw new Error("no account");
  const placed = placeRow(now, former, { ...of(holder), period: { from: date(from), to: date(to) } });
  return placed.ok ? told(placed.value) : placed.error.code;
}

describe("the tenancy that a biller's row belongs to", () => {
  it.each([
    ["wang", "2026-08-01", "2026-09-01", "3"],
    ["wang", "2026-07-15", "2026-09-01", "3"],
    ["wang", "2026-07-01", "2026-08-01", "4 new"],
    ["wang", "2026-04-01", "2026-05-01", "1"],
    ["wang", "2025-11-01", "2026-01-01", "1"],
    ["li", "2026-06-01", "2026-08-01", "2"],
    ["li", "2026-04-01", "2026-05-01", "2"],
    ["li", "2026-07-01", "2026-09-01", "PERIOD_OF_TWO_HOLDERS"],
    ["li", "2026-08-01", "2026-09-01", "4, ends 3 on 2026-08-01"],
    ["zhao", "2026-09-01", "2026-10-01", "4, ends 3 on 2026-09-01"],
    ["zhao", "2026-07-31", "2026-08-02", "PERIOD_OF_TWO_HOLDERS"],
    ["zhao", "2026-06-01", "2026-07-01", "4 new"],
  ])("of %s from %s to %s is %s", (holder, from, to, expected) => {
    expect(place(holder, from, to)).toBe(expected);
  });

  it.each([
    ["wang", "2025-01-01", "2025-03-01", "1"],
    ["wang", "2026-05-01", "2026-07-01", "1"],
    ["li", "2026-05-01", "2026-07-01", "2, ends 1 on 2026-05-01"],
    ["li", "2025-10-01", "2026-01-01", "2 new"],
  ])("is, before there was another holder, of %s from %s to %s: %s", (holder, from, to, expected) => {
    expect(place(holder, from, to, [account("wang")])).toBe(expected);
  });

  it("begins with nothing of the holder's before it, but the home's class", () => {
    const period = { from: date("2026-09-01"), to: date("2026-10-01") };
    const placed = placeRow(account("wang"), [], { ...of("li"), period });
    if (!placed.ok) throw new Error(placed.error.code);
    const { id, biller, number } = account("wang");
    expect(placed.value.tenancy).toEqual({
      ...{ id, biller, number, ...of("li"), tenancy: 2, since: "2026-09-01" },
      ...{ boundBy: [], householdClass: "OWN_BOILER", revision: 9 },
    });
  });
});
