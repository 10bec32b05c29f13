import type { CreditCode } from "../../field/credit-code.ts";
import { enterpriseAs } from "../../field/subject.ts";
import { dateAt } from "../../kernel/civil-date.ts";
import type { StoredItem } from "../../kernel/database/database.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { ApplicationId } from "../cases/index.ts";
import { FOOD_BUSINESS, foodBusinessLicence, type Licence } from "./food-business.ts";
import { isLicenceNumber } from "./licence-number.ts";
import { asItStands } from "./repository/as-it-stands.ts";
import { type DepartmentPlace, listOfDepartment } from "./repository/department-store.ts";
import type { ElectronicLicence } from "./repository/electronic-licence.ts";
import { findElectronicLicenceOfCase, findLicencesOfType } from "./repository/find-held-licences.ts";
import {
  electronicLicenceByNumber,
  getVersionBefore,
  type Repository,
} from "./repository/repository-store.ts";
import { findLicenceType } from "./types/find-licence-types.ts";

type FindPorts = Repository & { readonly now: Instant };

/** A food-business licence by its number, as anybody can verify it; a number whose check digit is wrong is nobody's. */
export async function licenceByNumber(ports: FindPorts, number: string): Promise<Licence | undefined> {
  if (!isLicenceNumber(number)) return undefined;
  const type = await findLicenceType(FOOD_BUSINESS, undefined, ports.database);
  const licence = type && (await electronicLicenceByNumber(ports, type.typeCode, number));
  return licence && readAs(ports, await asItStands(ports, licence));
}

async function readAs(ports: Repository, licence: ElectronicLicence): Promise<Licence | undefined> {
  const { id, current } = licence;
  const first = current.version === 1 ? current : await getVersionBefore(ports, id, 1);
  return first && foodBusinessLicence(licence, first);
}

/** The food-business licence that a case has issued, renewed or ended, for one who reads the case. */
export async function findLicenceOfCase(ports: FindPorts, id: ApplicationId): Promise<Licence | undefined> {
  const licence = await findElectronicLicenceOfCase(ports, id);
  return licence && readAs(ports, licence);
}

/** All food-business licences of an enterprise, whatever has become of them. */
export async function findLicencesOf(ports: FindPorts, holder: CreditCode): Promise<readonly Licence[]> {
  const held = await findLicencesOfType(ports, FOOD_BUSINESS, enterpriseAs(holder));
  const read = await Promise.all(held.map((one) => readAs(ports, one)));
  return read.flatMap((one) => one ?? []);
}

/** So many entries of the index are read at once. */
const PAGE = 1_000;

/**
 * The numbers of a department's licences of a type that are valid today, in a region and all that lies in it; undefined where they
 * are more than `max`.
 */
export async function validLicencesIn(
  ports: FindPorts,
  place: DepartmentPlace,
  max: number,
): Promise<readonly string[] | undefined> {
  const today = dateAt(ports.now);
  const valid: string[] = [];
  for (let after: StoredItem | undefined, more = true; more; ) {
    const page = await listOfDepartment(ports, place, { limit: PAGE, after });
    valid.push(...page.licences.filter((one) => one.validUntil >= today).map(({ number }) => number));
    if (valid.length > max) return undefined;
    after = page.next;
    more = after !== undefined;
  }
  return valid;
}
