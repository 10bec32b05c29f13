import { createPrivateKey, type JsonWebKey, type KeyObject } from "node:crypto";
import { createLocalJWKSet, type JSONWebKeySet } from "jose";

/** What a payment gateway gave the platform, and what the platform gave it. One of its own for test and for live. */
export type HostedSettings = {
  /** The gateway's address without a path: "https://pay.example.cn". */
  readonly origin: string;
  readonly merchantId: string;
  /** The platform's key, an ECDSA P-256 one, by which the gateway knows its requests, and the key's id there. */
  readonly key: KeyObject;
  readonly keyId: string;
  /** The gateway's public keys, by key id. */
  readonly gatewayKeys: ReturnType<typeof createLocalJWKSet>;
};

const LOOPBACK: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Reads the settings from the JSON of a secret: `{ origin, merchantId, key: JWK, gatewayKeys: JWKS }`. Throws one line
 * that names what is missing or wrong, and never shows it.
 */
export function readHostedSettings(text: string): HostedSettings {
  const { origin, merchantId, key, gatewayKeys } = fieldsOf(text);
  const problems: string[] = [];
  const url = typeof origin === "string" && URL.canParse(origin) ? new URL(origin) : undefined;
  if (!url || url.origin !== origin) problems.push("origin is no address without a path");
  else if (url.protocol !== "https:" && !LOOPBACK.includes(url.hostname))
    problems.push("origin is not https");
  if (typeof merchantId !== "string" || merchantId === "") problems.push("merchantId is no text");
  const own = isObject(key) ? ownKey(key) : undefined;
  if (!own) problems.push("key is no private P-256 key with a kid");
  const theirs = isKeySet(gatewayKeys) ? gatewayKeys : undefined;
  if (!theirs) problems.push("gatewayKeys is no set of public keys with kids");
  if (!url || typeof merchantId !== "string" || !own || !theirs || problems.length > 0)
    throw new Error(`settings of the payment gateway: ${problems.join("; ")}`);
  return { origin: url.origin, merchantId, ...own, gatewayKeys: createLocalJWKSet(theirs) };
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === "object" && value !== null;

function fieldsOf(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    // JSON's own message shows a part of the text, which is a secret.
    throw new Error("settings of the payment gateway: no JSON");
  }
}

function ownKey(jwk: Fields): Pick<HostedSettings, "key" | "keyId"> | undefined {
  const { kid, kty, crv, x, y, d } = jwk;
  if (typeof kid !== "string" || kid === "") return undefined;
  if (kty !== "EC" || crv !== "P-256") return undefined;
  if (typeof x !== "string" || typeof y !== "string" || typeof d !== "string") return undefined;
  const privateJwk: JsonWebKey = { kty, crv, x, y, d };
  try {
    return { key: createPrivateKey({ key: privateJwk, format: "jwk" }), keyId: kid };
  } catch {
    return undefined;
  }
}

function isKeySet(value: unknown): value is JSONWebKeySet {
  if (!isObject(value) || !Array.isArray(value["keys"]) || value["keys"].length === 0) return false;
  return value["keys"].every(
    (key: unknown) =>
      isObject(key) &&
      typeof key["kid"] === "string" &&
      key["kty"] === "EC" &&
      key["crv"] === "P-256" &&
      key["d"] === undefined,
  );
}
