import { err, ok, type Result } from "../../../kernel/result.ts";
import type { CopyClaim } from "../credentials/check-copy.ts";
import { secondsOf } from "../credentials/check-issuer.ts";
import { openIssuerSigner } from "../issuer-keys/issuer-signer.ts";
import { type CredentialPorts, signVersion, type Unsigned } from "../wallet/issue-credential.ts";
import type { ShowableLicence } from "../wallet/showable-licence.ts";
import { endOf, type LicenceCopy } from "./licence-copy.ts";

/** Signs a copy of a licence's version in force. */
export type Present = (copy: LicenceCopy) => Promise<string>;

/** Errors: LICENCE_ISSUER_KEYLESS, PLATFORM_WITHOUT_ADDRESS. The signing that it answers throws KmsKeyUnusable. */
export async function openPresenter(
  ports: CredentialPorts,
  shown: ShowableLicence,
): Promise<Result<Present, Unsigned>> {
  const { mode, now, config } = ports;
  const { siteOrigin: origin } = config;
  if (origin === undefined) return err({ code: "PLATFORM_WITHOUT_ADDRESS" });
  const signer = await openIssuerSigner(ports, mode)(shown.licence.current.issuer.creditCode, now);
  if (!signer) return err({ code: "LICENCE_ISSUER_KEYLESS" });
  return ok((copy) => {
    const terms = { endsAt: endOf(copy), copy: { claim: claimOf(copy), fields: copy.fields } };
    return signVersion(ports, shown, { signer, origin }, terms);
  });
}

/** The purpose of a copy in clear. */
const claimOf = (copy: LicenceCopy): CopyClaim => ({
  ...{ id: copy.id, verifier: copy.verifier, purpose: copy.purpose },
  ...(copy.case === undefined ? {} : { case: copy.case }),
  ...{ from: Math.floor(secondsOf(copy.sharedAt)), until: secondsOf(endOf(copy)) },
});
