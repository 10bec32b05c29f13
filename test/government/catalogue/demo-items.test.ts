import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_ITEMS, publishDemoItems } from "../../../local/demo/service-items.ts";
import { checkDraft } from "../../../services/government/catalogue/draft.ts";
import { formProblems } from "../../../services/government/catalogue/form-schema.ts";
import { formGaps } from "../../../services/government/catalogue/forms/form-gaps.ts";
import { type FormReview, publishable } from "../../../services/government/catalogue/service-item.ts";
import { must } from "../../support/must.ts";
import { at, startPlatform, type TestPlatform } from "../../support/platform.ts";
import { catalogueOf } from "./api.ts";
import { editorOf } from "./items.ts";

let platform: TestPlatform;
let catalogue: ReturnType<typeof catalogueOf>;
beforeAll(async () => {
  platform = await startPlatform();
  catalogue = catalogueOf(platform, () => platform.tokens.officer({ roles: ["CATALOGUE_EDITOR"] }));
  const editor = editorOf({ regionPrefix: "11" });
  await publishDemoItems(editor, platform.context(editor));
});
afterAll(() => platform.stop());

const FOOD = ["BJ-SCJG-SPJY-001", "BJ-SCJG-SPJY-002", "BJ-SCJG-SPJY-003"];
const LOAN = ["BJ-GJJ-HDTQ-001", "BJ-GJJ-HDYD-001"];
const RENT = ["BJ-GJJ-ZFTQ-001", "BJ-GJJ-ZFYD-001"];
const PERMIT = ["BJ-GA-JZZBG-001", "BJ-GA-JZZSL-001"];
const CITY = [...PERMIT, ...LOAN, "BJ-GJJ-TXTQ-001", ...RENT, ...FOOD];
const PILOTS = ["BJ-SCJG-GTSL-001", "BJ-SCJG-LGLB-001"];

describe("the demo city's service items", () => {
  it.each(DEMO_ITEMS.map(({ draft }) => [draft.name.zh, draft] as const))(
    "%s can be published",
    (_, draft) => {
      const { effects, heldValues } = platform.ports.parts;
      const review: FormReview = { problems: formProblems, gaps: (form) => formGaps(form, heldValues) };
      expect(publishable(must(checkDraft(draft)), review, effects)).toMatchObject({ ok: true });
    },
  );
  it("differ from region to region: Chaoyang has a pilot that the rest of Beijing has not", async () => {
    expect(await catalogue.listed("110000")).toEqual(CITY);
    expect(await catalogue.listed("110101")).toEqual(CITY);
    expect(await catalogue.listed("110105")).toEqual([...CITY, ...PILOTS].sort());
    expect(await catalogue.listed("310000")).toEqual([]);
  });
  it.each([
    ["公积金租房", RENT],
    ["退休 提取", ["BJ-GJJ-TXTQ-001"]],
    ["食品许可", FOOD],
    ["营业执照", ["BJ-SCJG-SPJY-001"]],
    ["housing-fund", ["BJ-GJJ-HDTQ-001", "BJ-GJJ-TXTQ-001", "BJ-GJJ-ZFTQ-001"]],
  ])("are found by %s", async (search, codes) =>
    expect(await catalogue.listed("110000", { search })).toEqual(codes),
  );
  it("have one that several departments handle jointly, by the times of the law", async () => {
    const joint = DEMO_ITEMS.map(({ draft }) => draft).filter(({ handling }) => handling === "JOINT");
    expect(joint.map(({ statutoryWorkingDays }) => statutoryWorkingDays)).toEqual([45]);
    const [item] = joint;
    expect(item?.steps.some(({ department }) => department && department !== item.department.code)).toBe(
      true,
    );
  });
  it("are published once, however often the demo city is set up", async () => {
    const editor = editorOf();
    await publishDemoItems(editor, platform.context(editor));
    for (const { draft } of DEMO_ITEMS) expect(at(await catalogue.item(draft.code), "version")).toBe(1);
  });
});

it("their forms are read page by page, by anybody", async () => {
  const query = `{ serviceItem(code: "BJ-GJJ-ZFTQ-001") { formPages { title { zh en } fields {
    name path label { zh en } hint { en } widget required choices { value label { en } } when { path values }
    held example pattern minLength maxLength minimum minItems notBefore confirms } } } }`;
  const { data, errors } = await platform.call({ query });
  expect(errors).toEqual([]);
  const none = {
    hint: null,
    held: null,
    choices: [],
    when: [],
    example: null,
    pattern: null,
    minLength: null,
  };
  const unbounded = { maxLength: null, minimum: null, minItems: null, notBefore: null, confirms: null };
  expect(at(data, "serviceItem", "formPages", 1)).toEqual({
    title: { zh: "家庭", en: "Household" },
    fields: [
      {
        ...{ ...none, ...unbounded, name: "maritalStatus", path: ["maritalStatus"], required: true },
        ...{ label: { zh: "婚姻状况", en: "Marital status" }, widget: "CHOICE" },
        choices: [
          { value: "未婚", label: { en: "Single" } },
          { value: "已婚", label: { en: "Married" } },
          { value: "离异", label: { en: "Divorced" } },
          { value: "丧偶", label: { en: "Widowed" } },
        ],
      },
      {
        ...{ ...none, ...unbounded, name: "spouse", path: ["spouse"], required: true, widget: "GROUP" },
        ...{ label: { zh: "配偶", en: "Spouse" }, when: [{ path: ["maritalStatus"], values: ["已婚"] }] },
        hint: { en: expect.stringContaining("confirm you") },
      },
      {
        ...{ ...none, ...unbounded, name: "name", path: ["spouse", "name"], required: true, widget: "TEXT" },
        ...{ label: { zh: "姓名", en: "Name" }, minLength: 2, maxLength: 50 },
      },
      {
        ...{ ...none, ...unbounded, name: "idNumber", path: ["spouse", "idNumber"], required: true },
        ...{ label: { zh: "公民身份号码", en: "Identity number" }, widget: "ID_NUMBER" },
        example: "11010519491231002X",
      },
      {
        ...{ ...none, ...unbounded, name: "hasHomeInCity", path: ["hasHomeInCity"], required: true },
        label: { zh: "本人及配偶在本市无自有住房", en: "Neither I nor my spouse own a home in the city" },
        ...{ widget: "CONFIRM", confirms: false },
      },
    ],
  });
});
