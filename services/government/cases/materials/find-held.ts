import type { RegionCode } from "../../../field/region.ts";
import { personAs, type Subject } from "../../../field/subject.ts";
import type { Mode } from "../../../kernel/actor.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Parts } from "../../../kernel/parts.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { getProfile } from "../../../people/citizens/index.ts";
import { getEnterprise, representativeOf } from "../../../people/enterprises/index.ts";
import {
  type AskedMaterial,
  type FilledMaterial,
  type HeldMaterial,
  type HeldSources,
  type HeldStatement,
  isNamed,
  type MaterialCase,
  type SecondLook,
} from "./material.ts";
import { askFor, type MemberAsk } from "./member-ask.ts";

export type HeldPorts = { readonly database: Database; readonly mode: Mode; readonly now: Instant };

export type AskPorts = HeldPorts & { readonly parts: Parts };

/** The records of a service that stand for materials of somebody's. */
export type HeldProvider = {
  readonly source: keyof HeldSources;
  /** The record that stands for a material; undefined where it holds none now. */
  readonly find: (
    ports: HeldPorts,
    material: AskedMaterial,
    holder: Subject,
  ) => Promise<HeldStatement | undefined>;
  /**
   * The fate of one that it gave before, where such records end; without, one is decided on as it was stated. Undefined where
   * others have to be asked (`ask`).
   */
  readonly lookAgain?: (
    ports: HeldPorts,
    material: AskedMaterial,
    given: FilledMaterial & { readonly holder: Subject },
  ) => Promise<SecondLook | undefined>;
  /** The same by asking others over the network: before a case in this region is decided on, and never while it is. */
  readonly ask?: (ports: AskPorts, given: FilledMaterial, at: RegionCode) => Promise<SecondLook>;
};

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
const fromCitizenRegister: HeldProvider = {
  source: "CITIZEN_REGISTER",
  find: async ({ database, mode }, { replacedByLicence }, holder) => {
    if (replacedByLicence !== "resident-id-card") return undefined;
    const person = await representativeOf({ database, mode }, holder);
    const profile = person && (await getProfile(database, mode, person));
    if (!profile?.recordedAt) return undefined;
    const { maskedIdNumber, recordedAt } = profile;
    return { reference: maskedIdNumber, statedOn: dateAt(recordedAt) };
  },
};

/** An enterprise that the register has stated needs no copy of its business licence. */
const fromEnterpriseRegister: HeldProvider = {
  source: "ENTERPRISE_REGISTER",
  find: async ({ database, mode }, { replacedByLicence }, holder) => {
    if (replacedByLicence !== "business-licence" || holder.kind !== "ENTERPRISE") return undefined;
    const enterprise = await getEnterprise({ database, mode }, holder.creditCode);
    if (!enterprise) return undefined;
    const { creditCode, recordedAt } = enterprise;
    return { reference: creditCode, statedOn: dateAt(recordedAt) };
  },
};

/** Of all services, the registers last. */
export const providersOf = ({ parts }: HeldParts): readonly HeldProvider[] => [
  ...parts.held,
  fromCitizenRegister,
  fromEnterpriseRegister,
];

/** The first that holds something stands for the material. */
async function findHeld(
  ports: HeldPorts & HeldParts,
  material: AskedMaterial,
  holder: Subject,
): Promise<HeldMaterial | undefined> {
  const found = await Promise.all(
    providersOf(ports).map(async ({ source, find }) => {
      const held = await find(ports, material, holder);
      return held && { source, ...held };
    }),
  );
  return found.find((held) => held !== undefined);
}

/** Those whose records stand for the materials of a case: its subject, and members of the household who have consented. */
export type Holders = {
  readonly subject: Subject;
  /** Read for a material that asks for one. */
  readonly asks: () => Promise<readonly MemberAsk[]>;
};

/**
 * The records that the platform holds already of the materials that are asked for; of each as its register states it
 * now.
 */
export async function findHeldMaterials(
  ports: HeldPorts & HeldParts,
  asked: readonly AskedMaterial[],
  { subject, asks }: Holders,
): Promise<readonly FilledMaterial[]> {
  const found = await Promise.all(
    asked.map(async (material) => {
      const { code, licenceOf, licenceFields: fields } = material;
      const ask = licenceOf === "HOUSEHOLD" ? askFor(await asks(), code) : undefined;
      const member = ask?.state === "GIVEN" ? ask.member : undefined;
      if (licenceOf === "HOUSEHOLD" && !member) return [];
      const held = await findHeld(ports, material, member ? personAs(member) : subject);
      const more = { ...(member ? { member } : {}), ...(fields ? { fields } : {}) };
      return held ? [{ ...held, ...more, material: code, takenAt: ports.now }] : [];
    }),
  );
  return found.flat();
}

/**
 * Of the materials that a correction notice names those for which there is a record now that can end: a licence that was renewed, or
 * took another's place. It may be the very one that the notice would not have.
 */
export async function findHeldAnew(
  ports: HeldPorts & HeldParts,
  kase: MaterialCase,
  holders: Holders,
): Promise<readonly FilledMaterial[]> {
  const named = kase.isOpen ? kase.asked.filter(({ code }) => isNamed(kase, code)) : [];
  const ending = providersOf(ports).filter(({ lookAgain }) => lookAgain !== undefined);
  const found = await findHeldMaterials(ports, named, holders);
  return found.filter((one) => ending.some(({ source }) => source === one.source));
}
