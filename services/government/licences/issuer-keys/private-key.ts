import type { Mode } from "../../../kernel/actor.ts";
import type { Parts } from "../../../kernel/parts.ts";
import type { KeyUsedBy, Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Settings } from "../../../kernel/settings.ts";
import type { LicenceSigner } from "../credentials/signing.ts";
import type { IssuerIn, PrivatePart } from "./issuer-key.ts";
import type { KmsProblem } from "./kms-keys.ts";
import { type PublicKey, p256KeyOfPoint } from "./public-key.ts";

declare module "../../../kernel/process/secrets.ts" {
  interface KeyUses {
    readonly "licence-issuer-live": KeyUsedBy<"government/licences", "derive">;
    readonly "licence-issuer-test": KeyUsedBy<"government/licences", "derive">;
  }
}

/** Where private parts are. */
export type PrivateKeyPorts = {
  readonly secrets: Pick<Secrets, "signingKeyFor">;
  readonly parts: Pick<Parts, "kmsKeys">;
  readonly config: Pick<Settings, "derivesIssuerKeys">;
};

/** The place of a private part, and the public one to it. */
export type FoundKey = { readonly privatePart: PrivatePart; readonly publicKey: PublicKey };

export type FindProblem = (KmsProblem | { readonly code: "ISSUER_KEY_NOT_DERIVED" }) & {
  readonly path: readonly string[];
};

/**
 * Whether an issuer may sign with a derived key: in test mode, and on a developer's machine. In earnest nobody is to have the
 * private part, not even the platform.
 */
export const maySignDerived = ({ config }: Pick<PrivateKeyPorts, "config">, mode: Mode): boolean =>
  mode === "test" || config.derivesIssuerKeys;

/** The key with this name in KMS, or the derived one with this count where no name is given. */
export async function findPrivateKey(
  ports: PrivateKeyPorts,
  { mode, issuer }: IssuerIn,
  { kmsKey, serial }: { readonly kmsKey: string | undefined; readonly serial: number },
): Promise<Result<FoundKey, FindProblem>> {
  const path = ["kmsKey"];
  if (kmsKey === undefined) {
    if (!maySignDerived(ports, mode)) return err({ code: "ISSUER_KEY_NOT_DERIVED", path });
    const { publicKey } = derivedKey(ports, { mode, issuer }, serial);
    return ok({ privatePart: { kind: "DERIVED", serial }, publicKey: p256KeyOfPoint(publicKey) });
  }
  const { kmsKeys } = ports.parts;
  if (!kmsKeys) return err({ code: "ISSUER_KEY_UNREACHABLE", values: { reason: "no AWS" }, path });
  const found = await kmsKeys.find(kmsKey);
  if (!found.ok) return err({ ...found.error, path });
  const { arn, publicKey } = found.value;
  return ok({ privatePart: { kind: "KMS", arn }, publicKey });
}

/**
 * Signs with a private part, ES256: by the local adapter or by KMS. Throws where the part is one that this process cannot
 * use; KmsKeyUnusable.
 */
export function signWith(
  ports: PrivateKeyPorts,
  { mode, issuer }: IssuerIn,
  part: PrivatePart,
): LicenceSigner["sign"] {
  if (part.kind === "DERIVED")
    return async (message) => derivedKey(ports, { mode, issuer }, part.serial).sign(message);
  const { kmsKeys } = ports.parts;
  if (!kmsKeys) throw new Error(`no AWS, where ${part.arn} would be`);
  return (message) => kmsKeys.sign(part.arn, message);
}

const derivedKey = (
  { secrets }: Pick<PrivateKeyPorts, "secrets">,
  { mode, issuer }: IssuerIn,
  serial: number,
) => secrets.signingKeyFor(`licence-issuer-${mode}`, `${issuer}#${serial}`);
