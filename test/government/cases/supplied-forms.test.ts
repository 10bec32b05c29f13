import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalogueKeys } from "../../../services/government/catalogue/keys.ts";
import { physicalName } from "../../../services/kernel/database/tables.ts";
import { startAnswerTime } from "../../support/answer-time.ts";
import { newCreditCode } from "../../support/made-up.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { catalogueOf, inputOf } from "../catalogue/api.ts";
import { draftOf, forPeople, publishItem } from "../catalogue/items.ts";
import {
  type Applicant,
  caseOf,
  newApplicant,
  PERMIT,
  saveCase,
  startCase,
  startCasework,
  submitAsIs,
  submitCase,
} from "./casework.ts";

type Form = Readonly<Record<string, unknown>>;

let platform: TestPlatform;
let catalogue: ReturnType<typeof catalogueOf>;
let applicant: Applicant;
beforeAll(async () => {
  platform = await startCasework();
  catalogue = catalogueOf(platform, () => platform.tokens.officer({ roles: ["CATALOGUE_EDITOR"] }));
  applicant = await newApplicant(platform);
});
afterAll(() => platform.stop());

const TIME_MAX_MS = 2_000;

let count = 0;
const newCode = (): string => {
  count += 1;
  return `FORM-${String(count).padStart(4, "0")}`;
};

const field = (schema: Form): Form => ({ type: "object", properties: { a: schema } });

/** Replaces the form of a record of the item as an editor could once publish it. */
async function storeForm(key: { readonly pk: string; readonly sk: string }, form: Form): Promise<void> {
  const { config } = platform.ports;
  await platform.documents.send(
    new UpdateCommand({
      TableName: physicalName(config.tablePrefix, "registry"),
      Key: key,
      UpdateExpression: "SET #form = :form",
      ExpressionAttributeNames: { "#form": "form" },
      ExpressionAttributeValues: { ":form": JSON.stringify(form) },
    }),
  );
}

async function publishForm(form: Form): Promise<string> {
  const code = newCode();
  await publishItem(platform, draftOf({ code, form: forPeople(form), materials: [] }), {
    "110000": "GENERAL",
  });
  return code;
}

const SEEN: readonly (readonly [string, Form, string])[] = [
  ["a form that is judged later", { ...field({ type: "string" }), $async: true }, "$async"],
  ["a pattern that looks back", field({ type: "string", pattern: "^(a+)+\\1$" }), "properties.a.pattern"],
  ["a reference to nowhere", field({ $ref: "#/$defs/nowhere" }), "properties.a.$ref"],
  ["a format that nobody knows", field({ type: "string", format: "emial" }), "properties.a.format"],
  ["a name of 100 characters", { properties: { ["n".repeat(100)]: { type: "string" } } }, "properties"],
];

describe("a form that could stop the process", () => {
  it.each(SEEN)("is not even drafted: %s", async (_, form, place) => {
    const code = newCode();
    expect(await catalogue.save(inputOf(draftOf({ code, form })))).toMatchObject({
      ...{ __typename: "InvalidInput", code: "FORM_INVALID" },
      path: ["input", "form", ...place.split(".")],
    });
    expect(await catalogue.draft(code)).toBeNull();
  });

  it.each([
    ["half a character", "\ud800"],
    ["half a character at its end", "a\udfff"],
    ["two wrong halves", "\udc00\ud800"],
    ["10,000 characters", "n".repeat(10_000)],
  ])("is not read with a name of %s", async (_, name) => {
    const code = newCode();
    const form = { type: "object", properties: { [name]: { type: "string" } } };
    const answer = await platform.call({
      token: await platform.tokens.officer({ roles: ["CATALOGUE_EDITOR"] }),
      query: "mutation ($input: ServiceItemInput!) { saveServiceItemDraft(input: $input) { __typename } }",
      variables: { input: inputOf(draftOf({ code, form })) },
    });
    expect(answer.errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
    expect(await catalogue.draft(code)).toBeNull();
  });

  it.each(SEEN)("is not published where it was drafted before: %s", async (_, form, place) => {
    const code = newCode();
    await catalogue.save(inputOf(draftOf({ code })));
    await storeForm(catalogueKeys.draft(code), form);
    expect(await catalogue.publish(code)).toMatchObject({
      __typename: "NotPublishable",
      violations: [{ code: "FORM_INVALID", path: ["form", ...place.split(".")] }],
    });
  });

  it.each(SEEN)("refuses what is filled in where it was published before: %s", async (_, form) => {
    const code = await publishForm(field({ type: "string" }));
    await storeForm(catalogueKeys.version(code, 1), form);
    const rejections: unknown[] = [];
    const note = (reason: unknown) => rejections.push(reason);
    process.on("unhandledRejection", note);
    const logged = platform.logs.length;
    const takenMs = startAnswerTime(platform.engine.pid);
    expect(at(await catalogue.item(code), "form")).toEqual(form);
    const id = textAt(await startCase(platform, applicant.token, { item: code }), "id");
    for (let i = 0; i < 2; i += 1) {
      expect(await caseOf(platform, applicant.token, id)).toMatchObject({
        problems: [{ code: "FORM_UNUSABLE", path: ["form"] }],
      });
    }
    expect(await saveCase(platform, applicant.token, id, { a: "b" })).toMatchObject({
      ...{ __typename: "InvalidInput", code: "FORM_UNUSABLE" },
      message: expect.stringMatching(/^The form of this item/),
    });
    expect(await submitAsIs(platform, applicant.token, id)).toMatchObject({
      ...{ __typename: "FormIncomplete", problems: [{ code: "FORM_UNUSABLE" }] },
    });
    expect(takenMs()).toBeLessThan(TIME_MAX_MS);
    await new Promise((resolve) => setImmediate(resolve));
    process.off("unhandledRejection", note);
    expect(rejections).toEqual([]);
    expect(platform.logs.slice(logged).filter(({ level }) => level === "ERROR")).toEqual([
      { level: "ERROR", message: "a published form cannot be used", item: code, version: 1 },
    ]);
  });

  it("cannot by a pattern that has too many ways: 4,000 characters are judged at once", async () => {
    const code = await publishForm(
      field({
        type: "string",
        pattern: "^(a+)+$",
        "x-hint": { zh: "字母 a", en: "Letters a" },
        examples: ["a"],
      }),
    );
    const id = textAt(await startCase(platform, applicant.token, { item: code }), "id");
    const takenMs = startAnswerTime(platform.engine.pid);
    await saveCase(platform, applicant.token, id, { a: `${"a".repeat(3_999)}!` });
    expect(await submitAsIs(platform, applicant.token, id)).toMatchObject({
      problems: [{ code: "FORM_PATTERN", path: ["form", "a"] }],
    });
    expect(takenMs()).toBeLessThan(TIME_MAX_MS);
  });
});

describe("only what the item's form asks for is kept:", () => {
  const FORM: Form = {
    type: "object",
    properties: {
      name: { type: "string" },
      home: { type: "object", properties: { street: { type: "string" } } },
      members: { type: "array", items: { $ref: "#/$defs/member" } },
    },
    $defs: { member: { type: "object", properties: { name: { type: "string" } } } },
  };
  let id = "";
  beforeAll(async () => {
    id = textAt(await startCase(platform, applicant.token, { item: await publishForm(FORM) }), "id");
  });
  const save = (form: Form): Promise<Json> => saveCase(platform, applicant.token, id, form);

  it.each<[string, Form, readonly string[]]>([
    ["a field that there is not", { nickname: "小明" }, ["nickname"]],
    ["one in a part of the form", { home: { street: "建国路", storey: 3 } }, ["home", "storey"]],
    ["one in an entry of a list", { members: [{ name: "李" }, { age: 3 }] }, ["members", "1", "age"]],
    ["one below what is a plain value", { name: { first: "明" } }, ["name", "first"]],
    ["a name that every object has", { constructor: "x" }, ["constructor"]],
    ["nothing, under a name that was never kept", { nickname: null }, ["nickname"]],
    ["a name of 100 characters", { ["n".repeat(100)]: "x" }, []],
    ["a name that is none", JSON.parse('{"__proto__":{"name":"x"}}'), []],
  ])("not %s", async (_, form, path) => {
    expect(await save(form)).toMatchObject({
      ...{ __typename: "InvalidInput", code: "FORM_FIELD_UNKNOWN" },
      path: ["form", ...path],
    });
    expect(at(await caseOf(platform, applicant.token, id), "form")).toEqual({});
  });

  it.each<[string, Form]>([
    ["of 10,000 characters", { ["n".repeat(10_000)]: "x" }],
    ["of half a character", { "\ud800": "x" }],
    ["of half a character below", { home: { "\udfff": "x" } }],
  ])("nothing is even read with a name %s", async (_, form) => {
    const answer = await platform.call({
      token: applicant.token,
      query:
        "mutation ($id: ID!, $form: JSONObject!) { saveApplication(id: $id, form: $form) { __typename } }",
      variables: { id, form },
    });
    expect(answer.errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
    expect(at(await caseOf(platform, applicant.token, id), "form")).toEqual({});
  });

  it("and no more values than a form may hold", async () => {
    const members = Array.from({ length: 1_001 }, () => ({}));
    expect(await save({ members })).toMatchObject({ code: "FORM_VALUES_TOO_MANY", path: ["form"] });
  });

  it("but all of what it asks for", async () => {
    const form = { name: "李", home: { street: "建国路" }, members: [{ name: "王" }, {}] };
    expect(at(await save(form), "form")).toEqual(form);
  });
});

describe("a field of a format says in Chinese and English what is wrong with it:", () => {
  const FIELDS: Form = {
    id: { type: "string", format: "citizen-id" },
    credit: { type: "string", format: "credit-code" },
    region: { type: "string", format: "region" },
    mobile: { type: "string", format: "mobile-cn" },
    account: { type: "string", format: "bank-account" },
    amount: { type: "string", format: "money" },
    day: { type: "string", format: "date" },
    mail: { type: "string", format: "email" },
    past: { type: "string", format: "date", "x-notAfter": "today" },
    coming: { type: "string", format: "date", "x-notBefore": "today" },
    from: { type: "string", format: "date", title: "起始日期", "x-notAfter": "until" },
    until: { type: "string", format: "date", title: "结束日期", "x-notBefore": "past" },
  };
  let code = "";
  beforeAll(async () => {
    code = await publishForm({ type: "object", properties: FIELDS });
  });

  async function problemsOf(form: Form, language: string): Promise<Json> {
    const id = textAt(await startCase(platform, applicant.token, { item: code }), "id");
    await saveCase(platform, applicant.token, id, form);
    const query = `query ($id: ID!) { node(id: $id) { ... on Application { problems { code message path } } } }`;
    const headers = { "accept-language": language };
    const answer = await platform.call({ token: applicant.token, query, variables: { id }, headers });
    return at(answer.data, "node", "problems");
  }

  it.each<[string, Form, string, string, string]>([
    [
      "a region that there is not",
      { id: "999999199002309999" },
      "FORM_CITIZEN_ID",
      "公民身份号码",
      "identity number",
    ],
    [
      "a birthday that there is not",
      { id: "110105199902309999" },
      "FORM_CITIZEN_ID",
      "公民身份号码",
      "identity number",
    ],
    [
      "a birthday to come",
      { id: "11010520300101001X" },
      "FORM_CITIZEN_ID",
      "公民身份号码",
      "identity number",
    ],
    [
      "a wrong check character",
      { id: "110105194912310021" },
      "FORM_CITIZEN_ID",
      "公民身份号码",
      "identity number",
    ],
    ["a wrong credit code", { credit: "91110105MA0000001Z" }, "FORM_CREDIT_CODE", "信用代码", "credit code"],
    ["a region's code of nowhere", { region: "110199" }, "FORM_REGION", "行政区划", "no region"],
    [
      "a mobile number of no network",
      { mobile: "12800138000" },
      "FORM_MOBILE_CN",
      "手机号码",
      "mobile number",
    ],
    [
      "an account with spaces",
      { account: "6222 0202 0001 2345" },
      "FORM_BANK_ACCOUNT",
      "银行账号",
      "bank account",
    ],
    ["an amount of three decimals", { amount: "1.005" }, "FORM_MONEY", "两位小数", "two decimals"],
    ["an amount below nothing", { amount: "-1.00" }, "FORM_MONEY", "两位小数", "two decimals"],
    ["a day that there is not", { day: "2026-02-30" }, "FORM_DATE", "日期应真实存在", "has to exist"],
    ["a day in another writing", { day: "2026/02/03" }, "FORM_DATE", "日期应真实存在", "has to exist"],
    ["an address without a host", { mail: "a@" }, "FORM_FORMAT", "email", "email"],
    ["a day to come", { past: "2026-03-03" }, "FORM_AFTER_TODAY", "不能晚于今天", "after today"],
    ["a day that has been", { coming: "2026-03-01" }, "FORM_BEFORE_TODAY", "不能早于今天", "before today"],
    [
      "a beginning after its end",
      { from: "2026-05-02", until: "2026-05-01" },
      "FORM_AFTER_FIELD",
      "不能晚于“结束日期”",
      'after "结束日期"',
    ],
    [
      "an end before what came first",
      { past: "2026-03-02", until: "2026-03-01" },
      "FORM_BEFORE_FIELD",
      "不能早于“past”",
      'before "past"',
    ],
  ])("%s", async (_, form, problem, zh, en) => {
    const inChinese = await problemsOf(form, "zh");
    expect(inChinese).toMatchObject([{ code: problem, message: expect.stringContaining(zh) }]);
    const inEnglish = await problemsOf(form, "en");
    expect(inEnglish).toMatchObject([{ code: problem, message: expect.stringContaining(en) }]);
  });

  it("and nothing where all is right", async () => {
    const form = {
      ...{ id: "11010519491231002X", credit: newCreditCode(), region: "110105", mobile: "13800138000" },
      ...{ account: "6222020200012345678", amount: "4500.00", day: "2026-02-28", mail: "wang@example.com" },
      ...{ past: "2026-03-02", coming: "2026-03-02", from: "2026-05-01", until: "2026-05-01" },
    };
    const problems = await problemsOf(form, "en");
    expect(Array.isArray(problems) ? problems.map((one) => at(one, "path", 1)) : []).toEqual(
      ["credit"].slice(1),
    );
  });
});

describe("a residence permit", () => {
  const FORM = {
    ...{ applicantName: "王小明", idNumber: "11010519491231002X", mobile: "13800138000" },
    ...{
      address: "朝阳区建国路 1 号",
      addressRegion: "110105",
      residentSince: "2024-01-01",
      ground: "连续就读",
    },
  };
  it("is not applied for under an identity number, in a region or since a day that there is not", async () => {
    const wrong = { idNumber: "999999199002309999", addressRegion: "110199", residentSince: "2030-01-01" };
    const id = textAt(await startCase(platform, applicant.token, { item: PERMIT }), "id");
    await saveCase(platform, applicant.token, id, { ...FORM, ...wrong });
    const outcome = await submitCase(platform, applicant.token, id);
    expect(outcome).toMatchObject({ __typename: "FormIncomplete" });
    const problems = at(outcome, "problems");
    expect(Array.isArray(problems) ? problems.map((one) => textAt(one, "code")) : []).toEqual(
      expect.arrayContaining(["FORM_CITIZEN_ID", "FORM_REGION", "FORM_AFTER_TODAY"]),
    );
    await saveCase(platform, applicant.token, id, FORM);
    expect(await submitCase(platform, applicant.token, id)).toMatchObject({ status: "SUBMITTED" });
  });
});
