import { foodBusinessLicenceType } from "../../local/demo/licence-types/of-enterprises.ts";
import { disabilityCertificate } from "../../local/demo/licence-types/of-people.ts";
import { publishItem } from "./licence-city.ts";
import type { Site } from "./site.ts";

type Place = Pick<Site, "endpoint" | "demo">;

export const ITEM_WITH_WAYS = "BJ-CL-BT-001";

/** Publishes an item whose materials licences may stand for: of a member of the household, and of another region. */
export async function publishItemWithWays(site: Place): Promise<void> {
  const { code: type, department, legalBasis, content } = disabilityCertificate;
  const { additionalProperties: _, ...form } = content;
  await publishItem(site, {
    ...{
      code: ITEM_WITH_WAYS,
      name: { zh: "残疾人家庭补贴", en: "Allowance for a household" },
      department,
      legalBasis,
    },
    ...{ regions: ["110000"], audiences: ["NATURAL_PERSON"], channels: ["ONLINE"], visits: 0 },
    ...{ promisedWorkingDays: 5, statutoryWorkingDays: 20, form, fee: { amount: "0.00" } },
    materials: [
      {
        ...{ code: "certificate", name: { zh: "残疾人证", en: "Disability certificate" }, required: true },
        ...{ replacedByLicence: type, licenceOf: "HOUSEHOLD", licenceFields: ["grade"] },
      },
      {
        ...{ code: "permit", name: { zh: "食品经营许可证", en: "Food permit" }, required: false },
        replacedByLicence: foodBusinessLicenceType.code,
      },
    ],
    steps: [
      {
        code: "accept",
        name: { zh: "受理", en: "Acceptance" },
        role: "acceptor",
        workingDays: 1,
      },
      {
        code: "decide",
        name: { zh: "决定", en: "Decision" },
        role: "decider",
        workingDays: 1,
      },
    ],
  });
}
