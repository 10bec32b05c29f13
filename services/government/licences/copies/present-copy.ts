import { err, ok, type Result } from "../../../kernel/result.ts";
import type { CopyClaim } from "../credentials/check-copy.ts";
import { secondsOf } from "../credentials/check-issuer.ts";
import { openIssuerSigner } from "../issuer-keys/issuer-signer.ts";
import type { ElectronicLicence } from "../repository/electronic-licence.ts";
import { typeOf } from "../repository/find-held-licences.ts";
import type { PublishedType } from "../types/licence-type.ts";
import { type CredentialPorts, signVersion } from "../wallet/issue-credential.ts";
import { endOf, type LicenceCopy } from "./licence-copy.ts";

/** Signs copies of a licence's version in force, which was made by this version of its type. */
export type Presenter = {
  readonly type: PublishedType;
  readonly present: (copy: LicenceCopy) => Promise<string>;
};

type Unsigned = { readonly code: "LICENCE_ISSUER_KEYLESS" | "PLATFORM_WITHOUT_ADDRESS" };

/** Errors: LICENCE_ISSUER_KEYLESS, PLATFORM_WITHOUT_ADDRESS. `present` throws KmsKeyUnusable. */
export async function openPresenter(
  ports: CredentialPorts,
  licence: ElectronicLicence,
): Promise<Result<Presenter, Unsigned>> {
  const { mode, now, config } = ports;
  const { siteOrigin: origin } = config;
  if (origin === undefined) return err({ code: "PLATFORM_WITHOUT_ADDRESS" });
  const [type, signer] = await Promise.all([
    typeOf(ports, licence),
    openIssuerSigner(ports, mode)(licence.current.issuer.creditCode, now),
  ]);
  if (!signer) return err({ code: "LICENCE_ISSUER_KEYLESS" });
  return ok({
    type,
    present: (copy) =>
      signVersion(
        ...([ports, { licence, type }, { signer, origin }] as const),
        ...([{ endsAt: endOf(copy), copy: { claim: claimOf(copy), fields: copy.fields } }] as const),
      ),
  });
}

/** The purpose of a copy in clear. */
const claimOf = (copy: LicenceCopy): CopyClaim => ({
  ...{ id: copy.id, verifier: copy.verifier, purpose: copy.purpose },
  ...(copy.case === undefined ? {} : { case: copy.case }),
  ...{ from: Math.floor(secondsOf(copy.sharedAt)), until: secondsOf(endOf(copy)) },
});
