import { sm2 } from "sm-crypto-v2";
import type {
  HolderSigner,
  PublicJwk,
  SignatureAlgorithm,
} from "../../../../services/government/licences/credentials/signing.ts";

/** SM3 over the message and the signer's default identity "1234567812345678", as GM/T 0009-2012 has it. */
const HASHED = { hash: true } as const;

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const coordinate = (hex: string): string => Buffer.from(hex, "hex").toString("base64url");

/** SM2 with SM3 (GB/T 32918.2-2016) by sm-crypto-v2, as an operator in China registers it. */
export const SM2: SignatureAlgorithm = {
  name: "SM2",
  verify: async ({ crv, x, y }, message, signature) => {
    if (crv !== "SM2" || signature.length !== 64) return false;
    const point = `04${[x, y].map((one) => Buffer.from(one, "base64url").toString("hex")).join("")}`;
    if (point.length !== 130) return false;
    try {
      return sm2.doVerifySignature(message, hexOf(signature), point, HASHED);
    } catch {
      // Coordinates that are no point of the curve have signed nothing.
      return false;
    }
  },
};

/** Signs with a private key of 32 bytes in hexadecimal. */
export function sm2Signer(privateKey = sm2.generateKeyPairHex().privateKey): HolderSigner {
  const point = sm2.getPublicKeyFromPrivateKey(privateKey);
  const publicKey: PublicJwk = {
    ...{ kty: "EC", crv: "SM2", x: coordinate(point.slice(2, 66)), y: coordinate(point.slice(66)) },
  };
  return {
    ...{ algorithm: "SM2", publicKey },
    sign: async (message) => new Uint8Array(Buffer.from(sm2.doSignature(message, privateKey, HASHED), "hex")),
  };
}
