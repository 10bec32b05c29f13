import type { TransactItem } from "../../kernel/database/database.ts";
import type { ApplicationId } from "../cases/index.ts";
import type { LicencePorts } from "./grant-licence.ts";
import { undoCase } from "./licence.ts";
import { licenceOfCase, putLicence } from "./store.ts";

/**
 * The writes by which taking a grant back changes its licence, for the commit of the revocation; nothing for other
 * cases.
 */
export async function takeLicenceBack(
  ports: LicencePorts,
  application: ApplicationId,
): Promise<readonly TransactItem[]> {
  const licence = await licenceOfCase(ports, application);
  if (!licence) return [];
  const next = undoCase(licence, application, ports.now);
  return next === licence ? [] : [putLicence(ports, next)];
}
