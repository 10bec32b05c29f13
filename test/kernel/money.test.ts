import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  AMOUNT_MAX,
  addMoney,
  divideRounded,
  fen,
  formatMoney,
  parseMoney,
  ZERO,
} from "../../services/kernel/money.ts";
import { err, ok } from "../../services/kernel/result.ts";

const amount = () => fc.bigInt({ min: -AMOUNT_MAX, max: AMOUNT_MAX }).map(fen);

describe("an amount of money", () => {
  it.each([
    ["123.45", 12_345n],
    ["123.4", 12_340n],
    ["123", 12_300n],
    ["0", 0n],
    ["0.05", 5n],
    ["-0.05", -5n],
    ["-0", 0n],
    ["-123.45", -12_345n],
  ])("%s is read as %s fen", (text, expected) => {
    expect(parseMoney(text)).toEqual(ok(expected));
  });

  it.each([
    ["1.234", "a fraction of a fen"],
    ["1e3", "an exponent"],
    ["+1", "a plus sign"],
    ["01", "a leading zero"],
    ["00.10", "two leading zeros"],
    ["", "nothing"],
    ["-", "a sign alone"],
    ["--1", "two signs"],
    ["1.", "a point without digits behind it"],
    [".5", "a point without digits before it"],
    ["1,000.00", "a thousands separator"],
    [" 1", "a space"],
    ["1\n", "a line break"],
    ["¥1", "a currency sign"],
    ["0x10", "hexadecimal"],
    ["１", "a full-width digit"],
    ["NaN", "no number"],
    ["Infinity", "no finite number"],
  ])("%j is none: %s", (text) => {
    expect(parseMoney(text)).toEqual(err("NOT_MONEY"));
  });

  it("may be a trillion yuan, owed or owned, and not a fen more", () => {
    expect(parseMoney("1000000000000.00")).toEqual(ok(AMOUNT_MAX));
    expect(parseMoney("-1000000000000.00")).toEqual(ok(-AMOUNT_MAX));
    expect(parseMoney("1000000000000.01")).toEqual(err("NOT_MONEY"));
    expect(parseMoney("-1000000000000.01")).toEqual(err("NOT_MONEY"));
  });

  it("is written with two places", () => {
    expect(formatMoney(ZERO)).toBe("0.00");
    expect(formatMoney(fen(5n))).toBe("0.05");
    expect(formatMoney(fen(-5n))).toBe("-0.05");
    expect(formatMoney(fen(12_340n))).toBe("123.40");
    expect(formatMoney(fen(-12_345n))).toBe("-123.45");
  });

  it("survives being written and read", () => {
    fc.assert(
      fc.property(amount(), (a) => {
        expect(parseMoney(formatMoney(a))).toEqual(ok(a));
      }),
    );
  });

  it("adds up exactly, and nothing adds up to zero", () => {
    expect(addMoney()).toBe(ZERO);
    fc.assert(
      fc.property(amount(), amount(), (a, b) => {
        expect(addMoney(a, b, fen(-a))).toBe(b);
      }),
    );
  });
});

describe("a rounded quotient", () => {
  it.each([
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [4n, 3n, 1n],
    [-4n, 3n, -1n],
    [1n, 3n, 0n],
    [-1n, 3n, 0n],
    [0n, 7n, 0n],
  ])("of %s / %s is %s: half goes away from zero", (numerator, denominator, expected) => {
    expect(divideRounded(numerator, denominator)).toBe(expected);
  });

  it("is off by at most half, and by exactly half only away from zero", () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n }), (numerator, denominator) => {
        const surplus = (divideRounded(numerator, denominator) * denominator - numerator) * 2n;
        const awayFromZero = numerator < 0n ? -surplus : surplus;
        expect(awayFromZero > -denominator && awayFromZero <= denominator).toBe(true);
      }),
    );
  });

  it("treats debts as it treats claims", () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n }), (numerator, denominator) => {
        expect(divideRounded(-numerator, denominator)).toBe(-divideRounded(numerator, denominator));
      }),
    );
  });

  it("is not taken where the denominator is zero or negative", () => {
    expect(() => divideRounded(1n, 0n)).toThrow(RangeError);
    expect(() => divideRounded(1n, -2n)).toThrow(RangeError);
  });
});
