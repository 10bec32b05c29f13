import { describe, expect, it } from "vitest";
import {
  isLicenceNumber,
  licenceNumber,
  seriesOf,
} from "../../../services/government/licences/licence-number.ts";

const REAL = "JY11105050876919";

describe("a food-business licence's number", () => {
  it("says the form of business, the county, the place in order, and checks itself", () => {
    expect(licenceNumber(seriesOf("CATERING", "110105"), 1)).toMatch(/^JY2110105000001\d$/);
    expect(isLicenceNumber(licenceNumber(seriesOf("CANTEEN", "310115"), 999_999))).toBe(true);
    expect(() => licenceNumber(seriesOf("SALES", "110105"), 1_000_000)).toThrow("no 1000000-th number");
  });

  it("is recognised though its region is none of GB/T 2260", () => {
    expect(isLicenceNumber(REAL)).toBe(true);
    expect(licenceNumber("1110505", 87_691)).toBe(REAL);
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
