import type { ServiceRuntime } from "../../kernel/service-runtime.ts";
import { licenceEffects } from "./effects.ts";
import { heldLicences } from "./held-licences.ts";
import { openKmsKeys } from "./issuer-keys/kms-keys.ts";
import { openLicenceDocuments } from "./publish-licence-documents.ts";
import { licenceEffect } from "./repository/effect.ts";
import { LICENCES } from "./service.ts";

export const licences = {
  service: LICENCES,
  offers: { effects: [...licenceEffects, licenceEffect], held: [heldLicences] },
  open: async () => ({ kmsKeys: openKmsKeys(process.env) }),
  sweeps: { "publish-documents": openLicenceDocuments() },
} as const satisfies ServiceRuntime;
