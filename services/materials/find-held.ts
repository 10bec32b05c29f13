import { getProfile } from "../citizens/index.ts";
import { fundRecord } from "../housing-fund/index.ts";
import type { Mode } from "../platform/actor.ts";
import { dateAt } from "../platform/civil-date.ts";
import type { Database } from "../platform/database.ts";
import type { CitizenId } from "../platform/ids.ts";
import type { Instant } from "../platform/runtime.ts";
import type { AskedMaterial, FilledMaterial, HeldMaterial } from "./material.ts";

export type HeldPorts = { readonly database: Database; readonly mode: Mode; readonly now: Instant };

/** Whose records may stand for materials. */
export type MaterialHolder = { readonly citizenId: CitizenId };

/** What a register holds of a licence type for somebody; undefined where it holds none in force. */
type LicenceProvider = (
  ports: HeldPorts,
  type: string,
  holder: MaterialHolder,
) => Promise<HeldMaterial | undefined>;

/** A citizen whom the register has stated needs no copy of the card. */
const fromCitizenRegister: LicenceProvider = async ({ database, mode }, type, { citizenId }) => {
  if (type !== "resident-id-card") return undefined;
  const profile = await getProfile(database, mode, citizenId);
  if (!profile?.recordedAt) return undefined;
  const { maskedIdNumber, recordedAt } = profile;
  return { source: "CITIZEN_REGISTER", reference: maskedIdNumber, statedOn: dateAt(recordedAt) };
};

/** The first that holds one stands for it. */
const LICENCE_PROVIDERS: readonly LicenceProvider[] = [fromCitizenRegister];

async function findHeld(
  ports: HeldPorts,
  { replacedByLicence, filledBy }: AskedMaterial,
  holder: MaterialHolder,
): Promise<HeldMaterial | undefined> {
  if (filledBy) {
    const record = await fundRecord(ports, holder.citizenId, filledBy);
    if (record) return { source: "HOUSING_FUND", ...record };
  }
  if (replacedByLicence === undefined) return undefined;
  const found = await Promise.all(
    LICENCE_PROVIDERS.map((provider) => provider(ports, replacedByLicence, holder)),
  );
  return found.find((held) => held !== undefined);
}

/** What the platform holds already of the materials that are asked for; of each as its register states it now. */
export async function findHeldMaterials(
  ports: HeldPorts,
  asked: readonly AskedMaterial[],
  holder: MaterialHolder,
): Promise<readonly FilledMaterial[]> {
  const found = await Promise.all(asked.map((material) => findHeld(ports, material, holder)));
  return asked.flatMap(({ code }, i) => {
    const held = found[i];
    return held ? [{ ...held, material: code, takenAt: ports.now }] : [];
  });
}
