import { err, ok, type Result } from "../../../kernel/result.ts";
import { mappingFor, type Recognition, trustedType, type Use } from "../trust/recognise-licence.ts";
import type { TrustedIssuer } from "../trust/trust-part.ts";
import type { RecognisedLicence } from "./recognised-licence.ts";

/** Why a licence that was recognised is not any more, by the trust list alone. */
export type NoLonger = "UNTRUSTED" | "UNMAPPED" | "KEY_COMPROMISED";

/**
 * Whether a licence that was recognised would still be, by what is in force now: its issuer is trusted with its type and knows its
 * key, the type stands wholly for the same one of ours, and the key had not been given away before the licence was verified.
 */
export function stillRecognised(
  licence: Pick<
    RecognisedLicence,
    "region" | "issuer" | "vct" | "issuedOn" | "ownType" | "signed" | "verifiedAt"
  >,
  use: Use,
  { issuers, mappings }: Pick<Recognition, "issuers" | "mappings">,
): Result<TrustedIssuer, NoLonger> {
  const { region, vct, issuedOn, ownType, signed, verifiedAt } = licence;
  const named = { region, vct, issuedOn, issuer: licence.issuer.creditCode };
  const trusted = trustedType(named, use.at, issuers);
  if (!trusted.ok) return err("UNTRUSTED");
  const { issuer, foreignType } = trusted.value;
  const mapping = mappingFor(named, foreignType.typeCode, use, mappings);
  if (mapping?.equivalence !== "FULL" || mapping.ownType !== ownType.code) return err("UNMAPPED");
  const key = issuer.keys.find(({ keyId }) => keyId === signed?.keyId);
  if (signed && !key) return err("UNTRUSTED");
  const isLost = key?.compromisedSince !== undefined && key.compromisedSince <= verifiedAt;
  return isLost ? err("KEY_COMPROMISED") : ok(issuer);
}
