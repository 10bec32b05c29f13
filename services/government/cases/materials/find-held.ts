import type { Subject } from "../../../field/subject.ts";
import type { Mode } from "../../../kernel/actor.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { getProfile } from "../../../people/citizens/index.ts";
import { getEnterprise, representativeOf } from "../../../people/enterprises/index.ts";
import type { AskedMaterial, FilledMaterial, HeldMaterial } from "./material.ts";

export type HeldPorts = { readonly database: Database; readonly mode: Mode; readonly now: Instant };

/** The record of a service that stands for a material of somebody's; undefined where it holds none now. */
export type HeldProvider = (
  ports: HeldPorts,
  material: AskedMaterial,
  holder: Subject,
) => Promise<HeldMaterial | undefined>;

declare module "../../../kernel/service-runtime.ts" {
  interface Offers {
    readonly held: HeldProvider;
  }
}

declare module "../../../kernel/parts.ts" {
  interface Parts {
    /** The records that stand for materials, of all services. */
    readonly held: readonly HeldProvider[];
  }
}

export type HeldParts = { readonly parts: { readonly held: readonly HeldProvider[] } };

/** A citizen whom the register has stated needs no copy of the card; of an enterprise it is its legal representative's. */
const fromCitizenRegister: HeldProvider = async ({ database, mode }, { replacedByLicence }, holder) => {
  if (replacedByLicence !== "resident-id-card") return undefined;
  const person = await representativeOf({ database, mode }, holder);
  const profile = person && (await getProfile(database, mode, person));
  if (!profile?.recordedAt) return undefined;
  const { maskedIdNumber, recordedAt } = profile;
  return { source: "CITIZEN_REGISTER", reference: maskedIdNumber, statedOn: dateAt(recordedAt) };
};

/** An enterprise that the register has stated needs no copy of its business licence. */
const fromEnterpriseRegister: HeldProvider = async ({ database, mode }, { replacedByLicence }, holder) => {
  if (replacedByLicence !== "business-licence" || holder.kind !== "ENTERPRISE") return undefined;
  const enterprise = await getEnterprise({ database, mode }, holder.creditCode);
  if (!enterprise) return undefined;
  const { creditCode, recordedAt } = enterprise;
  return { source: "ENTERPRISE_REGISTER", reference: creditCode, statedOn: dateAt(recordedAt) };
};

/** The first that holds something stands for the material; the registers come last. */
async function findHeld(
  ports: HeldPorts & HeldParts,
  material: AskedMaterial,
  holder: Subject,
): Promise<HeldMaterial | undefined> {
  const providers = [...ports.parts.held, fromCitizenRegister, fromEnterpriseRegister];
  const found = await Promise.all(providers.map((provider) => provider(ports, material, holder)));
  return found.find((held) => held !== undefined);
}

/**
 * The records that the platform holds already of the materials that are asked for; of each as its register states it
 * now.
 */
export async function findHeldMaterials(
  ports: HeldPorts & HeldParts,
  asked: readonly AskedMaterial[],
  holder: Subject,
): Promise<readonly FilledMaterial[]> {
  const found = await Promise.all(asked.map((material) => findHeld(ports, material, holder)));
  return asked.flatMap(({ code }, i) => {
    const held = found[i];
    return held ? [{ ...held, material: code, takenAt: ports.now }] : [];
  });
}
