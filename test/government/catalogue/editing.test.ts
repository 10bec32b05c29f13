import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { checkDraft } from "../../../services/government/catalogue/draft.ts";
import { putDraft } from "../../../services/government/catalogue/store.ts";
import { type CitizenId, newId } from "../../../services/kernel/ids.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { must } from "../../support/must.ts";
import { at, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { catalogueOf, historyOf, inputOf } from "./api.ts";
import { draftOf, editorOf, region } from "./items.ts";

let platform: TestPlatform;
let catalogue: ReturnType<typeof catalogueOf>;
beforeAll(async () => {
  platform = await startPlatform();
  catalogue = catalogueOf(platform, () => tokenOf());
});
afterAll(() => platform.stop());

/** Each test has an item of its own. */
let code = "";
let count = 0;
beforeEach(() => {
  count += 1;
  code = `ITEM-${String(count).padStart(4, "0")}`;
});

const tokenOf = (
  jurisdiction: { region?: string; departments?: string[]; person?: CitizenId } = {},
): Promise<string> => platform.tokens.officer({ roles: ["CATALOGUE_EDITOR"], ...jurisdiction });

const history = () => historyOf(platform, code);

describe("what cannot be done is told with its reason", () => {
  it("a draft that breaks rules is not published, and every rule is named in words", async () => {
    await catalogue.save(inputOf(draftOf({ code, legalBasis: [], promisedWorkingDays: 4 })));
    expect(await catalogue.publish(code)).toEqual({
      __typename: "NotPublishable",
      code: "NOT_PUBLISHABLE",
      message: "The draft cannot be published yet; resolve what is listed.",
      violations: [
        {
          code: "LEGAL_BASIS_MISSING",
          message: "An item without a legal basis cannot be published.",
          path: ["legalBasis"],
        },
        {
          code: "PROMISED_ABOVE_STATUTORY",
          message: "The promised time cannot exceed the statutory 3 working days.",
          path: ["promisedWorkingDays"],
        },
      ],
    });
    expect(await catalogue.item(code)).toBeNull();
  });
  it("every rule has its words", async () => {
    const step = { code: "a", name: { zh: "", en: "" }, role: "a", workingDays: 4 };
    const nothing = { legalBasis: [], regions: [], audiences: [], channels: [], materials: [] } as const;
    const steps = [
      ...[step, { ...step, role: "acceptor", workingDays: 6 }],
      ...[
        { ...step, role: "reviewer" },
        { ...step, role: "issuer", workingDays: 11 },
      ],
    ];
    const bad = { visits: 10, promisedWorkingDays: 400, steps };
    const input = inputOf(draftOf({ code, ...nothing, ...bad }));
    const refused = await catalogue.save({ ...input, form: { type: 3 } });
    expect(refused).toMatchObject({ code: "FORM_INVALID", path: ["input", "form", "type"] });
    expect(textAt(refused, "message")).toMatch(/^The form is not /);
    expect(await catalogue.save(input)).toMatchObject({ __typename: "ServiceItem" });
    const violations = at(await catalogue.publish(code), "violations");
    const codes = Array.isArray(violations) ? violations.map((one) => textAt(one, "code")) : [];
    expect(new Set(codes).size).toBe(13);
    expect(await catalogue.save({ ...input, steps: [] })).toMatchObject({ __typename: "ServiceItem" });
    expect(at(await catalogue.publish(code), "violations")).toContainEqual(
      expect.objectContaining({ code: "STEP_MISSING" }),
    );
  });
  it("a fact that nobody provides is named in words, with those that there are", async () => {
    const check = {
      ...{
        code: "age",
        name: { zh: "年龄", en: "Age" },
        failed: { zh: "不符合。", en: "Not so." },
        advice: { zh: "请更正。", en: "Put it right." },
        otherwise: "ROUTE" as const,
      },
      holds: { ">": [{ var: "facts.identity.age" }, 18] },
      ground: { law: "民法典", article: "第十七条" },
    };
    await catalogue.save(inputOf(draftOf({ code, rule: { samplePercent: 5, checks: [check] } })));
    const [refused] = [at(await catalogue.publish(code), "violations", 0)];
    expect(refused).toMatchObject({ code: "FACT_UNKNOWN", path: ["rule", "checks", "0", "holds"] });
    expect(textAt(refused, "message")).toMatch(
      /^Nobody provides facts\.identity\.age .*facts\.identity\.isOwn;/,
    );
  });
  it("the turns of life at which it is needed are read of the draft and of the version, each once", async () => {
    const read = async (field: string): Promise<unknown> =>
      at(
        await catalogue.run(`{ result: ${field}(code: "${code}") { lifeEvents } }`, {}, await tokenOf()),
        "lifeEvents",
      );
    await catalogue.save(inputOf(draftOf({ code, lifeEvents: ["HOME", "DAILY_LIFE", "HOME"] })));
    expect(await read("serviceItemDraft")).toEqual(["HOME", "DAILY_LIFE"]);
    await catalogue.publish(code);
    expect(await read("serviceItem")).toEqual(["HOME", "DAILY_LIFE"]);
    await catalogue.save(inputOf(draftOf({ code })));
    expect(await read("serviceItemDraft")).toEqual([]);
  });
  it("money that is negative is not even drafted", async () => {
    const input = { ...inputOf(draftOf({ code })), fee: { amount: "-1.00" } };
    expect(await catalogue.save(input)).toMatchObject({
      code: "FEE_NEGATIVE",
      path: ["input", "fee", "amount"],
    });
    expect(await catalogue.draft(code)).toBeNull();
  });
  it("a draft that was published already is not published again", async () => {
    await catalogue.save(inputOf(draftOf({ code })));
    await catalogue.publish(code);
    expect(await catalogue.publish(code)).toMatchObject({
      __typename: "NotAllowedNow",
      state: "PUBLISHED",
      availableActions: ["saveServiceItemDraft", "rollOutServiceItem"],
    });
  });
  it("a draft is published by an editor who has not saved it since it was begun", async () => {
    const [first, second, third] = await Promise.all([tokenOf(), tokenOf(), tokenOf()]);
    await catalogue.save(inputOf(draftOf({ code })), first);
    const refused = { __typename: "SameOfficer", code: "SAME_OFFICER" };
    expect(await catalogue.publish(code, first)).toEqual({
      ...refused,
      message: "You took the step before this one, so another officer has to take this one.",
    });
    expect(await catalogue.item(code)).toBeNull();
    expect(await history()).toHaveLength(1);
    // The second one replaces it, perhaps by the same words: the first one's part in it is not over.
    await catalogue.save(inputOf(draftOf({ code, visits: 1 })), second);
    expect(await catalogue.publish(code, second)).toMatchObject(refused);
    expect(await catalogue.publish(code, first)).toMatchObject(refused);
    expect(await catalogue.publish(code, third)).toMatchObject({ version: 1, visits: 1 });
    // A published draft is done with: the next one has editors of its own.
    await catalogue.save(inputOf(draftOf({ code, visits: 2 })), third);
    expect(await catalogue.publish(code, third)).toMatchObject(refused);
    expect(await catalogue.publish(code, first)).toMatchObject({ version: 2, visits: 2 });
  });
  it("nor by one of its editors under another officer's id", async () => {
    const person = newId("ctz", systemRuntime);
    const [mine, alsoMine] = await Promise.all([tokenOf({ person }), tokenOf({ person })]);
    await catalogue.save(inputOf(draftOf({ code })), mine);
    expect(await catalogue.publish(code, alsoMine)).toMatchObject({ code: "SAME_OFFICER" });
    expect(await catalogue.publish(code)).toMatchObject({ version: 1 });
  });
  it("nor by anybody, where it is not known who has saved it, until somebody does", async () => {
    const draft = must(checkDraft(draftOf({ code })));
    const { database, commit, now, requestId, actor } = platform.context(editorOf());
    const writes = [putDraft(database, { ...draft, revision: 1 }, undefined)];
    must(
      await commit({
        ...{ actor, action: "test", aggregate: `item:${code}`, table: "registry" as const },
        ...{ at: now, requestId, writes },
      }),
    );
    expect(await catalogue.publish(code)).toMatchObject({ code: "SAME_OFFICER" });
    await catalogue.save(inputOf(draftOf({ code })));
    expect(await catalogue.publish(code)).toMatchObject({ version: 1 });
  });
  it("its own editor is told what keeps it from being published all the same", async () => {
    const token = await tokenOf();
    await catalogue.save(inputOf(draftOf({ code, legalBasis: [] })), token);
    expect(await catalogue.publish(code, token)).toMatchObject({ __typename: "NotPublishable" });
  });
  it("a draft that was never published is not rolled out", async () => {
    await catalogue.save(inputOf(draftOf({ code })));
    expect(await catalogue.rollOut(code, "110000", "GENERAL")).toMatchObject({
      __typename: "NotAllowedNow",
      state: "DRAFT",
      availableActions: ["saveServiceItemDraft", "publishServiceItem"],
    });
  });
  it("an item is not rolled out where it is not offered", async () => {
    await catalogue.save(inputOf(draftOf({ code })));
    await catalogue.publish(code);
    expect(await catalogue.rollOut(code, "310000", "GENERAL")).toMatchObject({
      __typename: "InvalidInput",
      code: "REGION_NOT_OFFERED",
      message: "The published item is not offered in 上海市.",
      path: ["region"],
    });
  });
  it("an unknown item is not found, and neither is what cannot be a code", async () => {
    for (const unknown of [code, "", "x", `${code}#version`, "事项", "A".repeat(5_000)]) {
      expect(await catalogue.publish(unknown)).toMatchObject({ __typename: "NotFound" });
      expect(await catalogue.rollOut(unknown, "110000", "PILOT")).toMatchObject({ __typename: "NotFound" });
      expect(await catalogue.item(unknown)).toBeNull();
      expect(await catalogue.draft(unknown)).toBeNull();
      expect(await catalogue.node(`itm_${unknown}`)).toBeNull();
    }
  });
  it("a reason is asked for, and holds no control characters", async () => {
    await catalogue.save(inputOf(draftOf({ code })));
    expect(await catalogue.publish(code, undefined, { reason: " " })).toMatchObject({
      code: "TEXT_LENGTH",
      path: ["reason"],
    });
    expect(await catalogue.publish(code, undefined, { reason: "a\u0000b" })).toMatchObject({
      code: "CONTROL_CHARACTERS",
    });
    expect(await history()).toHaveLength(1);
  });
  it("an effect that pays a person asks for their payout account: without it nothing is saved", async () => {
    const withheld = draftOf({ code, effect: "HOUSING_FUND_RENT" });
    expect(await catalogue.save(inputOf(withheld))).toEqual({
      __typename: "InvalidInput",
      code: "EFFECT_FIELD_MISSING",
      message:
        "The effect needs the form to have payoutAccount in its properties and in required, with type string and format payout-account.",
      path: ["input", "form", "properties", "payoutAccount"],
    });
    expect(await catalogue.draft(code)).toBeNull();
  });
  it("a draft that cannot be kept names the place, and nothing is written", async () => {
    const input = inputOf(draftOf({ code, department: { code: "a b", name: { zh: "", en: "" } } }));
    expect(await catalogue.save(input)).toMatchObject({
      __typename: "InvalidInput",
      code: "CODE_INVALID",
      path: ["input", "department", "code"],
    });
    expect(await history()).toEqual([]);
  });
});

describe("jurisdiction", () => {
  it("keeps officers of other regions and departments from saving, publishing and rolling out", async () => {
    await catalogue.save(inputOf(draftOf({ code })));
    const outside = { __typename: "OutsideJurisdiction", message: "This is outside your jurisdiction." };
    const others = [{ region: "31" }, { region: "110105" }, { departments: ["BJ-GA"] }];
    for (const token of await Promise.all(others.map(tokenOf))) {
      expect(await catalogue.save(inputOf(draftOf({ code })), token)).toMatchObject(outside);
      expect(await catalogue.publish(code, token)).toMatchObject(outside);
      expect(await catalogue.rollOut(code, "110000", "PILOT", token)).toMatchObject(outside);
      expect(await catalogue.draft(code, token)).toBeNull();
    }
    expect(await history()).toHaveLength(1);
    const own = await tokenOf({ region: "11", departments: ["BJ-GJJ"] });
    expect(await catalogue.publish(code, own)).toMatchObject({ version: 1 });
    expect(await catalogue.rollOut(code, "110105", "PILOT", own)).toMatchObject({ version: 1 });
  });
  it("does not let an officer take over another's item by claiming it for their own region", async () => {
    await catalogue.save(inputOf(draftOf({ code })));
    const shanghai = await tokenOf({ region: "31" });
    const claimed = inputOf(draftOf({ code, regions: [region("310000")] }));
    expect(await catalogue.save(claimed, shanghai)).toMatchObject({ __typename: "OutsideJurisdiction" });
  });
  it("goes by what is published too, when the draft was moved elsewhere", async () => {
    await catalogue.save(inputOf(draftOf({ code })));
    await catalogue.publish(code);
    await catalogue.save(inputOf(draftOf({ code, regions: [region("310000")] })));
    const shanghai = await tokenOf({ region: "31" });
    expect(await catalogue.publish(code, shanghai)).toMatchObject({ __typename: "OutsideJurisdiction" });
    expect(await catalogue.rollOut(code, "310000", "PILOT", shanghai)).toMatchObject({
      __typename: "OutsideJurisdiction",
    });
  });
  it("is for catalogue editors: other officers, citizens and the public cannot edit", async () => {
    const query = `mutation { publishServiceItem(code: "${code}", draftRevision: 1, reason: "依法公布") { __typename } }`;
    const other = await platform.tokens.officer({ roles: ["PARTNER_MANAGER"] });
    for (const token of [other, await platform.tokens.citizen()]) {
      expect((await platform.call({ query, token })).errors[0]?.extensions.code).toBe("FORBIDDEN");
    }
    expect((await platform.call({ query })).errors[0]?.extensions.code).toBe("UNAUTHENTICATED");
  });
});

describe("a draft", () => {
  it("is seen by its editors only, whichever way one looks", async () => {
    await catalogue.save(inputOf(draftOf({ code })));
    const id = `itm_${code}.0`;
    expect(await catalogue.node(id, await tokenOf({ region: "11" }))).toMatchObject({ code, version: 0 });
    const manager = await platform.tokens.officer({ roles: ["PARTNER_MANAGER"] });
    for (const token of [
      undefined,
      await platform.tokens.citizen(),
      manager,
      await tokenOf({ region: "31" }),
    ]) {
      expect(await catalogue.node(id, token)).toBeNull();
    }
    expect(await catalogue.item(code)).toBeNull();
    expect(await catalogue.item(code, { version: 0 })).toBeNull();
    expect(await catalogue.listed("110000")).not.toContain(code);
  });
  it("saved by two at once is one of both, and both are on record", async () => {
    const saves = [1, 2].map((visits) => catalogue.save(inputOf(draftOf({ code, visits }))));
    for (const saved of await Promise.all(saves)) expect(saved).toMatchObject({ __typename: "ServiceItem" });
    expect([1, 2]).toContain(at(await catalogue.draft(code), "visits"));
    expect(await history()).toHaveLength(2);
  });
});
