import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { creditCodeCheck, isCreditCode } from "../../services/field/credit-code.ts";

const VALID = "11100000000013338W";
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

const letters = (count: number) =>
  fc.array(fc.constantFrom(...ALPHABET), { minLength: count, maxLength: count }).map((all) => all.join(""));
const digits = (count: number) =>
  fc
    .array(fc.constantFrom(..."0123456789"), { minLength: count, maxLength: count })
    .map((all) => all.join(""));
const anyCode = () =>
  fc
    .tuple(letters(2), digits(6), letters(9))
    .map((parts) => parts.join(""))
    .map((first17) => first17 + creditCodeCheck(first17));

describe("a unified social credit code", () => {
  it.each([VALID, "11220000013544541J"])("%s is valid", (code) => {
    expect(isCreditCode(code)).toBe(true);
  });

  it("is valid with the check character of its first 17, and with no other", () => {
    fc.assert(
      fc.property(anyCode(), (code) => {
        const accepted = [...ALPHABET].filter((check) => isCreditCode(code.slice(0, 17) + check));
        expect(accepted).toEqual([code[17]]);
      }),
    );
  });

  it("is refused with any one character mistyped", () => {
    fc.assert(
      fc.property(anyCode(), fc.nat({ max: 17 }), fc.constantFrom(...ALPHABET), (code, at, typed) => {
        fc.pre(code[at] !== typed);
        expect(isCreditCode(code.slice(0, at) + typed + code.slice(at + 1))).toBe(false);
      }),
    );
  });

  it("is refused with two different neighbours swapped", () => {
    fc.assert(
      fc.property(anyCode(), fc.nat({ max: 16 }), (code, at) => {
        const [left, right] = [code.charAt(at), code.charAt(at + 1)];
        fc.pre(left !== right);
        expect(isCreditCode(code.slice(0, at) + right + left + code.slice(at + 2))).toBe(false);
      }),
    );
  });

  it.each(["I", "O", "S", "V", "Z"])(
    "never holds the letter %s, which is mistaken for another character",
    (letter) => {
      for (let at = 0; at < 18; at++) {
        expect(isCreditCode(VALID.slice(0, at) + letter + VALID.slice(at + 1))).toBe(false);
      }
    },
  );

  it.each([
    ["", "nothing"],
    [VALID.slice(0, 17), "17 characters"],
    [`${VALID}0`, "19 characters"],
    [VALID.toLowerCase(), "lower case"],
    [` ${VALID}`, "a space"],
    [`${VALID}\n`, "a line break"],
    ["1110000000-013338W", "a hyphen"],
  ])("is not %j: %s", (text) => {
    expect(isCreditCode(text)).toBe(false);
  });
});
