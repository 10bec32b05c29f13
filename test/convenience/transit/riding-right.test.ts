import { describe, expect, it } from "vitest";
import {
  checkGrant,
  type Entitlement,
  endedOn,
  periodsOf,
  reachOf,
  withGrant,
} from "../../../services/convenience/transit/entitlements/entitlement.ts";
import {
  ENTITLEMENT_RULES,
  entitlementRulesOn,
} from "../../../services/convenience/transit/network/entitlement-rules.ts";
import {
  CARD_KINDS,
  type CardKind,
  ENTITLEMENT_KINDS,
  TRANSIT_MODES,
} from "../../../services/convenience/transit/network/fare.ts";
import { rightOn } from "../../../services/convenience/transit/network/riding-right.ts";
import { CARD_KIND_CODES } from "../../../services/convenience/transit/ride-codes/ride-code.ts";
import { region } from "../../../services/field/region.ts";
import { date } from "../../../services/kernel/civil-date.ts";
import type { Instant } from "../../../services/kernel/runtime.ts";

const BEIJING = region("110000");
const SHANGHAI = region("310000");
const TODAY = date("2026-11-23");
const period = (from: string, until: string) => ({ from: date(from), until: date(until) });

describe("people who ride free (facts of the field, 6: who rides free)", () => {
  const free = (kind: CardKind, day = "2026-11-23", where = BEIJING) =>
    TRANSIT_MODES.filter((mode) => {
      const held = { kind, region: where, entitled: [period(day, day)] };
      return rightOn(held, mode, date(day)).freeBy !== undefined;
    });

  it.each<[CardKind, readonly string[]]>([
    ["STANDARD", []],
    ["STUDENT", []],
    ["SENIOR", ["BUS"]],
    ["SOLDIER", ["METRO", "BUS"]],
    ["DISABLED_SOLDIER", ["METRO", "BUS"]],
    ["BLIND", ["METRO", "BUS"]],
    ["DISABLED", ["BUS"]],
  ])("%s in Beijing: %j", (kind, modes) => {
    expect(free(kind)).toEqual(modes);
  });

  it.each<[CardKind, readonly string[]]>([
    ["SENIOR", []],
    ["DISABLED", []],
    ["SOLDIER", ["METRO", "BUS"]],
    ["BLIND", ["METRO", "BUS"]],
  ])("%s elsewhere in China: %j", (kind, modes) => {
    expect(free(kind, "2026-11-23", SHANGHAI)).toEqual(modes);
  });

  it.each<[CardKind, boolean]>([
    ["SENIOR", false],
    ["DISABLED", true],
    ["SOLDIER", true],
    ["BLIND", true],
  ])("%s on a bus outside the city's area (市域内 is a condition of seniors alone): %s", (kind, isFree) => {
    const held = { kind, region: BEIJING, entitled: [period("2026-11-23", "2026-11-23")] };
    expect(rightOn(held, "BUS", TODAY, { isOutside: true }).freeBy !== undefined).toBe(isFree);
  });

  it("by the law of the day: soldiers since August 2021", () => {
    expect(free("SOLDIER", "2021-07-31")).toEqual([]);
    expect(free("SOLDIER", "2021-08-01")).toEqual(["METRO", "BUS"]);
  });

  it("each rule with its source and both languages, one of a kind in force", () => {
    expect(ENTITLEMENT_RULES.every(({ source, name, proof }) => source && name.en && proof.zh)).toBe(true);
    expect(
      entitlementRulesOn(TODAY)
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(ENTITLEMENT_KINDS.toSorted());
    expect(entitlementRulesOn(TODAY, SHANGHAI).map(({ kind }) => kind)).toEqual([
      ...["SOLDIER", "DISABLED_SOLDIER", "BLIND"],
    ]);
  });

  it("and each kind of card has its number in a ride code", () => {
    expect(CARD_KIND_CODES).toEqual(CARD_KINDS);
  });
});

describe("a card's price", () => {
  const student = {
    kind: "STUDENT",
    region: BEIJING,
    entitled: [period("2026-09-01", "2027-08-31")],
  } as const;

  it.each([
    ["2026-08-31", "STANDARD"],
    ["2026-09-01", "STUDENT"],
    ["2027-08-31", "STUDENT"],
    ["2027-09-01", "STANDARD"],
  ])("is its kind's on the days of its entitlement: on %s that of a %s card", (day, card) => {
    expect(rightOn(student, "BUS", date(day)).card).toBe(card);
  });
});

describe("a grant", () => {
  const CERTIFICATE = { kind: "CERTIFICATE", number: "11010519491231002X43" } as const;
  const check = (
    kind: CardKind,
    days: ReturnType<typeof period>,
    {
      bornOn = undefined as string | undefined,
      proof = CERTIFICATE as { kind: "CERTIFICATE"; number?: string },
    } = {},
  ) => {
    const known = { today: TODAY, bornOn: bornOn === undefined ? undefined : date(bornOn) };
    const checked = checkGrant(kind, BEIJING, { ...days, proof }, known);
    return checked.ok ? checked.value : checked.error.code;
  };
  const twoYears = period("2026-11-23", "2028-11-23");

  it.each([
    ["1966-11-23", "SENIOR"],
    ["1966-11-24", "ENTITLEMENT_TOO_YOUNG"],
    [undefined, "SENIOR"],
  ])("to a senior born on %s: %s", (bornOn, outcome) => {
    expect(check("SENIOR", twoYears, { ...(bornOn ? { bornOn } : {}) })).toBe(outcome);
  });

  it("is for today or later, forwards, and no longer than its rule", () => {
    expect(check("BLIND", period("2026-11-22", "2027-01-01"))).toBe("ENTITLEMENT_FROM_PAST");
    expect(check("BLIND", period("2026-11-23", "2026-11-22"))).toBe("ENTITLEMENT_PERIOD_REVERSED");
    expect(check("SENIOR", period("2026-11-23", "2028-11-24"))).toBe("ENTITLEMENT_TOO_LONG");
    expect(check("STANDARD", twoYears)).toBe("NO_SUCH_ENTITLEMENT");
  });

  it("by a certificate has its number", () => {
    expect(check("BLIND", twoYears, { proof: { kind: "CERTIFICATE" } })).toBe("CERTIFICATE_NUMBER_MISSING");
    expect(check("BLIND", twoYears, { proof: { kind: "CERTIFICATE", number: "a b" } })).toBe(
      "CERTIFICATE_NUMBER_INVALID",
    );
  });

  const NONE: Entitlement = {
    ...{ holder: "ctz_0123456789abcdef", kind: "SENIOR", region: BEIJING, grants: [], revision: 0 },
  };
  const grant = (id: string, days: ReturnType<typeof period>) => ({
    ...{ ...days, id, proof: CERTIFICATE, by: "ptn_0123456789abcdef" as const },
    at: "2026-11-23T02:00:00.000Z" as Instant,
  });

  it("ends with a day that is its last, and one that has not begun never holds", () => {
    const granted = withGrant(
      withGrant(NONE, grant("a", twoYears)),
      grant("b", period("2028-11-24", "2030-11-24")),
    );
    const ended = endedOn(granted, TODAY, "迁出");
    expect(ended && periodsOf(ended)).toEqual([
      { from: TODAY, until: TODAY },
      { from: "2028-11-24", until: TODAY },
    ]);
    expect(ended && endedOn(ended, TODAY, "迁出")).toBeUndefined();
    expect(granted.revision).toBe(2);
  });

  it("holds in all of China where the law is the country's", () => {
    expect(reachOf("SOLDIER", BEIJING)).toBeUndefined();
    expect(reachOf("SENIOR", BEIJING)).toBe(BEIJING);
  });
});
