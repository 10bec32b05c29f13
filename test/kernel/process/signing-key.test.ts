import { describe, expect, it } from "vitest";
import { ES256 } from "../../../services/convenience/transit/ride-codes/es256.ts";
import { SEED_BYTES, signingKeyOf } from "../../../services/kernel/process/signing-key.ts";

describe("a key made from a seed", () => {
  const message = new TextEncoder().encode("a message");

  it.each([0, 1, 127, 255])(
    "is the same each time, and signs what others verify (seed of %i)",
    async (byte) => {
      const seed = Buffer.alloc(SEED_BYTES, byte);
      const [key, again] = [signingKeyOf(seed), signingKeyOf(seed)];
      expect(again.publicKey).toEqual(key.publicKey);
      expect(await ES256.verify(key.publicKey, message, again.sign(message))).toBe(true);
    },
  );

  it("is another one for another seed", async () => {
    const [one, other] = [
      signingKeyOf(Buffer.alloc(SEED_BYTES, 1)),
      signingKeyOf(Buffer.alloc(SEED_BYTES, 2)),
    ];
    expect(await ES256.verify(one.publicKey, message, other.sign(message))).toBe(false);
    expect(() => signingKeyOf(Buffer.alloc(8))).toThrow(RangeError);
  });
});
