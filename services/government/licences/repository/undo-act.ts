import { LICENCE_VERSION_MAX } from "../../../field/licence-identifier.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import type { ApplicationId } from "../../cases/index.ts";
import type { LicenceAct } from "../../catalogue/index.ts";
import { findPlace } from "../status/find-place.ts";
import type { ActPorts } from "./act-case.ts";
import { nextVersion, undoAct, versionMadeBy } from "./electronic-licence.ts";
import { electronicLicenceOfCase, listVersionsBefore, putElectronicLicence } from "./repository-store.ts";
import { placeWrites, versionWrites } from "./version-places.ts";

/**
 * The writes by which taking a grant back changes its licence, for the commit of the revocation; nothing where the case has done
 * nothing that still holds.
 */
export async function undoGrantedAct(
  ports: ActPorts,
  application: ApplicationId,
  act: LicenceAct,
): Promise<readonly TransactItem[]> {
  const licence = await electronicLicenceOfCase(ports, application);
  if (!licence) return [];
  const before = await listVersionsBefore(ports, licence.id);
  const all = [...before, licence.current];
  const made = versionMadeBy(all, application, act);
  const undone = undoAct(licence, made, act, { at: ports.now, application });
  if (undone.how === "NOTHING") return [];
  if (undone.how === "STANDS") {
    return [putElectronicLicence(ports, undone.licence), ...placeWrites(ports, licence, undone.licence)];
  }
  const from = all.find(({ version }) => version === undone.from);
  // No number is left: the licence itself is what still can end.
  if (!from || licence.current.version >= LICENCE_VERSION_MAX)
    throw new Error(`licence ${licence.id} has no version to go back to`);
  const { version: _, act: __, ...said } = from;
  const place = await findPlace(ports, { licence: licence.id, version: licence.current.version + 1 });
  const anew = { ...said, issuedOn: dateAt(ports.now), issuedAt: ports.now, application, place };
  return [...versionWrites(ports, licence, nextVersion(licence, "UNDO", anew))];
}
