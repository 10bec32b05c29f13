import type { Message } from "../kernel/message.ts";
import { regionName } from "./named-region.ts";
import { isGroupCode, type RegionCode, regionsAround } from "./region.ts";
import { levelOf } from "./remedies.ts";

/** A prefecture that the province's agency administers has no government (派出机关, art. 24 (3)). */
const AGENCY = /(?:地区|盟)$/;

/** Regions that are called by their own name alone; a county or district also by that of what it lies in. */
export function governmentName(region: RegionCode): Message {
  const [own = region, ...around] = regionsAround(region).filter((one) => !isGroupCode(one));
  const above = levelOf(own) === "COUNTY" ? around[0] : undefined;
  const name = `${above ? regionName(above) : ""}${regionName(own)}`;
  return AGENCY.test(name)
    ? { zh: `${name}行政公署`, en: `Administrative Office of ${name}` }
    : { zh: `${name}人民政府`, en: `People's Government of ${name}` };
}
