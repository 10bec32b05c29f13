import type { ServiceRuntime, WorkPorts } from "../../kernel/service-runtime.ts";
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
  // Loaded where it is answered: no other function has it in its bundle (infra/constructs/build-bundle.ts).
  endpoints: {
    "wallet-call": (ports: WorkPorts) => {
      const opened = import("./openid/wallet-endpoint.ts");
      return async (event) => (await opened).answerWallet(ports, event);
    },
  },
  sweeps: { "publish-documents": openLicenceDocuments() },
} as const satisfies ServiceRuntime;
