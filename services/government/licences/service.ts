import type { Service } from "../../kernel/service.ts";
import { ISSUER_KEY_MESSAGES } from "./issuer-keys/messages.ts";
import { LICENCE_MESSAGES } from "./messages.ts";
import { LICENCE_SETTINGS } from "./settings.ts";
import { TRUST_MESSAGES } from "./trust/messages.ts";

export const LICENCES = {
  name: "government/licences",
  schema: ["licences", "licence-types", "electronic-licences", "issuer-keys", "licence-trust"],
  ids: ["lic"],
  models: [
    ...["ElectronicLicence", "Licence", "LicenceType", "EditedLicenceType"],
    ...["LicenceIssuerKey", "EditedIssuerKey"],
    ...["TrustList", "TrustedIssuer", "LicenceMapping", "TrustDraft"],
  ],
  messages: [LICENCE_MESSAGES, ISSUER_KEY_MESSAGES, TRUST_MESSAGES],
  settings: LICENCE_SETTINGS,
} as const satisfies Service;
