import { describe, expect, it } from "vitest";
import { foodBusinessLicence } from "../../../local/demo/items/food-business-licence.ts";
import { isLicenceNumber } from "../../../services/government/licences/licence-number.ts";
import {
  countedNumber,
  lastCount,
  nextCount,
  seriesBy,
} from "../../../services/government/licences/repository/counted-number.ts";

/** As the item that issues them counts them up. */
const { counted } = foodBusinessLicence.draft.licence ?? {};
if (!counted) throw new Error("the item counts no numbers up");
const NUMBERS = counted;

const REAL = "JY11105050876919";

describe("a food-business licence's number", () => {
  it.each([
    ["食品销售经营者", "110101", "1110101"],
    ["餐饮服务经营者", "110105", "2110105"],
    ["集中用餐单位食堂", "110119", "3110119"],
  ])("of %s in %s is of its series, in order, and checks itself", async (businessType, region, series) => {
    expect(seriesBy(NUMBERS, { form: { businessType, premisesRegion: region } })).toBe(series);
    for (const count of [1, 2, 87_691, 999_999]) {
      const number = countedNumber(NUMBERS, series, count);
      expect(number.slice(0, -1)).toBe(`JY${series}${String(count).padStart(6, "0")}`);
      expect(isLicenceNumber(number)).toBe(true);
    }
    expect(await nextCount(999_998, lastCount(NUMBERS), async () => true)).toBe(999_999);
    expect(await nextCount(999_999, lastCount(NUMBERS), async () => true)).toBeUndefined();
  });

  it("is recognised though its region is none of GB/T 2260", () => {
    expect(isLicenceNumber(REAL)).toBe(true);
    expect(countedNumber(NUMBERS, "1110505", 87_691)).toBe(REAL);
  });

  it("is none with any one digit wrong, or two neighbours in each other's place", () => {
    for (let i = 2; i < REAL.length; i += 1) {
      for (const digit of "0123456789") {
        const other = REAL.slice(0, i) + digit + REAL.slice(i + 1);
        expect([other, isLicenceNumber(other)]).toEqual([other, other === REAL]);
      }
      const swapped = REAL.slice(0, i) + (REAL[i + 1] ?? "") + (REAL[i] ?? "") + REAL.slice(i + 2);
      if (swapped !== REAL) expect([swapped, isLicenceNumber(swapped)]).toEqual([swapped, false]);
    }
  });

  it.each(["", "JY", "jy11105050876919", "JY4110505087691", "SC11105050876919", "JY1110505087691９"])(
    "is not %j",
    (text) => expect(isLicenceNumber(text)).toBe(false),
  );
});
