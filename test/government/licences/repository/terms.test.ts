import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LicenceAct, LicenceTerms } from "../../../../services/government/catalogue/index.ts";
import { publishServiceItem, saveServiceItemDraft } from "../../../../services/government/catalogue/index.ts";
import { must } from "../../../support/must.ts";
import { startPlatform, type TestPlatform } from "../../../support/platform.ts";
import { editorOf, forPeople } from "../../catalogue/items.ts";
import { actItem, HOLDER, publishTypeWithItems } from "./repository-world.ts";

const TYPE = "mason";
let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
  await publishTypeWithItems(platform, TYPE);
});
afterAll(() => platform.stop());

let items = 0;
/** The violations that keep an item with these terms from being published. */
async function violationsOf(acting: LicenceAct, terms: Partial<LicenceTerms>, changes = {}) {
  items += 1;
  const draft = { ...actItem(TYPE, acting, terms), ...changes, code: `TERMS-${items}` };
  const actor = editorOf();
  const context = platform.context(actor);
  const by = { actor, now: context.now };
  must(await saveServiceItemDraft(draft, { ...by, actor: editorOf() }, context));
  const published = await publishServiceItem(draft.code, { reason: "依法公布" }, by, context);
  if (published.ok) return [];
  if (!("violations" in published.error)) throw new Error(published.error.code);
  return published.error.violations.map(({ code, path }) => [code, ...path].join(" "));
}

const SAID = Object.fromEntries(Object.keys(HOLDER).map((field) => [field, { var: `form.${field}` }]));
const PAYING = forPeople({
  ...{ type: "object", required: ["payoutAccount"] },
  properties: { payoutAccount: { type: "string", title: "收款账户", format: "payout-account" } },
});
const NUMBER = { var: "form.number" };
const COUNTED = { prefix: "JY", series: [{ var: "form.grade" }], digits: 6, check: "MOD_11_10" } as const;

describe("an item's licence terms keep it from being published", () => {
  it.each<[string, LicenceAct, Partial<LicenceTerms>, string]>([
    ["of a type that is not in force", "ISSUE", { type: "nothing" }, "LICENCE_TYPE_UNKNOWN licence type"],
    [
      "with a field that the type does not have",
      "ISSUE",
      { content: { ...SAID, colour: "red" } },
      "LICENCE_FIELD_UNKNOWN licence content colour",
    ],
    [
      "without a field that the type asks for",
      "ISSUE",
      { content: { name: NUMBER, trade: NUMBER } },
      "LICENCE_FIELD_UNSAID licence content grade",
    ],
    [
      "with an operator that rules do not have",
      "ISSUE",
      { content: { ...SAID, remark: { cat: ["a"] } } },
      "EXPRESSION_UNKNOWN_OPERATOR licence content remark",
    ],
    [
      "with a fact that nobody tells",
      "ISSUE",
      { content: { ...SAID, remark: { var: "facts.housingFund.balance" } } },
      "FACT_UNKNOWN licence content remark",
    ],
    [
      "with a number that reads what nobody tells",
      "CANCEL",
      { number: { var: "secret" } },
      "FACT_UNKNOWN licence number",
    ],
    [
      "that changes what the act leaves alone",
      "REISSUE",
      { number: NUMBER, content: SAID },
      "LICENCE_CONTENT_OF_ACT licence content",
    ],
    [
      "with an end where the act sets none",
      "SUSPEND",
      { number: NUMBER, until: { var: "form.number" } },
      "LICENCE_END_OF_ACT licence until",
    ],
    [
      "with a time to ask for it where it is no renewal",
      "CHANGE",
      { number: NUMBER, window: { inTimeWorkingDays: 15 } },
      "LICENCE_WINDOW_OF_ACT licence window",
    ],
    [
      "with a place where the licence has one already",
      "CHANGE",
      { region: { var: "form.number" } },
      "LICENCE_REGION_OF_ACT licence region",
    ],
    [
      "with a number that reads itself",
      "ISSUE",
      { number: { var: "facts.licence.number" } },
      "FACT_UNKNOWN licence number",
    ],
    [
      "with numbers that count up where none is given out",
      "CHANGE",
      { number: NUMBER, counted: COUNTED },
      "LICENCE_COUNT_OF_ACT licence counted",
    ],
    [
      "with numbers that count up beside one that it says",
      "ISSUE",
      { number: NUMBER, counted: COUNTED },
      "LICENCE_COUNT_OF_ACT licence counted",
    ],
    [
      "with a series that reads what nobody tells",
      "ISSUE",
      { counted: { ...COUNTED, series: [{ var: "facts.licence.number" }] } },
      "FACT_UNKNOWN licence counted series 0",
    ],
    ...[
      { prefix: "" },
      { prefix: "jy" },
      { prefix: "食" },
      { prefix: "J-Y" },
      { prefix: "J".repeat(20), digits: 19 },
      { series: [] },
      { digits: 0 },
      { digits: 13 },
    ].map((wrong): [string, LicenceAct, Partial<LicenceTerms>, string] => [
      `with numbers that count up by ${JSON.stringify(wrong)}`,
      "ISSUE",
      { counted: { ...COUNTED, ...wrong } },
      "LICENCE_COUNT_UNFIT licence counted",
    ]),
    ...[
      { inTimeWorkingDays: 0 },
      { inTimeWorkingDays: 367 },
      { inTimeWorkingDays: 15, opensWorkingDays: 14 },
      { inTimeWorkingDays: 15, opensWorkingDays: 367 },
    ].map((window): [string, LicenceAct, Partial<LicenceTerms>, string] => [
      `with a time to ask for it of ${JSON.stringify(window)}`,
      "RENEW",
      { window },
      "LICENCE_WINDOW_OUT_OF_RANGE licence window",
    ]),
  ])("%s", async (_, acting, terms, violation) => {
    expect(await violationsOf(acting, terms)).toEqual([violation]);
  });

  it.each(["CHANGE", "RENEW", "REISSUE", "SUSPEND", "RESUME", "CANCEL"] as const)(
    "without the number of the licence for %s",
    async (act) => {
      const licence = { act, type: TYPE };
      expect(await violationsOf(act, {}, { licence })).toEqual(["LICENCE_NUMBER_UNSAID licence number"]);
    },
  );

  it("where the item has another effect, or none, and where its effect has no terms", async () => {
    const alone = ["LICENCE_TERMS_ALONE licence"];
    expect(await violationsOf("ISSUE", {}, { effect: undefined })).toEqual(alone);
    expect(await violationsOf("ISSUE", {}, { effect: "HOUSING_FUND_RETIREMENT", form: PAYING })).toEqual(
      alone,
    );
    expect(await violationsOf("ISSUE", {}, { licence: undefined })).toEqual(alone);
  });

  it("and hold nothing against one that can be brought about", async () => {
    expect(await violationsOf("ISSUE", {})).toEqual([]);
    const remark = { var: "facts.licence.number" };
    const region = { var: "form.remark" };
    expect(await violationsOf("ISSUE", { counted: COUNTED, region, content: { ...SAID, remark } })).toEqual(
      [],
    );
    const window = { inTimeWorkingDays: 15, opensWorkingDays: 90 };
    expect(await violationsOf("RENEW", { window })).toEqual([]);
    expect(await violationsOf("RENEW", { until: { var: "facts.licence.decidedOn" } })).toEqual([]);
  });
});
