import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkCharacterOf, checkDigitOf } from "../../services/field/check-character.ts";

const ALPHABET = [..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const text = fc.array(fc.constantFrom(...ALPHABET), { minLength: 2, maxLength: 40 });

describe("the check character", () => {
  it("is that of a known e-licence (GB/T 36904)", () => {
    const known = ["11100000000013338W032", "11220000013544541J", "2430599", "001"].join("");
    expect(checkCharacterOf(known)).toBe("F");
  });

  it("finds every single wrong character", () => {
    const place = fc.tuple(text, fc.nat(), fc.integer({ min: 1, max: 35 }));
    fc.assert(
      fc.property(place, ([characters, at, by]) => {
        const i = at % characters.length;
        const other = ALPHABET[(ALPHABET.indexOf(characters[i] ?? "") + by) % ALPHABET.length] ?? "";
        expect(checkCharacterOf(characters.with(i, other).join(""))).not.toBe(
          checkCharacterOf(characters.join("")),
        );
      }),
    );
  });

  it("is made of digits and capital letters alone", () => {
    expect(() => checkCharacterOf("12a")).toThrow("a has no place");
  });
});

describe("the check digit", () => {
  const digits = fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 20 });

  it.each([
    ["of a food-business licence that has been granted: JY11105050876919", "1110505087691", "9"],
    ["of ISO/IEC 7064's own example: 0794 has 5", "0794", "5"],
  ])("is that %s", (_, known, check) => {
    expect(checkDigitOf(known)).toBe(check);
  });

  it("finds every single wrong digit", () => {
    fc.assert(
      fc.property(digits, fc.nat(), fc.integer({ min: 1, max: 9 }), (right, at, by) => {
        const i = at % right.length;
        const wrong = right.with(i, ((right[i] ?? 0) + by) % 10);
        expect(checkDigitOf(wrong.join(""))).not.toBe(checkDigitOf(right.join("")));
      }),
    );
  });

  it("is made of digits alone", () => {
    expect(() => checkDigitOf("12A")).toThrow("A is no digit");
  });
});
