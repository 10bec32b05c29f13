import type { Subject } from "../../../field/subject.ts";
import { dateAt, LAST_DAY } from "../../../kernel/civil-date.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { From } from "../../../kernel/database/full-page.ts";
import { type CitizenId, isId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { lookUpStanding } from "../../../people/enterprises/index.ts";
import type { ApplicationId } from "../../cases/index.ts";
import { findLicenceType, licenceTypeOf } from "../types/find-licence-types.ts";
import type { PublishedType } from "../types/licence-type.ts";
import { asItStands } from "./as-it-stands.ts";
import { type ElectronicLicence, type LicenceVersion, statusOf } from "./electronic-licence.ts";
import {
  electronicLicenceOfCase,
  getElectronicLicence,
  type HeldPlace,
  listLicencesOf,
  listVersionsBefore,
  type Repository,
} from "./repository-store.ts";

export type { HeldPlace } from "./repository-store.ts";

type RepositoryPorts = Repository & { readonly now: Instant };

/** Whether somebody who stands so to a subject has its licences: not an agent whose authority is for some items. */
export const hasLicences = (standing: Awaited<ReturnType<typeof lookUpStanding>>): boolean =>
  standing !== undefined && standing.items === undefined;

/** A licence for one whose it is, or who binds the one whose it is; undefined for all others, as if there were none. */
export async function findOwnLicence(
  ports: RepositoryPorts,
  id: string,
  citizen: CitizenId,
): Promise<ElectronicLicence | undefined> {
  const licence = isId("lic", id) ? await getElectronicLicence(ports, id) : undefined;
  return licence && (await readsAsHolder(ports, licence, citizen)) ? asItStands(ports, licence) : undefined;
}

/** Whether a citizen reads a licence as its holder does: it is theirs, or they bind the one whose it is. */
export const readsAsHolder = async (
  ports: RepositoryPorts,
  { holder }: Pick<ElectronicLicence, "holder">,
  citizen: CitizenId,
): Promise<boolean> => hasLicences(await lookUpStanding(ports, citizen, holder, ports.now));

/** Its type, in the version by which its version in force was made. */
export const typeOf = (
  { database }: { readonly database: Pick<Database, "get"> },
  { type, current }: Pick<ElectronicLicence, "type" | "current">,
): Promise<PublishedType> => licenceTypeOf(type, current.typeVersion, database);

/** So many of a holder's licences are looked through. All types are, so that who asks for several in one turn reads once. */
const HELD_MAX = 1_000;

/** A holder's licences of a type, whatever has become of them. */
export async function findLicencesOfType(
  ports: RepositoryPorts,
  type: string,
  holder: Subject,
): Promise<readonly ElectronicLicence[]> {
  const { licences } = await listLicencesOf(ports, holder, { first: HELD_MAX });
  return Promise.all(licences.filter((one) => one.type === type).map((one) => asItStands(ports, one)));
}

/** The licence of a type that a holder has today; of several the one that is valid longest. */
export async function findValidLicence(
  ports: RepositoryPorts,
  type: string,
  holder: Subject,
): Promise<ElectronicLicence | undefined> {
  const today = dateAt(ports.now);
  const held = await findLicencesOfType(ports, type, holder);
  return held.filter((one) => statusOf(one, today) === "VALID").sort(byEnd)[0];
}

const endOf = ({ current }: ElectronicLicence): string => current.validUntil ?? LAST_DAY;
const byEnd = (a: ElectronicLicence, b: ElectronicLicence): number => (endOf(a) < endOf(b) ? 1 : -1);

/** All versions of a licence, the newest first. */
export async function findVersions(
  ports: Repository,
  { id, current }: ElectronicLicence,
): Promise<readonly LicenceVersion[]> {
  return [current, ...(await listVersionsBefore(ports, id)).toReversed()];
}

/**
 * A page of a holder's licences, by type, whatever has become of them. Their types are read along with them, so that it is two
 * round trips deep with those, too.
 */
export async function findLicencesOf(
  ports: RepositoryPorts,
  holder: Subject,
  page: From<HeldPlace>,
): ReturnType<typeof listLicencesOf> {
  const { licences, more } = await listLicencesOf(ports, holder, page, (type, version) =>
    findLicenceType(type, version, ports.database),
  );
  return { licences: await Promise.all(licences.map((one) => asItStands(ports, one))), more };
}

/** The licence that a case's grant has borne on, for one who reads the case. */
export async function findElectronicLicenceOfCase(
  ports: RepositoryPorts,
  application: ApplicationId,
): Promise<ElectronicLicence | undefined> {
  const licence = await electronicLicenceOfCase(ports, application);
  return licence && asItStands(ports, licence);
}
