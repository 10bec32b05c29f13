import { type CivilDate, dateAt } from "../../kernel/civil-date.ts";
import type { StoredItem } from "../../kernel/database/database.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { type ApplicationId, deemedGrantedSince, getApplication } from "../cases/index.ts";
import {
  LICENCE_TYPES,
  type Licence,
  type LicenceType,
  renewLicence,
  statusOf,
  validUntil,
} from "./licence.ts";
import { isLicenceNumber, type LicenceNumber } from "./licence-number.ts";
import {
  getLicence,
  type LicenceStore,
  licenceOfCase,
  listOfDepartment,
  listOfHolder,
  renewalsOf,
} from "./store.ts";

export type FindPorts = LicenceStore & { readonly now: Instant };

/** A licence by its number, as anybody can verify it; a number whose check digit is wrong is nobody's. */
export async function licenceByNumber(ports: FindPorts, number: string): Promise<Licence | undefined> {
  const licence = isLicenceNumber(number) ? await getLicence(ports, number) : undefined;
  return licence && asItStands(ports, licence);
}

/**
 * A licence as the law has it at this moment: one whose renewal counts as granted since its end is renewed from then on, also before
 * the clock has written it (Administrative Licensing Law, art. 50 (2)).
 */
async function asItStands(ports: FindPorts, licence: Licence): Promise<Licence> {
  if (statusOf(licence, dateAt(ports.now)) !== "EXPIRED") return licence;
  const asked = await renewalsOf(ports, licence.number);
  const cases = await Promise.all(asked.map((id) => getApplication(ports, id)));
  const [renewed] = cases.flatMap((one) => {
    const since = one?.clock.undecided?.after === validUntil(licence) && deemedGrantedSince(one, ports.now);
    return one && since ? [renewLicence(licence, one.id, dateAt(since))] : [];
  });
  return renewed ?? licence;
}

/**
 * The licence of a type that a holder (a unified social credit code) has today, so that it need not be handed in; of
 * several the one that is valid longest. None for a type that the platform does not issue.
 */
export async function findLicence(
  ports: FindPorts,
  type: string,
  holder: string,
): Promise<Licence | undefined> {
  if (!isLicenceType(type)) return undefined;
  const today = dateAt(ports.now);
  const held = await heldAsTheyStand(ports, holder, type);
  return held.filter((one) => statusOf(one, today) === "VALID").sort(byEnd)[0];
}

const heldAsTheyStand = async (ports: FindPorts, holder: string, type: LicenceType) =>
  Promise.all((await listOfHolder(ports, holder, type)).map((one) => asItStands(ports, one)));

/** The licence that a case has issued, renewed or ended, for one who reads the case. */
export async function findLicenceOfCase(ports: FindPorts, id: ApplicationId): Promise<Licence | undefined> {
  const licence = await licenceOfCase(ports, id);
  return licence && asItStands(ports, licence);
}

/** All licences of a holder (a unified social credit code), of every type and whatever has become of them. */
export async function findLicencesOf(ports: FindPorts, holder: string): Promise<readonly Licence[]> {
  return (await Promise.all(LICENCE_TYPES.map((type) => heldAsTheyStand(ports, holder, type)))).flat();
}

/** So many entries of the index are read at once. */
const PAGE = 1_000;

/**
 * The numbers of a department's licences that are valid today, in a region and all that lies in it; undefined where they
 * are more than `max`.
 */
export async function validLicencesIn(
  ports: FindPorts,
  place: Parameters<typeof listOfDepartment>[1],
  max: number,
): Promise<readonly LicenceNumber[] | undefined> {
  const today = dateAt(ports.now);
  const valid: LicenceNumber[] = [];
  for (let after: StoredItem | undefined, more = true; more; ) {
    const page = await listOfDepartment(ports, place, { limit: PAGE, after });
    valid.push(...page.licences.filter((one) => one.validUntil >= today).map(({ number }) => number));
    if (valid.length > max) return undefined;
    after = page.next;
    more = after !== undefined;
  }
  return valid;
}

const isLicenceType = (type: string): type is LicenceType => LICENCE_TYPES.some((known) => known === type);

const endOf = ({ terms }: Licence): CivilDate | "" => terms.at(-1)?.validUntil ?? "";
const byEnd = (a: Licence, b: Licence): number => (endOf(a) < endOf(b) ? 1 : -1);
