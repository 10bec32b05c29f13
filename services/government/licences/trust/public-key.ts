/** A public key on a curve of 256 bits (JWK, RFC 7518, 6.2.1); of SM2 with the curve's name in RFC 8998's manner. */
export type PublicKey =
  | { readonly algorithm: "ES256"; readonly publicKey: Point<"P-256"> }
  | { readonly algorithm: "SM2"; readonly publicKey: Point<"SM2"> };

type Point<Curve extends string> = {
  readonly kty: "EC";
  readonly crv: Curve;
  /** Both 32 bytes, base64url. */
  readonly x: string;
  readonly y: string;
};

export const KEY_ALGORITHMS = ["ES256", "SM2"] as const;
export type KeyAlgorithm = (typeof KEY_ALGORITHMS)[number];

/** Of y² = x³ − 3x + b over a prime field: P-256 (FIPS 186-5, SP 800-186) and SM2 (GB/T 32918.5-2017). */
const CURVES = {
  ES256: {
    p: 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
  },
  SM2: {
    p: 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn,
    b: 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n,
  },
} as const;

const COORDINATE = /^[\w-]{43}$/;

/** The number that 32 bytes of base64url are; undefined for any other text, also for the same bytes written otherwise. */
function coordinate(text: unknown): bigint | undefined {
  if (typeof text !== "string" || !COORDINATE.test(text)) return undefined;
  const bytes = Buffer.from(text, "base64url");
  return bytes.toString("base64url") === text ? BigInt(`0x${bytes.toString("hex")}`) : undefined;
}

/**
 * A JWK as a public key of an algorithm; undefined where it is none: another curve, no point of the curve. Nothing but the
 * point is kept, and a JWK that holds a private key (`d`) is none: whoever sent it has given it away.
 */
export function readPublicKey(
  algorithm: KeyAlgorithm,
  jwk: Readonly<Record<string, unknown>>,
): PublicKey | undefined {
  const { kty, crv, x, y } = jwk;
  if (Object.hasOwn(jwk, "d") || kty !== "EC" || typeof x !== "string" || typeof y !== "string")
    return undefined;
  if (!isOnCurve(CURVES[algorithm], coordinate(x), coordinate(y))) return undefined;
  if (algorithm === "ES256")
    return crv === "P-256" ? { algorithm, publicKey: { kty, crv, x, y } } : undefined;
  return crv === "SM2" ? { algorithm, publicKey: { kty, crv, x, y } } : undefined;
}

function isOnCurve(
  { p, b }: { readonly p: bigint; readonly b: bigint },
  x: bigint | undefined,
  y: bigint | undefined,
): boolean {
  if (x === undefined || y === undefined || x >= p || y >= p) return false;
  return (y * y - (x * x * x - 3n * x + b)) % p === 0n;
}

export const isSameKey = (one: PublicKey, other: PublicKey): boolean =>
  one.algorithm === other.algorithm &&
  one.publicKey.x === other.publicKey.x &&
  one.publicKey.y === other.publicKey.y;
