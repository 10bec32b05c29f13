import { base64url } from "../../../kernel/base64url.ts";
import { addDays, LAST_DAY, midnight } from "../../../kernel/civil-date.ts";
import { decideUntilWritten } from "../../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { KeyUsedBy, Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { DAY_MS, type Instant, plusMs } from "../../../kernel/runtime.ts";
import type { Settings } from "../../../kernel/settings.ts";
import type { LicenceSigner } from "../credentials/signing.ts";
import type { CredentialTerms } from "../credentials/write-credential.ts";
import { issuersBase } from "../issuer-keys/issuer-documents.ts";
import { openIssuerSigner } from "../issuer-keys/issuer-signer.ts";
import type { PrivateKeyPorts } from "../issuer-keys/private-key.ts";
import { type ElectronicLicence, identifierOf } from "../repository/electronic-licence.ts";
import { statusListUri } from "../status/status-place.ts";
import type { WalletPorts } from "./bind-wallet-key.ts";
import { putCredentialPhone } from "./credential-phone-store.ts";
import { findShowable, type NotShowable, type Showable } from "./showable-licence.ts";
import { checkWallet, type WalletStore } from "./wallet-store.ts";

declare module "../../../kernel/process/secrets.ts" {
  interface KeyUses {
    readonly "licence-salt": KeyUsedBy<"government/licences", "mac">;
  }
}

type SigningPorts = WalletStore &
  PrivateKeyPorts & {
    readonly now: Instant;
    readonly secrets: Pick<Secrets, "mac" | "signingKeyFor">;
  };

export type CredentialPorts = Omit<WalletPorts, "secrets"> &
  SigningPorts & { readonly config: Pick<Settings, "siteOrigin"> };

/** So long a phone that was revoked can still show a licence to those who are offline. */
const CREDENTIAL_LIFETIME_MS = DAY_MS;
/** RFC 9901, section 9.3. */
const SALT_BYTES = 16;

/** Nobody signs for the issuer now, or nothing that verifiers fetch has an address. */
export type Unsigned = { readonly code: "LICENCE_ISSUER_KEYLESS" | "PLATFORM_WITHOUT_ADDRESS" };

export type IssuedCredential = { readonly credential: string; readonly endsAt: Instant };

/**
 * Signs the version in force of a licence for a phone of the caller's, which may show it for a day; the licence's trail has it.
 * Errors: those of a licence that cannot be shown; LICENCE_ISSUER_KEYLESS where the issuer has no key that signs now,
 * PLATFORM_WITHOUT_ADDRESS where nothing that verifiers fetch has an address. Throws KmsKeyUnusable.
 */
export async function issueCredential(
  ports: CredentialPorts,
  wanted: { readonly licence: string; readonly device: string },
): Promise<Result<IssuedCredential, NotShowable | Unsigned>> {
  const { actor, now, requestId, mode, database, commit, config } = ports;
  const { siteOrigin: origin } = config;
  if (origin === undefined) return err({ code: "PLATFORM_WITHOUT_ADDRESS" });
  return decideUntilWritten({
    database,
    about: `a credential of ${wanted.licence}`,
    read: () => findShowable(ports, actor.id, wanted),
    decide: async (found) => {
      if (!found.ok) return found;
      const signed = await signCredential(ports, found.value, origin);
      return signed.ok ? ok({ before: undefined, after: found.value, answer: signed.value }) : signed;
    },
    write: ({ after: { licence, wallet, device }, answer: { endsAt } }) =>
      commit({
        ...{ actor, at: now, requestId, aggregate: licence.id, table: recordsTable(mode) },
        action: "licences.credential.issued",
        writes: [
          checkWallet(ports, wallet),
          putCredentialPhone(ports, licence.id, device.publicKey, { shownBy: actor.id, endsAt }),
        ],
      }),
  });
}

/** Signs a licence for a phone, below the platform's own origin. Errors: LICENCE_ISSUER_KEYLESS. Throws KmsKeyUnusable. */
export async function signCredential(
  ports: SigningPorts,
  { licence, type, device }: Pick<Showable, "licence" | "type" | "device">,
  origin: string,
): Promise<Result<IssuedCredential, { readonly code: "LICENCE_ISSUER_KEYLESS" }>> {
  const signer = await openIssuerSigner(ports, ports.mode)(licence.current.issuer.creditCode, ports.now);
  if (!signer) return err({ code: "LICENCE_ISSUER_KEYLESS" });
  const endsAt = endOf(licence.current, ports.now);
  const terms = { deviceKey: device.publicKey, endsAt };
  const credential = await signVersion(ports, { licence, type }, { signer, origin }, terms);
  return ok({ credential, endsAt });
}

/** Signs the version in force of a licence, in the words of this platform: `origin` is its address. */
export async function signVersion(
  { mode, now, secrets }: Pick<SigningPorts, "mode" | "now" | "secrets">,
  { licence, type }: Pick<Showable, "licence" | "type">,
  { signer, origin }: { readonly signer: LicenceSigner; readonly origin: string },
  terms: Pick<CredentialTerms, "deviceKey" | "copy" | "endsAt">,
): Promise<string> {
  const { id, number, current } = licence;
  const { writeCredential } = await import("../credentials/write-credential.ts");
  return writeCredential(
    { ...current, identifier: identifierOf(licence), number, type },
    {
      ...{ signer, now, base: issuersBase(origin, mode), ...terms },
      listAddress: (list) => statusListUri(origin, mode, list),
      saltOf: (field) =>
        base64url(secrets.mac("licence-salt", `${id}\n${current.version}\n${field}`).subarray(0, SALT_BYTES)),
    },
  );
}

/** A day, or until the licence ends. */
function endOf({ validUntil }: ElectronicLicence["current"], now: Instant): Instant {
  const ofCredential = plusMs(now, CREDENTIAL_LIFETIME_MS);
  // After the last day of the calendar comes none.
  if (validUntil === undefined || validUntil >= LAST_DAY) return ofCredential;
  const ofLicence = midnight(addDays(validUntil, 1));
  return ofLicence < ofCredential ? ofLicence : ofCredential;
}
