import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import type { Mode } from "../../../kernel/actor.ts";

/** What a payment gateway gave the platform, and what the platform gave it. One of its own for test and for live. */
export type HostedSettings = {
  /** The gateway's address without a path: "https://pay.example.cn". */
  readonly origin: string;
  readonly merchantId: string;
  /** The platform's key, an ECDSA P-256 one, by which the gateway knows its requests, and the key's id there. */
  readonly key: KeyObject;
  readonly keyId: string;
  /** The gateway's public keys, by key id. */
  readonly gatewayKeys: ReadonlyMap<string, KeyObject>;
};

const LOOPBACK: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

/** The gateways that a deployment has; none where nothing is to be paid through one. */
export type GatewaySettings = Readonly<Partial<Record<Mode, HostedSettings>>>;

/**
 * Reads the JSON of the secret: `{ live: settings, test: settings }`, either of which may be left out. Throws one line
 * that names what is missing or wrong, and never shows it.
 */
export function readGatewaySettings(text: string): GatewaySettings {
  const { live, test, ...others } = fieldsOf(text);
  // Settings without a mode around them are not to be passed over as if there were none.
  if (Object.keys(others).length > 0)
    throw new Error("settings of the payment gateway: only live and test can stand there");
  return {
    ...(live === undefined ? {} : { live: hostedSettings(live) }),
    ...(test === undefined ? {} : { test: hostedSettings(test) }),
  };
}

/** Of one gateway: `{ origin, merchantId, key: JWK, gatewayKeys: JWKS }`. */
function hostedSettings(fields: unknown): HostedSettings {
  const { origin, merchantId, key, gatewayKeys } = isObject(fields) ? fields : {};
  const problems: string[] = [];
  const url = typeof origin === "string" && URL.canParse(origin) ? new URL(origin) : undefined;
  if (!url || url.origin !== origin) problems.push("origin is no address without a path");
  else if (url.protocol !== "https:" && !LOOPBACK.includes(url.hostname))
    problems.push("origin is not https");
  if (typeof merchantId !== "string" || merchantId === "") problems.push("merchantId is no text");
  const own = isObject(key) ? ownKey(key) : undefined;
  if (!own) problems.push("key is no private P-256 key with a kid");
  const theirs = isObject(gatewayKeys) ? keySet(gatewayKeys["keys"]) : undefined;
  if (!theirs) problems.push("gatewayKeys is no set of public keys with kids");
  if (!url || typeof merchantId !== "string" || !own || !theirs || problems.length > 0)
    throw new Error(`settings of the payment gateway: ${problems.join("; ")}`);
  return { origin: url.origin, merchantId, ...own, gatewayKeys: theirs };
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
  if (typeof kid !== "string" || kid === "" || kty !== "EC" || crv !== "P-256") return undefined;
  if (typeof x !== "string" || typeof y !== "string" || typeof d !== "string") return undefined;
  try {
    return { key: createPrivateKey({ key: { kty, crv, x, y, d }, format: "jwk" }), keyId: kid };
  } catch {
    return undefined;
  }
}

function keySet(keys: unknown): HostedSettings["gatewayKeys"] | undefined {
  if (!Array.isArray(keys) || keys.length === 0) return undefined;
  const found = new Map<string, KeyObject>();
  for (const jwk of keys) {
    const key = isObject(jwk) ? publicKey(jwk) : undefined;
    const kid: unknown = isObject(jwk) ? jwk["kid"] : undefined;
    if (!key || typeof kid !== "string" || kid === "" || found.has(kid)) return undefined;
    found.set(kid, key);
  }
  return found;
}

function publicKey({ kty, crv, x, y, d }: Fields): KeyObject | undefined {
  if (kty !== "EC" || crv !== "P-256" || typeof x !== "string" || typeof y !== "string") return undefined;
  // A private key of the gateway's would have no business here.
  if (d !== undefined) return undefined;
  try {
    return createPublicKey({ key: { kty, crv, x, y }, format: "jwk" });
  } catch {
    return undefined;
  }
}
