import type { Subject } from "../../../field/subject.ts";
import type { Mode } from "../../../kernel/actor.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { getProfile } from "../../../people/citizens/index.ts";
import { getEnterprise, representativeOf } from "../../../people/enterprises/index.ts";
import { fundRecord } from "../../housing-fund/index.ts";
import { findLicence } from "../../licences/index.ts";
import type { AskedMaterial, FilledMaterial, HeldMaterial } from "./material.ts";

export type HeldPorts = { readonly database: Database; readonly mode: Mode; readonly now: Instant };

/** What a register holds of a licence type for somebody; undefined where it holds none in force. */
type LicenceProvider = (ports: HeldPorts, type: string, holder: Subject) => Promise<HeldMaterial | undefined>;

/** A citizen whom the register has stated needs no copy of the card; of an enterprise it is its legal representative's. */
const fromCitizenRegister: LicenceProvider = async ({ database, mode }, type, holder) => {
  if (type !== "resident-id-card") return undefined;
  const person = await representativeOf({ database, mode }, holder);
  const profile = person && (await getProfile(database, mode, person));
  if (!profile?.recordedAt) return undefined;
  const { maskedIdNumber, recordedAt } = profile;
  return { source: "CITIZEN_REGISTER", reference: maskedIdNumber, statedOn: dateAt(recordedAt) };
};

/** An enterprise that the register has stated needs no copy of its business licence. */
const fromEnterpriseRegister: LicenceProvider = async ({ database, mode }, type, holder) => {
  if (type !== "business-licence" || holder.kind !== "ENTERPRISE") return undefined;
  const enterprise = await getEnterprise({ database, mode }, holder.creditCode);
  if (!enterprise) return undefined;
  const { creditCode, recordedAt } = enterprise;
  return { source: "ENTERPRISE_REGISTER", reference: creditCode, statedOn: dateAt(recordedAt) };
};

/** A licence that was issued here is not asked for again while it is valid. */
const fromLicences: LicenceProvider = async (ports, type, holder) => {
  if (holder.kind !== "ENTERPRISE") return undefined;
  const licence = await findLicence(ports, type, holder.creditCode);
  return licence && { source: "LICENCES", reference: licence.number, statedOn: dateAt(ports.now) };
};

/** The first that holds one stands for it. */
const LICENCE_PROVIDERS: readonly LicenceProvider[] = [
  fromCitizenRegister,
  fromEnterpriseRegister,
  fromLicences,
];

async function findHeld(
  ports: HeldPorts,
  { replacedByLicence, filledBy }: AskedMaterial,
  holder: Subject,
): Promise<HeldMaterial | undefined> {
  if (filledBy && holder.kind === "PERSON") {
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
  holder: Subject,
): Promise<readonly FilledMaterial[]> {
  const found = await Promise.all(asked.map((material) => findHeld(ports, material, holder)));
  return asked.flatMap(({ code }, i) => {
    const held = found[i];
    return held ? [{ ...held, material: code, takenAt: ports.now }] : [];
  });
}
