import type { Bytes, SignatureAlgorithm, Signer } from "./ride-code.ts";

const CURVE = { name: "ECDSA", namedCurve: "P-256" } as const;
const SIGNATURE = { name: "ECDSA", hash: "SHA-256" } as const;

/** ECDSA on P-256 with SHA-256 (FIPS 186-5): public keys uncompressed, signatures as r and s. By WebCrypto alone. */
export const ES256: SignatureAlgorithm = {
  id: 1,
  publicKeyBytes: 65,
  signatureBytes: 64,
  verify: async (publicKey, message, signature) => {
    try {
      const key = await crypto.subtle.importKey("raw", publicKey, CURVE, false, ["verify"]);
      return await crypto.subtle.verify(SIGNATURE, key, signature, message);
    } catch {
      // Bytes that are no point of the curve have signed nothing.
      return false;
    }
  },
};

/** Whether these bytes are a public key. */
export async function isEs256Key(bytes: Bytes): Promise<boolean> {
  try {
    await crypto.subtle.importKey("raw", bytes, CURVE, false, ["verify"]);
    return true;
  } catch {
    return false;
  }
}

/** A phone's keys as WebCrypto has them. A browser keeps them over a reload, and shows the private one to no script. */
export type Es256KeyPair = Awaited<ReturnType<typeof newEs256KeyPair>>;

export const newEs256KeyPair = () => crypto.subtle.generateKey(CURVE, false, ["sign", "verify"]);

/** Signs with keys that were made before. */
export async function es256SignerOf({ privateKey, publicKey }: Es256KeyPair): Promise<Signer> {
  return {
    algorithm: ES256,
    publicKey: new Uint8Array(await crypto.subtle.exportKey("raw", publicKey)),
    sign: async (message) => new Uint8Array(await crypto.subtle.sign(SIGNATURE, privateKey, message)),
  };
}

/** A phone's key pair, whose private key never leaves it. */
export const newEs256Signer = async (): Promise<Signer> => es256SignerOf(await newEs256KeyPair());
