import { isRegionCode, type RegionCode } from "../../../services/field/region.ts";
import type { DraftInput, RollOutStage } from "../../../services/government/catalogue/index.ts";

/** A service item of the demo city, and where it is switched on. */
export type DemoItem = {
  readonly draft: DraftInput;
  readonly rollOut: readonly { readonly region: RegionCode; readonly stage: RollOutStage }[];
};

export const BEIJING = region("110000");
export const CHAOYANG = region("110105");

function region(code: string): RegionCode {
  if (!isRegionCode(code)) throw new Error(`${code} is no region code`);
  return code;
}

/**
 * The departments that are responsible in Beijing. Their codes, and those of the items, are the demo's own: the
 * national catalogue's 31-character codes fit as well.
 */
export const HOUSING_FUND_CENTRE = {
  code: "BJ-GJJ",
  name: { zh: "北京住房公积金管理中心", en: "Beijing Housing Provident Fund Management Centre" },
};
export const MARKET_REGULATION = {
  code: "BJ-SCJG",
  name: { zh: "北京市市场监督管理局", en: "Beijing Administration for Market Regulation" },
};
export const PUBLIC_SECURITY = {
  code: "BJ-GA",
  name: { zh: "北京市公安局", en: "Beijing Public Security Bureau" },
};

export const ID_CARD = {
  code: "id-card",
  name: { zh: "居民身份证", en: "Resident identity card" },
  required: true,
  replacedByLicence: "resident-id-card",
};
