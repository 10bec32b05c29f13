import { generateKeyPairSync, sign, verify } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rawSignature } from "../../../../services/government/licences/issuer-keys/ecdsa-signature.ts";

const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });

/** A number as DER has it, of 32 bytes at most. */
function integer(digits: Uint8Array): readonly number[] {
  const start = digits.findIndex((byte) => byte !== 0);
  const short = start < 0 ? [0] : [...digits.subarray(start)];
  const body = (short[0] ?? 0) >= 0x80 ? [0, ...short] : short;
  return [0x02, body.length, ...body];
}
const sequence = (r: readonly number[], s: readonly number[]) =>
  Uint8Array.from([0x30, r.length + s.length, ...r, ...s]);

/** Zeros in front are what goes wrong, and are rare. */
const numbers = fc
  .tuple(fc.nat(32), fc.uint8Array({ minLength: 32, maxLength: 32 }))
  .map(([zeros, bytes]) => bytes.map((byte, i) => (i < zeros ? 0 : byte)));

describe("a signature of KMS", () => {
  it("is r and s, whatever their size", () => {
    fc.assert(
      fc.property(numbers, numbers, (r, s) => {
        expect(rawSignature(sequence(integer(r), integer(s)))).toEqual(Uint8Array.from([...r, ...s]));
      }),
    );
  });

  it("verifies as JOSE writes it, where it verified in DER", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (message) => {
        const raw = rawSignature(sign("sha256", message, privateKey));
        const key = { key: publicKey, dsaEncoding: "ieee-p1363" } as const;
        expect(verify("sha256", message, key, raw)).toBe(true);
      }),
    );
  });

  it("is never taken from bytes that are none: whatever is taken is written so, and not otherwise", () => {
    const near = fc
      .tuple(numbers, numbers, fc.nat(71), fc.integer({ min: 0, max: 255 }), fc.nat(3))
      .map(([r, s, at, byte, more]) => {
        const der = [...sequence(integer(r), integer(s)), ...Array.from({ length: more }, () => 0)];
        return Uint8Array.from(der.map((was, i) => (i === at ? byte : was)));
      });
    fc.assert(
      fc.property(fc.oneof(near, fc.uint8Array()), (bytes) => {
        let raw: Uint8Array;
        try {
          raw = rawSignature(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          return;
        }
        expect(sequence(integer(raw.subarray(0, 32)), integer(raw.subarray(32)))).toEqual(bytes);
      }),
      { numRuns: 2_000 },
    );
  });
});
