import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { base32 } from "../../services/kernel/ids.ts";
import { readCopyCode } from "../../web/portal/copies/copy-address.ts";
import { shareDays } from "../../web/portal/copies/share-days.ts";
import { addDays } from "../../web/shared/format/dates.ts";
import { isCode } from "../../web/shared/format/secret-code.ts";

/** As the platform makes them: the first 26 letters of a secret in base 32. */
const CODE = fc.uint8Array({ minLength: 17, maxLength: 17 }).map((bytes) => base32(bytes).slice(0, 26));

describe("the code of a copy, as people hand it around", () => {
  it("reads the same in whatever groups and case, and as the address that holds it", () => {
    const space = fc.constantFrom("", " ", "\u3000", "\n", "\t");
    fc.assert(
      fc.property(
        CODE,
        fc.array(space, { minLength: 26, maxLength: 26 }),
        fc.boolean(),
        (code, spaces, isUpper) => {
          const written = [...code].map((letter, i) => `${letter}${spaces[i] ?? ""}`).join("");
          const typed = isUpper ? written.toUpperCase() : written;
          expect(readCopyCode(typed)).toBe(code);
          expect(readCopyCode(`https://city.example/copy#${code}`)).toBe(code);
          expect(isCode(code)).toBe(true);
        },
      ),
    );
  });

  it.each([
    ["nothing", ""],
    ["a letter too few", "0".repeat(25)],
    ["a letter too many", "0".repeat(27)],
    ["a letter that no code has", `${"0".repeat(25)}u`],
    ["an address without one", "https://city.example/copy"],
  ])("is not %s", (_, typed) => {
    expect(isCode(readCopyCode(typed))).toBe(false);
  });
});

describe("the last day of a copy", () => {
  const TODAY = "2026-11-30";

  it.each([
    ["of a licence without an end: the 30th day, of 90", null, "2026-12-29", "2027-02-27"],
    ["of a licence that ends later than both", "2030-01-01", "2026-12-29", "2027-02-27"],
    ["of one that ends between them", "2027-01-15", "2026-12-29", "2027-01-15"],
    ["of one that ends before both", "2026-12-05", "2026-12-05", "2026-12-05"],
    ["of one that ends today", TODAY, TODAY, TODAY],
  ])("%s", (_, validUntil, usual, last) => {
    expect(shareDays(TODAY, validUntil)).toEqual({ first: TODAY, usual, last });
  });

  it("is one of the days that are offered, and none is after the licence's own", () => {
    fc.assert(
      fc.property(fc.option(fc.nat(400)), (days) => {
        const validUntil = days === null ? null : addDays(TODAY, days);
        const { first, usual, last } = shareDays(TODAY, validUntil);
        expect(first <= usual && usual <= last).toBe(true);
        expect(validUntil === null || last <= validUntil).toBe(true);
      }),
    );
  });
});
