import { describe, expect, it } from "vitest";
import {
  type IdentityNumber,
  identityCheck,
  identityNumber,
} from "../../../services/field/identity-document.ts";
import { hasReachedAge, retirementDays } from "../../../services/government/housing-fund/retirement-age.ts";
import { date } from "../../../services/kernel/civil-date.ts";

function born(day: string, sex: "man" | "woman"): IdentityNumber {
  const first17 = `110105${day.replaceAll("-", "")}${sex === "man" ? "001" : "002"}`;
  return `${first17}${identityCheck(first17)}` as IdentityNumber;
}

// Rows of the table that the Decision of 2024-09-13 was published with: month of birth and of retirement.
describe("the statutory retirement age, by the table of the Decision of 2024-09-13", () => {
  it.each([
    ["1964-12-31", "2024-12-31"],
    ["1965-01-15", "2025-02-15"],
    ["1965-04-15", "2025-05-15"],
    ["1965-05-15", "2025-07-15"],
    ["1966-12-15", "2027-06-15"],
    ["1972-12-15", "2034-12-15"],
    ["1976-08-15", "2039-07-15"],
    ["1976-09-15", "2039-09-15"],
    ["1976-12-15", "2039-12-15"],
    ["1990-06-15", "2053-06-15"],
  ])("of a man born on %s is reached on %s", (birth, day) => {
    expect(retirementDays(born(birth, "man"))).toEqual({ earliest: day, latest: day });
  });

  it.each([
    ["1969-12-15", "2024-12-15"],
    ["1970-01-15", "2025-02-15"],
    ["1970-05-15", "2025-07-15"],
    ["1981-08-15", "2039-07-15"],
    ["1981-09-15", "2039-09-15"],
    ["1990-06-15", "2048-06-15"],
  ])("of a woman born on %s whose age was 55 is reached on %s", (birth, day) => {
    expect(retirementDays(born(birth, "woman"))?.latest).toBe(day);
  });

  it.each([
    ["1974-12-15", "2024-12-15"],
    ["1975-01-15", "2025-02-15"],
    ["1975-02-15", "2025-03-15"],
    ["1975-03-15", "2025-05-15"],
    ["1984-10-15", "2039-09-15"],
    ["1984-11-15", "2039-11-15"],
    ["1990-06-15", "2045-06-15"],
  ])("of a woman born on %s whose age was 50 is reached on %s", (birth, day) => {
    expect(retirementDays(born(birth, "woman"))?.earliest).toBe(day);
  });

  it("is reached on its day, and not on the day before", () => {
    const man = born("1965-02-28", "man");
    expect(hasReachedAge(man, date("2025-03-27"))).toBe(false);
    expect(hasReachedAge(man, date("2025-03-28"))).toBe(true);
  });

  it("of a woman between the two ages is for a person to tell", () => {
    const woman = born("1975-01-15", "woman");
    expect(hasReachedAge(woman, date("2025-02-14"))).toBe(false);
    expect(hasReachedAge(woman, date("2025-02-15"))).toBeUndefined();
    expect(hasReachedAge(woman, date("2031-05-14"))).toBeUndefined();
    expect(hasReachedAge(woman, date("2031-05-15"))).toBe(true);
  });
});

describe("somebody whose number tells neither birth nor sex", () => {
  it.each(["932682198501010017", "911124198108030024", "CAN110078010105"])(
    "is left to a person, whatever day it is: %s",
    (number) => {
      const foreigner = identityNumber(number, date("2026-03-02"));
      expect(retirementDays(foreigner)).toBeUndefined();
      for (const day of ["2026-03-02", "2099-01-01"])
        expect(hasReachedAge(foreigner, date(day))).toBeUndefined();
    },
  );

  it("is no citizen, nor a resident of Taiwan, who reach it by the same table", () => {
    const taiwanese = identityNumber(
      `83000019500615001${identityCheck("83000019500615001")}`,
      date("2026-03-02"),
    );
    expect(hasReachedAge(taiwanese, date("2026-03-02"))).toBe(true);
  });
});
