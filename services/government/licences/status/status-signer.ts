import { hash } from "node:crypto";
import type { Mode } from "../../../kernel/actor.ts";
import type { KeyUsedBy, Secrets } from "../../../kernel/process/secrets.ts";
import type { LicenceSigner, PublicJwk } from "../credentials/signing.ts";
import type { StatusKey } from "./status-list.ts";

declare module "../../../kernel/process/secrets.ts" {
  interface KeyUses {
    readonly "licence-status-live": KeyUsedBy<"government/licences", "sign">;
    readonly "licence-status-test": KeyUsedBy<"government/licences", "sign">;
  }
}

type SigningSecrets = Pick<Secrets, "signingKey">;

const keyOf = ({ signingKey }: SigningSecrets, mode: Mode) => signingKey(`licence-status-${mode}`);

/** The key by which the status lists of a mode are verified. */
export function statusKey(secrets: SigningSecrets, mode: Mode): StatusKey {
  const publicKey = publicKeyOf(keyOf(secrets, mode).publicKey);
  return { keyId: thumbprintOf(publicKey), algorithm: "ES256", publicKey };
}

/** The platform, signing the status lists of a mode; those of the other are not verified by its key. */
export function statusSigner(secrets: SigningSecrets, mode: Mode): LicenceSigner {
  const { keyId } = statusKey(secrets, mode);
  return { algorithm: "ES256", keyId, sign: async (message) => keyOf(secrets, mode).sign(message) };
}

/** Of an uncompressed point: 4, x and y. */
function publicKeyOf(point: Uint8Array): PublicJwk {
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) =>
    Buffer.from(part).toString("base64url"),
  );
  return { kty: "EC", crv: "P-256", x: x ?? "", y: y ?? "" };
}

/** The name that a key gives itself (RFC 7638): its required members in their order. */
const thumbprintOf = ({ crv, kty, x, y }: PublicJwk): string =>
  hash("sha256", JSON.stringify({ crv, kty, x, y }), "base64url");
