import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import type { Mode } from "../actor.ts";
import { type Fields, isFields } from "../fields.ts";
import { settingsByMode, wrongSettings } from "../process/secret-settings.ts";

/** A protocol of signed calls: what both sides call things in it. */
export type Protocol = {
  /** Begins the name of its header, "payment-signature", and of what a message is signed as, "payment-request". */
  readonly name: string;
  /** The other side, as logs and faults call it: "payment gateway". */
  readonly peer: string;
  /** The platform's role for the other side, "merchant": so the signed claim is called, and with "Id" the setting. */
  readonly client: string;
  /** How the settings call the other side's public keys. */
  readonly peerKeys: string;
};

/** The settings that the other side and the platform gave each other. A set of its own for test and for live. */
export type Peer = {
  readonly protocol: Protocol;
  /** Its address without a path: "https://pay.example.cn". */
  readonly origin: string;
  /** The platform's name there. */
  readonly clientId: string;
  /** The platform's key, an ECDSA P-256 one, by which the other side knows its requests, and the key's id there. */
  readonly key: KeyObject;
  readonly keyId: string;
  /** The other side's public keys, by key id. */
  readonly peerKeys: ReadonlyMap<string, KeyObject>;
};

const LOOPBACK: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

/** The peers that a deployment calls by one protocol; nobody in a mode that is left out. */
export type Peers = Readonly<Partial<Record<Mode, Peer>>>;

/**
 * Reads the JSON of the secret: `{ live: settings, test: settings }`, either of which may be left out. Throws one line
 * that names what is missing or wrong, and never shows it.
 */
export function readPeers(text: string, protocol: Protocol): Peers {
  const { live, test } = settingsByMode(text, protocol.peer);
  return {
    ...(live === undefined ? {} : { live: peerOf(live, protocol) }),
    ...(test === undefined ? {} : { test: peerOf(test, protocol) }),
  };
}

/**
 * Of one: `{ origin, merchantId, key: JWK, gatewayKeys: JWKS }`, with the protocol's own names. Throws one line that names what is
 * missing or wrong.
 */
export function peerOf(settings: unknown, protocol: Protocol): Peer {
  const fields = isFields(settings) ? settings : {};
  const { origin, key } = fields;
  const [idName, keysName] = [`${protocol.client}Id`, protocol.peerKeys];
  const [clientId, keys] = [fields[idName], fields[keysName]];
  const problems: string[] = [];
  const url = typeof origin === "string" && URL.canParse(origin) ? new URL(origin) : undefined;
  if (!url || url.origin !== origin) problems.push("origin is no address without a path");
  else if (url.protocol !== "https:" && !LOOPBACK.includes(url.hostname))
    problems.push("origin is not https");
  if (typeof clientId !== "string" || clientId === "") problems.push(`${idName} is no text`);
  const own = isFields(key) ? ownKey(key) : undefined;
  if (!own) problems.push("key is no private P-256 key with a kid");
  const theirs = isFields(keys) ? keySet(keys["keys"]) : undefined;
  if (!theirs) problems.push(`${keysName} is no set of public keys with kids`);
  if (!url || typeof clientId !== "string" || !own || !theirs || problems.length > 0)
    throw wrongSettings(protocol.peer, problems.join("; "));
  return { protocol, origin: url.origin, clientId, ...own, peerKeys: theirs };
}

function ownKey(jwk: Fields): Pick<Peer, "key" | "keyId"> | undefined {
  const { kid, kty, crv, x, y, d } = jwk;
  if (typeof kid !== "string" || kid === "" || kty !== "EC" || crv !== "P-256") return undefined;
  if (typeof x !== "string" || typeof y !== "string" || typeof d !== "string") return undefined;
  try {
    return { key: createPrivateKey({ key: { kty, crv, x, y, d }, format: "jwk" }), keyId: kid };
  } catch {
    return undefined;
  }
}

function keySet(keys: unknown): Peer["peerKeys"] | undefined {
  if (!Array.isArray(keys) || keys.length === 0) return undefined;
  const found = new Map<string, KeyObject>();
  for (const jwk of keys) {
    const key = isFields(jwk) ? publicKey(jwk) : undefined;
    const kid: unknown = isFields(jwk) ? jwk["kid"] : undefined;
    if (!key || typeof kid !== "string" || kid === "" || found.has(kid)) return undefined;
    found.set(kid, key);
  }
  return found;
}

function publicKey({ kty, crv, x, y, d }: Fields): KeyObject | undefined {
  if (kty !== "EC" || crv !== "P-256" || typeof x !== "string" || typeof y !== "string") return undefined;
  // A private key of the other side's would have no business here.
  if (d !== undefined) return undefined;
  try {
    return createPublicKey({ key: { kty, crv, x, y }, format: "jwk" });
  } catch {
    return undefined;
  }
}
