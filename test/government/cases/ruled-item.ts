import type { TestPlatform } from "../../support/platform.ts";
import { draftOf, publishItem } from "../catalogue/items.ts";

export const RULED = "TEST-RULED-1";
/** The applicant's name that the rule refuses. */
export const REFUSED = "不予批准";
export const DEPARTMENT = "BJ-GJJ";

/** Anybody who gives a name is granted what they apply for, but for one name. */
export const ruledOn = (otherwise: "REJECT" | "ROUTE", samplePercent = 1) => ({
  samplePercent,
  checks: [
    {
      code: "name",
      name: { zh: "姓名可用", en: "The name can be used" },
      failed: { zh: "这个姓名不可用。", en: "This name cannot be used." },
      advice: { zh: "请更正姓名。", en: "Put the name right." },
      holds: { "!==": [{ var: "form.name" }, REFUSED] },
      otherwise,
      ground: { law: "住房公积金管理条例", article: "第二十四条" },
    },
  ],
});

/** An item that such a rule decides at once. */
export const publishRuledItem = (platform: TestPlatform, { samplePercent = 1, code = RULED } = {}) =>
  publishItem(platform, draftOf({ code, materials: [], rule: ruledOn("REJECT", samplePercent) }), {
    "110000": "GENERAL",
  });
