import type { Bytes, HolderSigner, PublicJwk, SignatureAlgorithm } from "./signing.ts";

const CURVE = { name: "ECDSA", namedCurve: "P-256" } as const;
const SIGNATURE = { name: "ECDSA", hash: "SHA-256" } as const;
const SIGNATURE_BYTES = 64;

type ImportedKey = Awaited<ReturnType<typeof importKey>>;

const importKey = ({ kty, crv, x, y }: PublicJwk) =>
  crypto.subtle.importKey("jwk", { kty, crv, x, y }, CURVE, false, ["verify"]);

/** A verifier keeps its issuers' keys, and a curve's point is checked once for each. */
const imported = new WeakMap<PublicJwk, Promise<ImportedKey>>();

function importedOnce(key: PublicJwk): Promise<ImportedKey> {
  const before = imported.get(key);
  if (before) return before;
  const made = importKey(key);
  imported.set(key, made);
  return made;
}

/** ECDSA on P-256 with SHA-256, signatures as r and s, by WebCrypto alone: for browsers, counters and Node. */
export const ES256: SignatureAlgorithm = {
  name: "ES256",
  verify: async (publicKey, message, signature) => {
    if (publicKey.crv !== CURVE.namedCurve || signature.length !== SIGNATURE_BYTES) return false;
    try {
      return await crypto.subtle.verify(SIGNATURE, await importedOnce(publicKey), signature, message);
    } catch {
      // Coordinates that are no point of the curve have signed nothing.
      return false;
    }
  },
};

/** A device's keys as WebCrypto has them. A browser keeps them over a reload, and shows the private one to no script. */
export type DeviceKeys = Awaited<ReturnType<typeof newDeviceKeys>>;

export const newDeviceKeys = () => crypto.subtle.generateKey(CURVE, false, ["sign", "verify"]);

/** Signs with keys that were made before. Throws for keys of another curve. */
export async function deviceSigner({ privateKey, publicKey }: DeviceKeys): Promise<HolderSigner> {
  const { crv, x, y } = await crypto.subtle.exportKey("jwk", publicKey);
  if (crv !== CURVE.namedCurve || x === undefined || y === undefined) throw new TypeError("no key of P-256");
  return {
    algorithm: "ES256",
    publicKey: { kty: "EC", crv, x, y },
    sign: async (message): Promise<Bytes> =>
      new Uint8Array(await crypto.subtle.sign(SIGNATURE, privateKey, message)),
  };
}
