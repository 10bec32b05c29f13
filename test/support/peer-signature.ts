import { createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from "node:crypto";

/**
 * Signatures as docs/payment-gateway.md describes them, and other protocols have them too, written out with nothing but
 * node:crypto: what the platform does through a library has to agree with what somebody else builds from the document.
 */
export type PeerKey = { readonly kid: string; readonly privateKey: KeyObject };

export type SignatureHeader = Readonly<Record<string, unknown>>;

export function newKey(kid: string): PeerKey {
  return { kid, privateKey: generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey };
}

export const privateJwk = ({ kid, privateKey }: PeerKey) => ({
  ...privateKey.export({ format: "jwk" }),
  kid,
  alg: "ES256",
});

export const publicJwk = ({ kid, privateKey }: PeerKey) => ({
  ...createPublicKey(privateKey).export({ format: "jwk" }),
  kid,
  alg: "ES256",
});

const base64url = (text: string): string => Buffer.from(text).toString("base64url");

export function detachedSignature(
  { kid, privateKey }: PeerKey,
  header: SignatureHeader,
  body: string,
): string {
  const whole = { alg: "ES256", kid, b64: false, crit: ["b64"], ...header };
  const protectedHeader = base64url(JSON.stringify(whole));
  const input = Buffer.from(`${protectedHeader}.${body}`);
  const signature = sign("sha256", input, { key: privateKey, dsaEncoding: "ieee-p1363" });
  return `${protectedHeader}..${signature.toString("base64url")}`;
}

/** The header of a signature that holds for this body; undefined for any other. */
export function openSignature(
  keys: readonly PeerKey[],
  detached: string,
  body: string,
): SignatureHeader | undefined {
  const [protectedHeader = "", payload, signature = ""] = detached.split(".");
  if (payload !== "") return undefined;
  const header: SignatureHeader = JSON.parse(Buffer.from(protectedHeader, "base64url").toString("utf8"));
  const key = keys.find(({ kid }) => kid === header["kid"]);
  if (!key || header["alg"] !== "ES256" || header["b64"] !== false) return undefined;
  const input = Buffer.from(`${protectedHeader}.${body}`);
  const publicKey = { key: createPublicKey(key.privateKey), dsaEncoding: "ieee-p1363" } as const;
  return verify("sha256", input, publicKey, Buffer.from(signature, "base64url")) ? header : undefined;
}
