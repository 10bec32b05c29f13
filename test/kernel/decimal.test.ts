import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal, formatDecimal, parseDecimal, scaleOf } from "../../services/kernel/decimal.ts";
import { err, ok } from "../../services/kernel/result.ts";

const anyDecimal = () =>
  fc.record({
    units: fc.bigInt({ min: -(10n ** 12n) + 1n, max: 10n ** 12n - 1n }),
    places: fc.integer({ min: 0, max: 8 }),
  });

describe("a decimal", () => {
  it.each([
    ["0.015", { units: 15n, places: 3 }],
    ["-0.015", { units: -15n, places: 3 }],
    ["2.60", { units: 260n, places: 2 }],
    ["0", { units: 0n, places: 0 }],
    ["100", { units: 100n, places: 0 }],
    ["999999999999.99999999", { units: 99_999_999_999_999_999_999n, places: 8 }],
  ])("%s is read exactly", (text, expected) => {
    expect(parseDecimal(text)).toEqual(ok(expected));
  });

  it.each([
    "",
    "-",
    "+1",
    "01",
    "1.",
    ".5",
    "1e3",
    "1,5",
    " 1",
    "1 ",
    "0x1",
    "NaN",
    "0.123456789",
    "1000000000000",
  ])("%j is none", (text) => {
    expect(parseDecimal(text)).toEqual(err("NOT_DECIMAL"));
  });

  it("keeps the places that it was written with", () => {
    expect(formatDecimal(decimal("2.60"))).toBe("2.60");
    expect(formatDecimal(decimal("-0.015"))).toBe("-0.015");
    expect(formatDecimal(decimal("7"))).toBe("7");
  });

  it("survives being written and read", () => {
    fc.assert(
      fc.property(anyDecimal(), (value) => {
        expect(parseDecimal(formatDecimal(value))).toEqual(ok(value));
      }),
    );
  });

  it("is its units over its scale", () => {
    expect(scaleOf(decimal("0.015"))).toBe(1000n);
    expect(scaleOf(decimal("15"))).toBe(1n);
  });

  it("in the source code must be one, or the program does not start", () => {
    expect(() => decimal("1.5 %")).toThrow("1.5 % is no decimal");
  });
});
