import { type CreditCode, creditCodeCheck, isCreditCode } from "../../../services/field/credit-code.ts";
import { date } from "../../../services/kernel/civil-date.ts";
import { BEIJING, HOUSING_FUND_CENTRE, MARKET_REGULATION, PUBLIC_SECURITY } from "../items/demo-item.ts";

/** A credit code that is no authority's, for one of the demo: `place` is its region and the 9 characters behind it. */
export function demoCreditCode(place: string): CreditCode {
  const first17 = `11${place}`;
  const code = `${first17}${creditCodeCheck(first17)}`;
  if (!isCreditCode(code)) throw new Error(`${code} is no credit code`);
  return code;
}

const CIVIL_AFFAIRS = {
  code: "BJ-MZ",
  name: { zh: "北京市民政局", en: "Beijing Civil Affairs Bureau" },
};
const DISABLED_PERSONS = {
  code: "BJ-CL",
  name: { zh: "北京市残疾人联合会", en: "Beijing Disabled Persons' Federation" },
};

const authority = (department: typeof MARKET_REGULATION, place: string) => ({
  department,
  creditCode: demoCreditCode(`${BEIJING}${place}`),
});

/** The authorities that define and issue the demo city's licences. */
export const AUTHORITIES = {
  marketRegulation: authority(MARKET_REGULATION, "DEM000001"),
  publicSecurity: authority(PUBLIC_SECURITY, "DEM000002"),
  housingFund: authority(HOUSING_FUND_CENTRE, "DEM000003"),
  civilAffairs: authority(CIVIL_AFFAIRS, "DEM000004"),
  disabledPersons: authority(DISABLED_PERSONS, "DEM000005"),
} as const;

/** An authority that defines a type for the whole city and issues it there. */
export const definedBy = (
  { department, creditCode }: (typeof AUTHORITIES)["civilAffairs"],
  serial: string,
) => ({
  department,
  regions: [BEIJING],
  typeCode: `${creditCode}${serial}`,
  issuers: [{ department, creditCode, regions: [BEIJING], from: date("2019-01-01") }],
});
