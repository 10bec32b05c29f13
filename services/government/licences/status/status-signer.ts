import type { Mode } from "../../../kernel/actor.ts";
import type { KeyUsedBy, Secrets } from "../../../kernel/process/secrets.ts";
import type { LicenceSigner } from "../credentials/signing.ts";
import { keyIdOf, p256KeyOfPoint } from "../issuer-keys/public-key.ts";
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
  const publicKey = p256KeyOfPoint(keyOf(secrets, mode).publicKey);
  return { keyId: keyIdOf(publicKey), algorithm: "ES256", publicKey };
}

/** The platform, signing the status lists of a mode; those of the other are not verified by its key. */
export function statusSigner(secrets: SigningSecrets, mode: Mode): LicenceSigner {
  const { keyId } = statusKey(secrets, mode);
  return { algorithm: "ES256", keyId, sign: async (message) => keyOf(secrets, mode).sign(message) };
}
