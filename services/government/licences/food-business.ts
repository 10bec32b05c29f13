import { type CreditCode, isCreditCode } from "../../field/credit-code.ts";
import { isRegionCode, type RegionCode } from "../../field/region.ts";
import type { BusinessForm } from "./licence-number.ts";

type Form = Readonly<Record<string, unknown>>;

/** The statements of an application about the food business that it is for. */
export type FoodBusiness = {
  readonly holder: CreditCode;
  readonly businessName: string;
  readonly premises: string;
  readonly region: RegionCode;
  readonly businessForm: BusinessForm;
  readonly activities: readonly string[];
};

/** 主体业态 as forms have it. */
const FORMS = new Map<string, BusinessForm>([
  ["食品销售经营者", "SALES"],
  ["餐饮服务经营者", "CATERING"],
  ["集中用餐单位食堂", "CANTEEN"],
]);

/** Reads a form; undefined where it lacks something that a licence has to say. */
export function foodBusinessIn(form: Form): FoodBusiness | undefined {
  const holder = textIn(form, "creditCode");
  const region = textIn(form, "premisesRegion");
  const businessForm = FORMS.get(textIn(form, "businessType"));
  const texts = { businessName: textIn(form, "businessName"), premises: textIn(form, "premises") };
  const { activities } = form;
  const named = Array.isArray(activities) ? activities.filter((one) => typeof one === "string") : [];
  const isWhole = isCreditCode(holder) && isRegionCode(region) && businessForm && named.length > 0;
  return isWhole && texts.businessName && texts.premises
    ? { holder, region, businessForm, activities: named, ...texts }
    : undefined;
}

export function textIn(form: Form, name: string): string {
  const value = form[name];
  return typeof value === "string" ? value : "";
}
