import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDigitOf } from "../../../../services/field/check-character.ts";
import {
  countedNumber,
  lastCount,
  nextCount,
  seriesBy,
} from "../../../../services/government/licences/repository/counted-number.ts";

const COUNTED = {
  prefix: "JY",
  series: [
    {
      if: [
        { "===": [{ var: "form.kind" }, "shop"] },
        "1",
        { "===": [{ var: "form.kind" }, "inn"] },
        "2",
        "3",
      ],
    },
    { var: "form.district" },
  ],
  ...({ digits: 6, check: "MOD_11_10" } as const),
};

describe("a number that counts up", () => {
  it("is prefix, series, count and check, as the office's own example has it", () => {
    expect(countedNumber(COUNTED, "1110505", 87691)).toBe("JY11105050876919");
  });

  it("of a series are all different and in order, and each passes its check", () => {
    const count = fc.integer({ min: 1, max: lastCount(COUNTED) });
    fc.assert(
      fc.property(count, count, (one, other) => {
        const [a, b] = [countedNumber(COUNTED, "2110105", one), countedNumber(COUNTED, "2110105", other)];
        expect(a.slice(0, -1) < b.slice(0, -1)).toBe(one < other);
        for (const number of [a, b]) {
          expect(number).toMatch(/^JY2110105\d{7}$/);
          expect(checkDigitOf(number.slice(2, -1))).toBe(number.slice(-1));
        }
      }),
    );
  });

  it.each([
    ["shop", "110105", "1110105"],
    ["inn", "110101", "2110101"],
    ["canteen", "010203", "3010203"],
    ["inn", "朝阳", undefined],
    ["inn", "", undefined],
    ["inn", undefined, undefined],
    [undefined, "110105", undefined],
    ["inn", "1".repeat(40), undefined],
  ])("of %s in %s is of the series %s", (kind, district, series) => {
    expect(seriesBy(COUNTED, { form: { kind, district } })).toBe(series);
  });

  it("is the first behind the last that nobody has, whatever was stated before, within some looks", async () => {
    const max = 999;
    const gaps = fc.tuple(
      fc.integer({ min: 0, max }),
      fc.uniqueArray(fc.integer({ min: 1, max }), { maxLength: 40 }),
    );
    const stated = fc.integer({ min: 0, max });
    await fc.assert(
      fc.asyncProperty(gaps, stated, async ([last, some], block) => {
        let looks = 0;
        const isTaken = (count: number) => count <= block || some.includes(count);
        const next = await nextCount(last, max, async (count) => {
          looks += 1;
          return !isTaken(count);
        });
        expect(looks).toBeLessThan(3 * Math.log2(max) + 3);
        if (next === undefined) expect(last === max || isTaken(max)).toBe(true);
        else {
          expect(next > last && next <= max && !isTaken(next)).toBe(true);
          if (next > last + 1) expect(isTaken(next - 1)).toBe(true);
        }
      }),
    );
  });
});
