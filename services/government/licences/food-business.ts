import type { CreditCode } from "../../field/credit-code.ts";
import type { RegionCode } from "../../field/region.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import type { ApplicationId } from "../cases/index.ts";
import type { Department } from "../catalogue/index.ts";
import type { ElectronicLicence, LicenceVersion } from "./repository/electronic-licence.ts";

/** The code of the type whose licences are public: their numbers hang on the wall of a business (食品安全法, art. 35). */
export const FOOD_BUSINESS = "food-business-licence";

/** The main trades of a business (主体业态), as the type's content has them. */
const FORMS = {
  食品销售经营者: "SALES",
  餐饮服务经营者: "CATERING",
  集中用餐单位食堂: "CANTEEN",
} as const;

type BusinessForm = (typeof FORMS)[keyof typeof FORMS];

/** A food-business licence as anybody reads it. */
export type Licence = {
  readonly number: string;
  readonly type: string;
  /** The enterprise that holds it, by its unified social credit code. */
  readonly holder: CreditCode;
  readonly businessName: string;
  readonly premises: string;
  readonly region: RegionCode;
  readonly businessForm: BusinessForm;
  readonly activities: readonly string[];
  readonly department: Department;
  /** That of its first version, whatever has renewed it. */
  readonly issuedOn: CivilDate;
  readonly validUntil: CivilDate;
  /** The case that has issued it; none of one that a register states. */
  readonly issuedIn: ApplicationId | undefined;
  /** The same licence in the repository. */
  readonly electronic: ElectronicLicence;
};

/** Reads a licence of the repository, whose first version is this one; undefined for one of another type, or that says less. */
export function foodBusinessLicence(
  electronic: ElectronicLicence,
  first: Pick<LicenceVersion, "issuedOn" | "application">,
): Licence | undefined {
  const { type, number, region, holder, current } = electronic;
  const { content, issuer, validUntil } = current;
  const [businessName, premises] = [content["name"], content["premises"]];
  const form = Object.entries(FORMS).find(([word]) => word === content["businessType"])?.[1];
  const isWhole = typeof businessName === "string" && typeof premises === "string" && form && validUntil;
  if (type !== FOOD_BUSINESS || holder.kind !== "ENTERPRISE" || !isWhole) return undefined;
  return {
    ...{ number, type, holder: holder.creditCode, businessName, premises, region, businessForm: form },
    activities: textsIn(content["activities"]),
    ...{ department: issuer.department, issuedOn: first.issuedOn, validUntil, issuedIn: first.application },
    electronic,
  };
}

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
