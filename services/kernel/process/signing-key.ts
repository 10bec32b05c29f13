import { createECDH, createPrivateKey, sign } from "node:crypto";

/** A key pair on P-256, for what others verify offline. */
export type SigningKey = {
  /** Uncompressed: 65 bytes. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
  /** ECDSA with SHA-256, as r and s: 64 bytes. */
  readonly sign: (message: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;
};

/** More than the order of the curve has, so that its remainder favours no key (FIPS 186-5, A.2.1). */
export const SEED_BYTES = 48;
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const SCALAR_DIGITS = 64;

/** The same seed makes the same key: it is kept nowhere but in what the seed comes from. */
export function signingKeyOf(seed: Buffer): SigningKey {
  if (seed.length !== SEED_BYTES) throw new RangeError(`a seed has ${SEED_BYTES} bytes`);
  const scalar = (BigInt(`0x${seed.toString("hex")}`) % (ORDER - 1n)) + 1n;
  const d = Buffer.from(scalar.toString(16).padStart(SCALAR_DIGITS, "0"), "hex");
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(d);
  const point = pair.getPublicKey();
  const [x, y] = [point.subarray(1, 33), point.subarray(33)];
  const key = createPrivateKey({
    format: "jwk",
    key: {
      kty: "EC",
      crv: "P-256",
      x: x.toString("base64url"),
      y: y.toString("base64url"),
      d: d.toString("base64url"),
    },
  });
  return {
    publicKey: new Uint8Array(point),
    sign: (message) => new Uint8Array(sign("sha256", message, { key, dsaEncoding: "ieee-p1363" })),
  };
}
