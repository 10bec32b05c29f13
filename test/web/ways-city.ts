import { foodBusinessLicenceType } from "../../local/demo/licence-types/of-enterprises.ts";
import { disabilityCertificate } from "../../local/demo/licence-types/of-people.ts";
import { itemOf, publishItem } from "./licence-city.ts";
import type { Site } from "./site.ts";

type Place = Pick<Site, "endpoint" | "demo">;

export const ITEM_WITH_WAYS = "BJ-CL-BT-001";

/** Publishes an item whose materials licences may stand for: of a member of the household, and of another region. */
export async function publishItemWithWays(site: Place): Promise<void> {
  const { code: type, department, legalBasis, content } = disabilityCertificate;
  const { additionalProperties: _, ...form } = content;
  const called = {
    ...{ code: ITEM_WITH_WAYS, department },
    name: { zh: "残疾人家庭补贴", en: "Allowance for a household" },
  };
  const materials = [
    {
      ...{ code: "certificate", name: { zh: "残疾人证", en: "Disability certificate" }, required: true },
      ...{ replacedByLicence: type, licenceOf: "HOUSEHOLD", licenceFields: ["grade"] },
    },
    {
      ...{ code: "permit", name: { zh: "食品经营许可证", en: "Food permit" }, required: false },
      replacedByLicence: foodBusinessLicenceType.code,
    },
  ];
  await publishItem(site, itemOf(called, { legalBasis, form, materials }));
}
