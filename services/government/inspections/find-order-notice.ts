import { type RegionCode, regionsAround } from "../../field/region.ts";
import { findNotice, type RemedyNotice } from "../../people/remedies/index.ts";
import type { InspectionPlan } from "./plan.ts";

/** The legal remedies that an order of a plan's department names now, whose plan is for all of its region. */
export const findOrderNotice = (
  ports: Parameters<typeof findNotice>[0],
  { department, region: planned }: Pick<InspectionPlan, "department" | "region">,
  region: RegionCode,
): Promise<RemedyNotice> => {
  const territory = regionsAround(region).find((around) => around === planned);
  return findNotice(ports, { department, region, ...(territory ? { territory } : {}) });
};
