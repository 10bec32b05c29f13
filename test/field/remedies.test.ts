import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { governmentName } from "../../services/field/government-name.ts";
import { regionName } from "../../services/field/named-region.ts";
import { allRegions, isGroupCode, type RegionCode, region } from "../../services/field/region.ts";
import {
  type Authority,
  authorityOver,
  BODIES,
  type Body,
  governmentAt,
  type Level,
  levelOf,
  remedyLimits,
} from "../../services/field/remedies.ts";
import { isWorkingDay } from "../../services/field/working-days.ts";
import { addDays, addMonths, type CivilDate, date, daysBetween } from "../../services/kernel/civil-date.ts";

const government = (code: string): Authority => ({ of: "GOVERNMENT", region: region(code) });
const LINE_ABOVE: Authority = { of: "LINE_ABOVE" };

/** By the kind of body, its level and the region of the case: the authority, and the article that says so. */
const AUTHORITIES: readonly (readonly [Body, Level, string, Authority, string])[] = [
  ["DEPARTMENT", "COUNTY", "110105", government("110105"), "24 (1) no. 1"],
  ["DEPARTMENT", "PROVINCE", "110105", government("110000"), "24 (1) no. 1"],
  // A municipality's districts are a group, and no government stands between.
  ["DEPARTMENT", "PREFECTURE", "110105", government("110000"), "24 (1) no. 1"],
  ["DEPARTMENT", "COUNTY", "130102", government("130102"), "24 (1) no. 1"],
  ["DEPARTMENT", "PREFECTURE", "130102", government("130100"), "24 (1) no. 1"],
  ["DEPARTMENT", "PROVINCE", "130102", government("130000"), "24 (1) no. 1"],
  ["DEPARTMENT", "COUNTY", "130000", government("130000"), "24 (1) no. 1"],
  // A city that the province administers directly.
  ["DEPARTMENT", "COUNTY", "429004", government("429004"), "24 (1) no. 1"],
  ["DEPARTMENT", "PREFECTURE", "429004", government("420000"), "24 (1) no. 1"],
  ["AUTHORISED_BODY", "PROVINCE", "110105", government("110000"), "24 (1) no. 4"],
  ["GOVERNMENT", "COUNTY", "110105", government("110000"), "24 (1) no. 2"],
  ["GOVERNMENT", "COUNTY", "130102", government("130100"), "24 (1) no. 2"],
  ["GOVERNMENT", "PREFECTURE", "130102", government("130000"), "24 (1) no. 2"],
  ["GOVERNMENT", "PROVINCE", "130102", government("130000"), "24 (2)"],
  ["JUSTICE_BUREAU", "COUNTY", "110105", government("110105"), "28"],
  ["CUSTOMS", "PROVINCE", "110105", LINE_ABOVE, "27"],
  ["FINANCIAL_REGULATOR", "PROVINCE", "110105", LINE_ABOVE, "27"],
  ["FOREIGN_EXCHANGE", "PROVINCE", "110105", LINE_ABOVE, "27"],
  ["TAX", "COUNTY", "110105", LINE_ABOVE, "27"],
  ["STATE_SECURITY", "PROVINCE", "110105", LINE_ABOVE, "27"],
  ["STATE_COUNCIL_DEPARTMENT", "PROVINCE", "110105", { of: "BODY_ITSELF" }, "25"],
];

describe("the authority that reconsiders", () => {
  it.each(AUTHORITIES)("of %s of the level %s, for %s", (body, level, code, authority, article) => {
    const found = authorityOver(body, level, region(code));
    expect(found.authority).toEqual(authority);
    expect(found.article.en).toBe(`Administrative Reconsideration Law, art. ${article}`);
  });

  it("is stated for each kind of body", () => {
    expect([...new Set(AUTHORITIES.map(([body]) => body))]).toEqual(BODIES);
  });

  it("leaves the choice of the own line to those of the justice bureaux, and the State Council after the highest", () => {
    const open = (["isLineOpen", "isStateCouncilOpen"] as const).map((choice) =>
      BODIES.filter((body) => authorityOver(body, "PROVINCE", region("110105"))[choice]),
    );
    expect(open).toEqual([["JUSTICE_BUREAU"], ["GOVERNMENT", "STATE_COUNCIL_DEPARTMENT"]]);
  });

  it.each([
    ["110000", "北京市人民政府"],
    ["110105", "北京市朝阳区人民政府"],
    ["130000", "河北省人民政府"],
    ["130100", "石家庄市人民政府"],
    ["130102", "石家庄市长安区人民政府"],
    ["429004", "湖北省仙桃市人民政府"],
    ["232700", "大兴安岭地区行政公署"],
  ])("of %s is called %s", (code, name) => {
    expect(governmentName(region(code)).zh).toBe(name);
  });

  it("knows a group by its code, as the register of regions names it", () => {
    const named = allRegions().filter((code) => /^(?:市辖区|县|.*直辖县级行政区划)$/.test(regionName(code)));
    expect(allRegions().filter(isGroupCode)).toEqual(named);
  });

  it("is never that of a group, which has no government", () => {
    const codes: readonly RegionCode[] = ["110100", "500200", "429000", "110105"].map(region);
    const all = codes.flatMap((code) =>
      (["PROVINCE", "PREFECTURE", "COUNTY"] as const).map((level) => governmentAt(level, code)),
    );
    expect(all.filter((code) => ["110100", "500200", "429000"].includes(code))).toEqual([]);
    expect(codes.map(levelOf)).toEqual(["PROVINCE", "PROVINCE", "PROVINCE", "COUNTY"]);
  });
});

/** By the day of service: the last day for reconsideration, and the last one for the court. */
const TOLD: readonly (readonly [string, string, string])[] = [
  // 1 May is a holiday, and so are the days up to the fifth; 2 September is a Wednesday.
  ["2026-03-02", "2026-05-06", "2026-09-02"],
  ["2026-03-09", "2026-05-08", "2026-09-09"],
  // A Saturday that is worked for a holiday is a day like others; 10 September is a Thursday.
  ["2026-03-10", "2026-05-09", "2026-09-10"],
  // No 31st in February: the last day of the month, a Saturday that is worked, as its year's notice says.
  ["2025-08-31", "2025-10-30", "2026-02-28"],
  // The 60th day is a Sunday.
  ["2026-04-15", "2026-06-15", "2026-10-15"],
];

describe("the last days of the remedies", () => {
  it.each(TOLD)(
    "that were told in a decision served on %s",
    (servedOn, reconsiderationUntil, actionUntil) => {
      expect(remedyLimits({ servedOn: date(servedOn), isTold: true })).toEqual({
        ...{ reconsiderationUntil, actionUntil, isProvisional: false },
      });
    },
  );

  it("that were not told come a year after the decision", () => {
    expect(remedyLimits({ servedOn: date("2025-05-06"), isTold: false })).toEqual({
      ...{ reconsiderationUntil: "2026-05-06", actionUntil: "2026-05-06", isProvisional: false },
    });
    // 3 May 2026 is a holiday.
    expect(remedyLimits({ servedOn: date("2025-05-03"), isTold: false }).actionUntil).toBe("2026-05-06");
  });

  it("may still move where the holidays of their year are not announced", () => {
    expect(remedyLimits({ servedOn: date("2033-03-02"), isTold: true }).isProvisional).toBe(true);
  });

  it("are days of work, never earlier than the law has them, and later by no more than a holiday", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000 }), fc.boolean(), (days, isTold) => {
        const servedOn = addDays(date("2020-01-01"), days);
        const limits = remedyLimits({ servedOn, isTold });
        const own: readonly (readonly [CivilDate, CivilDate])[] = [
          [isTold ? addDays(servedOn, 60) : addMonths(servedOn, 12), limits.reconsiderationUntil],
          [addMonths(servedOn, isTold ? 6 : 12), limits.actionUntil],
        ];
        for (const [bare, last] of own) {
          expect(isWorkingDay(last)).toBe(true);
          expect(daysBetween(bare, last)).toBeGreaterThanOrEqual(0);
          expect(daysBetween(bare, last)).toBeLessThanOrEqual(10);
          for (let day = bare; day < last; day = addDays(day, 1)) expect(isWorkingDay(day)).toBe(false);
        }
      }),
    );
  });

  it("never end earlier for somebody who was told nothing, nor for a later service", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000 }), fc.boolean(), (days, isTold) => {
        const servedOn = addDays(date("2020-01-01"), days);
        const [told, untold] = [true, false].map((one) => remedyLimits({ servedOn, isTold: one }));
        const next = remedyLimits({ servedOn: addDays(servedOn, 1), isTold });
        const limits = isTold ? told : untold;
        expect((untold?.reconsiderationUntil ?? "") >= (told?.reconsiderationUntil ?? "")).toBe(true);
        expect((untold?.actionUntil ?? "") >= (told?.actionUntil ?? "")).toBe(true);
        expect(next.reconsiderationUntil >= (limits?.reconsiderationUntil ?? "")).toBe(true);
        expect(next.actionUntil >= (limits?.actionUntil ?? "")).toBe(true);
      }),
    );
  });
});
