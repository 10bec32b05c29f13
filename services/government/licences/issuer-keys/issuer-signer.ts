import type { CreditCode } from "../../../field/credit-code.ts";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { LicenceSigner } from "../credentials/signing.ts";
import { signingKeyAt } from "./issuer-key.ts";
import { getIssuerKeys } from "./issuer-key-store.ts";
import { maySignDerived, type PrivateKeyPorts, signWith } from "./private-key.ts";

/**
 * Signs in the name of an issuer with the key that is its own at a time; undefined where it has none then. Signing itself throws
 * KmsKeyUnusable where KMS refuses the key.
 */
export type IssuerSigner = (issuer: CreditCode, at: Instant) => Promise<LicenceSigner | undefined>;

/** The issuers' signers of a mode. */
export const openIssuerSigner =
  (ports: PrivateKeyPorts & { readonly database: Pick<Database, "get"> }, mode: Mode): IssuerSigner =>
  async (issuer, at) => {
    const kept = await getIssuerKeys(ports.database, { mode, issuer });
    if (!kept) return undefined;
    // Data that was made where keys are derived may have come to where none is.
    const usable = kept.keys.filter(
      ({ privatePart }) => privatePart.kind === "KMS" || maySignDerived(ports, mode),
    );
    const key = signingKeyAt({ keys: usable }, at);
    if (!key) return undefined;
    const { algorithm, keyId, privatePart } = key;
    return { algorithm, keyId, sign: signWith(ports, { mode, issuer }, privatePart) };
  };
