import { LAST_DAY } from "../../../kernel/civil-date.ts";
import { INDEX1 } from "../../../kernel/database/tables.ts";
import { licenceKeys } from "../keys.ts";
import type { ElectronicLicence } from "./electronic-licence.ts";

/** Its place among its department's licences; one that is suspended or has ended is in no list of licences to inspect. */
export const departmentPlace = ({
  type,
  number,
  region,
  current,
  suspended,
  ended,
}: ElectronicLicence): Readonly<Record<string, string>> =>
  (suspended ?? ended)
    ? {}
    : {
        [INDEX1.pk]: licenceKeys.ofDepartment(type, current.issuer.department.code),
        [INDEX1.sk]: licenceKeys.inRegion(region, number, current.validUntil ?? LAST_DAY),
      };
