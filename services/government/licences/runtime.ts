import type { Offered, Outside, ServiceRuntime, Sweep, WorkPorts } from "../../kernel/service-runtime.ts";
import { heldLicences } from "./held-licences.ts";
import { openKmsKeys } from "./issuer-keys/kms-keys.ts";
import { openLicenceDocuments } from "./publish-licence-documents.ts";
import { foreignMaterials } from "./recognition/foreign-materials.ts";
import { openPeerPlatforms } from "./recognition/open-peers.ts";
import { licenceEffect } from "./repository/effect.ts";
import { LICENCES } from "./service.ts";

/** The code that asks registers stands beside the bundles: one function of all needs it, and only where there are some. */
const takesChanges = async ({ config, ...outside }: Outside): Promise<Sweep | undefined> => {
  if (!config.licenceRegisters) return undefined;
  const { openLicenceChanges } = await import("./registers/take-licence-changes.ts");
  return openLicenceChanges(config.licenceRegisters, outside);
};

const takeChanges: Sweep = async (ports, mode, until) => {
  const nothing = { changes: 0, written: 0, refused: 0, unanswered: 0, finished: true };
  return ports.parts.takeLicenceChanges?.(ports, mode, until) ?? nothing;
};

export const licences = {
  service: LICENCES,
  offers: { effects: [licenceEffect], held: [heldLicences, foreignMaterials] },
  open: async (_: Offered, outside: Outside) => ({
    kmsKeys: openKmsKeys(process.env),
    peerPlatforms: await openPeerPlatforms(outside.config, outside),
    takeLicenceChanges: await takesChanges(outside),
  }),
  // Loaded where it is answered: no other function has it in its bundle (infra/constructs/build-bundle.ts).
  endpoints: {
    "wallet-call": (ports: WorkPorts) => {
      const opened = import("./openid/wallet-endpoint.ts");
      return async (event) => (await opened).answerWallet(ports, event);
    },
  },
  sweeps: { "publish-documents": openLicenceDocuments(), "take-licence-changes": takeChanges },
} as const satisfies ServiceRuntime;
