import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CitizenIdNumber,
  citizenIdCheck,
  isCitizenIdNumber,
  maskIdNumber,
} from "../../services/field/citizen-id-number.ts";

const VALID = "11010519491231002X";
const CHECKS = "0123456789X";

const withCheck = (first17: string): string => first17 + citizenIdCheck(first17);
const day = () => fc.integer({ min: 0, max: 45_000 }).map((days) => Date.UTC(1900, 0, 1) + days * 86_400_000);
const anyNumber = () =>
  fc
    .tuple(fc.constantFrom("110105", "310101", "440305", "659001", "810000"), day(), fc.nat({ max: 999 }))
    .map(([region, born, sequence]) => {
      const date = new Date(born).toISOString().slice(0, 10).replaceAll("-", "");
      return withCheck(region + date + String(sequence).padStart(3, "0"));
    });

describe("a citizen identity number", () => {
  it("is valid as the standard's example has it", () => {
    expect(isCitizenIdNumber(VALID)).toBe(true);
    expect(citizenIdCheck(VALID.slice(0, 17))).toBe("X");
  });

  it("is valid with the check character of its first 17, and with no other", () => {
    fc.assert(
      fc.property(anyNumber(), (number) => {
        const accepted = [...CHECKS].filter((check) => isCitizenIdNumber(number.slice(0, 17) + check));
        expect(accepted).toEqual([number[17]]);
      }),
    );
  });

  it("is refused with any one digit mistyped", () => {
    fc.assert(
      fc.property(anyNumber(), fc.nat({ max: 16 }), fc.nat({ max: 9 }), (number, at, typed) => {
        fc.pre(number[at] !== String(typed));
        expect(isCitizenIdNumber(number.slice(0, at) + typed + number.slice(at + 1))).toBe(false);
      }),
    );
  });

  it("is refused with two different neighbours swapped", () => {
    fc.assert(
      fc.property(anyNumber(), fc.nat({ max: 16 }), (number, at) => {
        const [left, right] = [number.charAt(at), number.charAt(at + 1)];
        fc.pre(left !== right);
        expect(isCitizenIdNumber(number.slice(0, at) + right + left + number.slice(at + 2))).toBe(false);
      }),
    );
  });

  it.each([
    ["19490230", "30 February"],
    ["19490229", "29 February in a common year"],
    ["19491301", "month 13"],
    ["19490100", "day 0"],
    ["18991231", "before 1900"],
  ])("is refused with a birth date that cannot be, check character or not: %s, %s", (born) => {
    expect(isCitizenIdNumber(withCheck(`110105${born}002`))).toBe(false);
  });

  it.each(["00", "10", "16", "83", "99"])(
    "is refused where no province is %s, check character or not",
    (province) => {
      expect(isCitizenIdNumber(withCheck(`${province}010519491231002`))).toBe(false);
    },
  );

  it("stays valid when its county has since been dissolved", () => {
    expect(isCitizenIdNumber(withCheck("11010319800101001"))).toBe(true);
  });

  it.each([
    ["", "nothing"],
    ["110105491231002", "the 15 digits of before 1999"],
    [`${VALID}0`, "19 characters"],
    [VALID.toLowerCase(), "a small x"],
    [` ${VALID}`, "a space"],
    [`${VALID}\n`, "a line break"],
    ["1101051949123100X2", "X before the end"],
    ["１1010519491231002X", "a full-width digit"],
  ])("is not %j: %s", (text) => {
    expect(isCitizenIdNumber(text)).toBe(false);
  });

  it("is shown without the birth date", () => {
    expect(maskIdNumber(VALID as CitizenIdNumber)).toBe("110105********002X");
  });
});
