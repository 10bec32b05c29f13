import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  documentOf,
  identityCheck,
  identityNumber,
  isIdentityNumber,
  maskIdNumber,
  problemOf,
} from "../../services/field/identity-document.ts";
import { addDays, date, LAST_DAY } from "../../services/kernel/civil-date.ts";

const VALID = "11010519491231002X";
const CHECKS = "0123456789X";
const TODAY = date("2026-03-02");
const isNumber = (text: string): boolean => isIdentityNumber(text, LAST_DAY);

/**
 * Numbers that others have published, and where; none is made by this code. Together they have another digit than 0 in
 * each of the 17 places, so that a wrong weight of any place shows.
 */
const PUBLISHED = [
  ["GB 11643-1999, annex A: a woman of Chaoyang, Beijing", VALID],
  ["GB 11643-1999, annex A: a man of Chaoyang, Guangdong, born in 1880", "440524188001010014"],
  ["the documentation of Hutool's IdcardUtil", "321083197812162119"],
  ["the documentation of python-stdnum's cn.ric", "360426199101010071"],
  ["the specimen of the residence permit for people of Hong Kong and Macao", "810000199408230021"],
  ["the widespread example of how the check character is computed", "34052419800101001X"],
  ["the documentation of the crate china_identification_card", "110101202311012176"],
] as const;

/** ISO 7064's recursive method for pure systems, MOD 11-2: another way than weights. */
function recursiveCheck(first17: string): string {
  const product = [...first17].reduce((before, digit) => ((before + Number(digit)) * 2) % 11, 0);
  return CHECKS.charAt((12 - product) % 11);
}

const withCheck = (first17: string): string => first17 + recursiveCheck(first17);
const day = () => fc.integer({ min: 0, max: 45_000 }).map((days) => Date.UTC(1900, 0, 1) + days * 86_400_000);
const anyNumber = () =>
  fc
    .tuple(fc.constantFrom("110105", "310101", "440305", "659001", "810000"), day(), fc.nat({ max: 999 }))
    .map(([region, born, sequence]) => {
      const date = new Date(born).toISOString().slice(0, 10).replaceAll("-", "");
      return withCheck(region + date + String(sequence).padStart(3, "0"));
    });

describe("a citizen identity number", () => {
  it.each(PUBLISHED)("has the check character that is published in %s", (_, number) => {
    expect(identityCheck(number.slice(0, 17))).toBe(number[17]);
    // Nobody who was born before 1900 is alive.
    expect(isNumber(number)).toBe(number.slice(6, 10) >= "1900");
  });

  it.each(Array.from({ length: 17 }, (_, i) => i))(
    "has a weight at index %i: what is published there is no 0, and any other digit another check character",
    (at) => {
      const telling = PUBLISHED.map(([, number]) => number).filter((number) => number[at] !== "0");
      expect(telling.length).toBeGreaterThan(0);
      const weight = 2 ** (17 - at) % 11;
      for (let digit = 0; digit <= 9; digit += 1) {
        const alone = `${"0".repeat(at)}${digit}${"0".repeat(16 - at)}`;
        expect(identityCheck(alone)).toBe(CHECKS.charAt((12 - ((weight * digit) % 11)) % 11));
      }
    },
  );

  it("is valid with the check character of its first 17, and with no other", () => {
    fc.assert(
      fc.property(anyNumber(), (number) => {
        const accepted = [...CHECKS].filter((check) => isNumber(number.slice(0, 17) + check));
        expect(accepted).toEqual([number[17]]);
      }),
    );
  });

  it("is refused with any one digit mistyped", () => {
    fc.assert(
      fc.property(anyNumber(), fc.nat({ max: 16 }), fc.nat({ max: 9 }), (number, at, typed) => {
        fc.pre(number[at] !== String(typed));
        expect(isNumber(number.slice(0, at) + typed + number.slice(at + 1))).toBe(false);
      }),
    );
  });

  it("is refused with two different neighbours swapped", () => {
    fc.assert(
      fc.property(anyNumber(), fc.nat({ max: 16 }), (number, at) => {
        const [left, right] = [number.charAt(at), number.charAt(at + 1)];
        fc.pre(left !== right);
        expect(isNumber(number.slice(0, at) + right + left + number.slice(at + 2))).toBe(false);
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
    expect(isNumber(withCheck(`110105${born}002`))).toBe(false);
  });

  it.each(["00", "10", "16", "83", "89"])(
    "is refused where no province is %s, check character or not",
    (province) => {
      expect(isNumber(withCheck(`${province}010519491231002`))).toBe(false);
    },
  );

  it("stays valid when its county has since been dissolved", () => {
    expect(isNumber(withCheck("11010319800101001"))).toBe(true);
  });

  it.each([
    ["", "nothing"],
    ["110105491231002", "the 15 digits of before 1999"],
    [`${VALID}0`, "19 characters"],
    ["3210831978121621190", "a valid number and one digit more"],
    ["0321083197812162119", "one digit, and a valid number"],
    [VALID.toLowerCase(), "a small x"],
    [` ${VALID}`, "a space"],
    [`${VALID}\n`, "a line break"],
    ["1101051949123100X2", "X before the end"],
    ["１1010519491231002X", "a full-width digit"],
  ])("is not %j: %s", (text) => {
    expect(isNumber(text)).toBe(false);
  });

  it("is shown without the birth date", () => {
    expect(maskIdNumber(identityNumber(VALID, TODAY))).toBe("110105********002X");
  });
});

/** Of each kind, as others have published them, or as its notice describes them. */
const DOCUMENTS = [
  ["a citizen, woman", VALID, "CITIZEN_ID", "1949-12-31", "FEMALE"],
  ["a citizen, man", "321083197812162119", "CITIZEN_ID", "1978-12-16", "MALE"],
  ["Hong Kong", "810000199408230021", "HK_MACAO_TAIWAN_RESIDENCE_PERMIT", "1994-08-23", "FEMALE"],
  ["Macao", withCheck("82000019881010005"), "HK_MACAO_TAIWAN_RESIDENCE_PERMIT", "1988-10-10", "MALE"],
  ["Taiwan", "830000199201300022", "HK_MACAO_TAIWAN_RESIDENCE_PERMIT", "1992-01-30", "FEMALE"],
  [
    "a foreigner, the card of 2023",
    "932682198501010017",
    "FOREIGNER_PERMANENT_RESIDENCE",
    undefined,
    undefined,
  ],
  [
    "a foreigner, the card of 2023, another",
    "911124198108030024",
    "FOREIGNER_PERMANENT_RESIDENCE",
    undefined,
    undefined,
  ],
  [
    "a foreigner whose number has no day in it",
    withCheck("91115699999999999"),
    "FOREIGNER_PERMANENT_RESIDENCE",
    undefined,
    undefined,
  ],
  [
    "a foreigner, the card of before",
    "CAN110078010105",
    "FOREIGNER_PERMANENT_RESIDENCE",
    undefined,
    undefined,
  ],
] as const;

describe("an identity document", () => {
  it.each(DOCUMENTS)("is known by its number: %s", (_, number, kind, born, sex) => {
    expect(problemOf(number, TODAY)).toBeUndefined();
    expect(documentOf(identityNumber(number, TODAY))).toEqual({ kind, born, sex });
  });

  it.each([
    ["", "LENGTH"],
    ["110105491231002", "LENGTH"],
    ["11010519491231002", "LENGTH"],
    ["H12345678", "LENGTH"],
    ["CAN11007801010", "LENGTH"],
    ["CAN1100780101055", "LENGTH"],
    [VALID.toLowerCase(), "CHARACTERS"],
    ["X1010519491231002X", "CHARACTERS"],
    ["can110078010105", "CHARACTERS"],
    ["CAN11007801010X", "CHARACTERS"],
    ["CAND10078010105", "CHARACTERS"],
    [withCheck("00010519491231002"), "REGION"],
    [withCheck("81000119940823002"), "REGION"],
    [withCheck("82010019940823002"), "REGION"],
    [withCheck("83000219940823002"), "REGION"],
    [withCheck("84000019940823002"), "REGION"],
    [withCheck("11010519490230002"), "DATE"],
    [withCheck("81000018991231002"), "DATE"],
    [withCheck("83000019941301002"), "DATE"],
    [withCheck("11010520260303002"), "BORN_LATER"],
    [withCheck("81000021990101002"), "BORN_LATER"],
    ["110105194912310021", "CHECK"],
    ["810000199408230022", "CHECK"],
    ["932682198501010018", "CHECK"],
  ] as const)("is refused by what is wrong with it: %s, %s", (number, problem) => {
    expect(problemOf(number, TODAY)).toBe(problem);
  });

  it("is nobody's before the day of birth, and somebody's from that day on", () => {
    fc.assert(
      fc.property(anyNumber(), (number) => {
        const { born } = documentOf(identityNumber(number, LAST_DAY));
        if (!born) throw new Error("such a number tells the day");
        expect(problemOf(number, born)).toBeUndefined();
        expect(problemOf(number, addDays(born, -1))).toBe("BORN_LATER");
      }),
    );
  });

  it("of a foreigner is known by a 9 and its check character, whatever stands between", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{16}$/), (between) => {
        const number = withCheck(`9${between}`);
        const accepted = [...CHECKS].filter((check) => isNumber(number.slice(0, 17) + check));
        expect(accepted).toEqual([number[17]]);
        expect(documentOf(identityNumber(number, TODAY)).born).toBeUndefined();
      }),
    );
  });

  it("of an old card is shown by its country and its end", () => {
    expect(maskIdNumber(identityNumber("CAN110078010105", TODAY))).toBe("CAN**********05");
  });
});
