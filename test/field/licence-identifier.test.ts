import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type IdentifiedLicence,
  isTypeCode,
  licenceIdentifier,
  readLicenceIdentifier,
} from "../../services/field/licence-identifier.ts";
import { newCreditCode } from "../support/made-up.ts";

const KNOWN = "1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430599.001.F";
const LETTERS = [..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

const licence: fc.Arbitrary<IdentifiedLicence> = fc.record({
  typeCode: fc.nat({ max: 999 }).map((n) => `${newCreditCode()}${String(n).padStart(3, "0")}`),
  issuer: fc.constant(0).map(() => newCreditCode()),
  serial: fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 40 }),
  version: fc.integer({ min: 1, max: 999 }),
});

describe("an electronic licence's identifier (GB/T 36904)", () => {
  it("is read into its parts, and written of them", () => {
    const parts = {
      ...{ typeCode: "11100000000013338W032", issuer: "11220000013544541J" },
      ...{ serial: "2430599", version: 1 },
    };
    expect(readLicenceIdentifier(KNOWN)).toEqual(parts);
    fc.assert(
      fc.property(licence, (one) => {
        expect(readLicenceIdentifier(licenceIdentifier(one))).toEqual(one);
      }),
    );
  });

  it("with any one wrong character is none", () => {
    const from = "1.2.156.3005.2.".length;
    fc.assert(
      fc.property(licence, fc.nat(), fc.constantFrom(...LETTERS), (one, at, other) => {
        const right = [...licenceIdentifier(one)];
        const i = from + (at % (right.length - from));
        fc.pre(right[i] !== "." && right[i] !== other);
        expect(readLicenceIdentifier(right.with(i, other).join(""))).toBeUndefined();
      }),
    );
  });

  it.each([
    ["of another object", KNOWN.replace("3005", "3006")],
    ["with a part too few", KNOWN.replace(".001", "")],
    ["with a part too many", `${KNOWN}.1`],
    ["of version 0", KNOWN.replace(".001.F", ".000.E")],
    ["in small letters", KNOWN.replace("13338W", "13338w")],
    ["of nothing", ""],
  ])("is none %s", (_, text) => {
    expect(readLicenceIdentifier(text)).toBeUndefined();
  });

  it("is not written of parts that are none", () => {
    const one = { typeCode: "1", issuer: newCreditCode(), serial: "1", version: 1 };
    expect(() => licenceIdentifier(one)).toThrow("identifies no licence");
    expect(isTypeCode("11100000000013339W032")).toBe(false);
  });
});
