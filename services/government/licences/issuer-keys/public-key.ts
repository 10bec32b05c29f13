import { createPublicKey, hash, type JsonWebKey, verify } from "node:crypto";

/** A point of P-256 as a JSON Web Key has it (RFC 7517); x and y are 32 bytes each as base64url. */
export type PublicKey = {
  readonly kty: "EC";
  readonly crv: "P-256";
  readonly x: string;
  readonly y: string;
};

const COORDINATE = /^[\w-]{43}$/;

/** A key of P-256 as it is written down; undefined for any other. */
function p256Key({ kty, crv, x = "", y = "" }: JsonWebKey): PublicKey | undefined {
  if (kty !== "EC" || crv !== "P-256" || !COORDINATE.test(x) || !COORDINATE.test(y)) return undefined;
  return { kty, crv, x, y };
}

/** The same from a SubjectPublicKeyInfo in DER (RFC 5280), as KMS answers with; undefined for any other. */
export function p256KeyOfSpki(der: Buffer): PublicKey | undefined {
  try {
    return p256Key(createPublicKey({ key: der, format: "der", type: "spki" }).export({ format: "jwk" }));
  } catch {
    // Bytes that are no key have signed nothing.
    return undefined;
  }
}

/** The same from a point, uncompressed: 65 bytes. */
export const p256KeyOfPoint = (point: Uint8Array): PublicKey => ({
  ...{ kty: "EC", crv: "P-256" },
  x: Buffer.from(point.subarray(1, 33)).toString("base64url"),
  y: Buffer.from(point.subarray(33)).toString("base64url"),
});

/** The thumbprint (RFC 7638): SHA-256 of the members that make the key, in the order of their names. */
export const keyIdOf = ({ crv, kty, x, y }: PublicKey): string =>
  hash("sha256", JSON.stringify({ crv, kty, x, y }), "base64url");

/** Whether a key has signed these bytes; the signature as r and s. */
export const hasSigned = (
  { kty, crv, x, y }: PublicKey,
  message: Uint8Array,
  signature: Uint8Array,
): boolean =>
  verify(
    "sha256",
    message,
    { key: createPublicKey({ key: { kty, crv, x, y }, format: "jwk" }), dsaEncoding: "ieee-p1363" },
    signature,
  );
