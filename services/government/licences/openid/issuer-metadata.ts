import { type LocalizedText, labelOf } from "../../catalogue/index.ts";
import type { LicenceType } from "../types/licence-type.ts";
import { callAddress } from "./issuer-identifier.ts";
import { PRE_AUTHORIZED } from "./licence-offer.ts";

export type StatedType = Pick<LicenceType, "code" | "name" | "vct" | "content" | "disclosures">;

/** The names of a thing in both languages, as wallets show them. */
const displayOf = ({ zh, en }: LocalizedText) => [
  { name: zh, locale: "zh-CN" },
  { name: en, locale: "en" },
];

const ISSUER = { zh: "电子证照签发平台", en: "The platform for electronic licences" };

/** The authorization server's part (RFC 8414; OpenID4VCI 1.0, 12.3): wallets are known by their codes alone. */
export const serverMetadata = (credentialIssuer: string) => ({
  issuer: credentialIssuer,
  token_endpoint: callAddress(credentialIssuer, "token"),
  grant_types_supported: [PRE_AUTHORIZED],
  token_endpoint_auth_methods_supported: ["none"],
  "pre-authorized_grant_anonymous_access_supported": true,
});

/** The platform as an issuer of credentials, with each licence type in force as a credential (12.2.4; appendix A.3.2). */
export const issuerMetadata = (credentialIssuer: string, types: readonly StatedType[]) => ({
  credential_issuer: credentialIssuer,
  credential_endpoint: callAddress(credentialIssuer, "credential"),
  nonce_endpoint: callAddress(credentialIssuer, "nonce"),
  display: displayOf(ISSUER),
  credential_configurations_supported: Object.fromEntries(
    types.map((type) => [type.code, configurationOf(type)]),
  ),
});

const configurationOf = ({ name, vct, content, disclosures }: StatedType) => ({
  format: "dc+sd-jwt",
  vct,
  cryptographic_binding_methods_supported: ["jwk"],
  credential_signing_alg_values_supported: ["ES256"],
  proof_types_supported: { jwt: { proof_signing_alg_values_supported: ["ES256"] } },
  credential_metadata: {
    display: displayOf(name),
    claims: disclosures.map(({ field }) => ({
      path: ["content", field],
      display: displayOf(labelOf(content, [field])),
    })),
  },
});
