import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import {
  type Applicant,
  BY_HAND,
  CHAOYANG,
  caseOf,
  fileCase,
  mutateCase,
  newApplicant,
  PERMIT,
  RENT_FORM,
  saveCase,
  startCase,
  startCasework,
  submitCase,
} from "./casework.ts";

let platform: TestPlatform;
let applicant: Applicant;
beforeAll(async () => {
  platform = await startCasework();
});
afterAll(() => platform.stop());

const draft = async (form: Readonly<Record<string, unknown>> = {}): Promise<string> => {
  applicant = await newApplicant(platform);
  const id = textAt(await startCase(platform, applicant.token), "id");
  await saveCase(platform, applicant.token, id, form);
  return id;
};

describe("a draft", () => {
  it("begins on the version of the item that is in force, and offers what can be done with it", async () => {
    applicant = await newApplicant(platform);
    expect(await startCase(platform, applicant.token)).toMatchObject({
      __typename: "Application",
      status: "DRAFT",
      item: { code: BY_HAND, version: 1 },
      region: CHAOYANG,
      channel: "ONLINE",
      availableActions: ["SAVE", "SUBMIT", "WITHDRAW"],
      answer: { dueOn: null },
    });
  });

  it("is saved field by field: what is given replaces, null empties, the rest stays", async () => {
    const id = await draft({ applicantName: "王小明", mobile: "13800138000" });
    expect(
      at(await saveCase(platform, applicant.token, id, { mobile: null, monthlyRent: "1.00" }), "form"),
    ).toEqual({ applicantName: "王小明", monthlyRent: "1.00" });
  });

  it("is gone on with on another device", async () => {
    const id = await draft({ applicantName: "王小明" });
    const elsewhere = await platform.tokens.citizen(applicant.id);
    expect(await caseOf(platform, elsewhere, id)).toMatchObject({ form: { applicantName: "王小明" } });
  });

  it("names what is still missing or wrong beside the field, however deep it lies", async () => {
    const { applicantName: _, ...form } = RENT_FORM;
    const id = await draft({ ...form, monthlyRent: "12,5", maritalStatus: "已婚", spouse: { name: "李" } });
    const problems = at(await caseOf(platform, applicant.token, id), "problems");
    expect(problems).toEqual(
      expect.arrayContaining([
        { code: "FORM_FIELD_MISSING", path: ["form", "applicantName"] },
        { code: "FORM_PATTERN", path: ["form", "monthlyRent"] },
        { code: "FORM_TOO_SHORT", path: ["form", "spouse", "name"] },
        { code: "FORM_FIELD_MISSING", path: ["form", "spouse", "idNumber"] },
      ]),
    );
  });

  it("of a married person asks for the spouse too", async () => {
    const id = await draft({ ...RENT_FORM, maritalStatus: "已婚" });
    expect(at(await caseOf(platform, applicant.token, id), "problems")).toContainEqual({
      code: "FORM_FIELD_MISSING",
      path: ["form", "spouse"],
    });
  });

  it("is handed in without what is not asked: a spouse of a person who is single after all", async () => {
    const single = await newApplicant(platform);
    const id = textAt(await startCase(platform, single.token), "id");
    const left = await saveCase(platform, single.token, id, { ...RENT_FORM, spouse: { name: "李" } });
    expect(left).toMatchObject({ form: { spouse: { name: "李" } }, problems: [] });
    const handedIn = await submitCase(platform, single.token, id);
    expect(handedIn).toMatchObject({ status: "SUBMITTED" });
    expect(at(handedIn, "form")).toEqual(RENT_FORM);
  });

  it("is not begun for an item that is not on in the region", async () => {
    const { token } = await newApplicant(platform);
    expect(await startCase(platform, token, { region: "310000" })).toMatchObject({
      __typename: "InvalidInput",
      code: "ITEM_NOT_OFFERED",
      path: ["input", "item"],
    });
  });

  it("is one for one idempotency key, however often it is asked for at once", async () => {
    const { token } = await newApplicant(platform);
    const key = randomUUID();
    const all = await Promise.all([1, 2, 3].map(() => startCase(platform, token, { key })));
    expect(new Set(all.map((one) => textAt(one, "id"))).size).toBe(1);
    expect(await startCase(platform, token, { key, item: PERMIT })).toMatchObject({
      code: "IDEMPOTENCY_MISMATCH",
    });
  });

  it("takes no more than a form can hold, and nothing unseen", async () => {
    const id = await draft();
    const save = (form: Readonly<Record<string, unknown>>) => saveCase(platform, applicant.token, id, form);
    const long = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`f${i}`, "字".repeat(1_300)]));
    expect(await save(long)).toMatchObject({ code: "FORM_TOO_LARGE", path: ["form"] });
    expect(await save({ applicantName: "a\u202eb" })).toMatchObject({
      code: "CONTROL_CHARACTERS",
      path: ["form", "applicantName"],
    });
    expect(await caseOf(platform, applicant.token, id)).toMatchObject({ form: {} });
  });
});

describe("handing in", () => {
  it("is refused with every problem of the form, in the caller's language, and changes nothing", async () => {
    const id = await draft({ applicantName: "王小明" });
    const outcome = await submitCase(platform, applicant.token, id);
    expect(outcome).toMatchObject({ __typename: "FormIncomplete", code: "FORM_INCOMPLETE" });
    expect(at(outcome, "problems")).toContainEqual({
      code: "FORM_FIELD_MISSING",
      message: "Mobile number: Fill this in. For example 13800138000.",
      path: ["form", "mobile"],
    });
    expect(await caseOf(platform, applicant.token, id)).toMatchObject({ status: "DRAFT" });
  });

  it("starts the clock: an answer is due within five working days, and says so", async () => {
    const id = await draft(RENT_FORM);
    const outcome = await submitCase(platform, applicant.token, id);
    expect(outcome).toMatchObject({
      status: "SUBMITTED",
      availableActions: ["WITHDRAW"],
      clock: { receivedOn: "2026-03-02", acceptedOn: null },
      answer: { dueOn: "2026-03-09", isOverdue: false },
    });
    expect(textAt(outcome, "answer", "because")).toContain("art. 32");
  });

  it("twice with one key is once; with another key it is refused with what can be done", async () => {
    const id = await draft(RENT_FORM);
    const key = randomUUID();
    const submit = (by: string) => submitCase(platform, applicant.token, id, { key: by });
    const all = await Promise.all([submit(key), submit(key), submit(key)]);
    expect(all.map((one) => at(one, "status"))).toEqual(["SUBMITTED", "SUBMITTED", "SUBMITTED"]);
    expect(await submit(randomUUID())).toMatchObject({
      __typename: "NotAllowedNow",
      state: "SUBMITTED",
      availableActions: ["WITHDRAW"],
    });
  });

  it("a second one for the same item shows the first and needs a stated reason", async () => {
    applicant = await newApplicant(platform);
    const first = await fileCase(platform, applicant);
    const id = textAt(await startCase(platform, applicant.token), "id");
    await saveCase(platform, applicant.token, id, RENT_FORM);
    expect(await submitCase(platform, applicant.token, id)).toMatchObject({
      __typename: "DuplicateApplication",
      open: [{ id: first, status: "SUBMITTED" }],
    });
    expect(await submitCase(platform, applicant.token, id, { reason: "第二套租房" })).toMatchObject({
      status: "SUBMITTED",
      duplicateReason: "第二套租房",
    });
  });

  it("two drafts for the same item at once: one is handed in, the other is told of it", async () => {
    applicant = await newApplicant(platform);
    const ids: string[] = [];
    for (let i = 0; i < 2; i += 1) {
      ids.push(textAt(await startCase(platform, applicant.token), "id"));
      await saveCase(platform, applicant.token, ids[i] ?? "", RENT_FORM);
    }
    const outcomes = await Promise.all(ids.map((id) => submitCase(platform, applicant.token, id)));
    expect(outcomes.map((one) => textAt(one, "__typename")).sort()).toEqual([
      "Application",
      "DuplicateApplication",
    ]);
  });
});

describe("an applicant", () => {
  it("takes an application back, and then nothing more can be done with it", async () => {
    applicant = await newApplicant(platform);
    const id = await fileCase(platform, applicant);
    const withdraw = () =>
      mutateCase(platform, applicant.token, `withdrawApplication(id: "${id}", reason: "不再租房")`);
    expect(await withdraw()).toMatchObject({ status: "WITHDRAWN", availableActions: [] });
    expect(await withdraw()).toMatchObject({ __typename: "NotAllowedNow", state: "WITHDRAWN" });
    expect(await fileCase(platform, applicant)).toMatch(/^app_/);
  });

  it("sees their own applications, newest first and page by page, and nobody else's", async () => {
    applicant = await newApplicant(platform);
    const ids: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      platform.clock.advance(1_000);
      ids.unshift(textAt(await startCase(platform, applicant.token), "id"));
    }
    const list = async (token: string, after?: Json) => {
      const query = `query ($after: String) { me { applications(first: 2, after: $after) {
        edges { node { id } } pageInfo { hasNextPage endCursor } } } }`;
      return at((await platform.call({ token, query, variables: { after } })).data, "me", "applications");
    };
    const first = await list(applicant.token);
    const second = await list(applicant.token, at(first, "pageInfo", "endCursor"));
    const idsOf = (page: Json) => {
      const edges = at(page, "edges");
      return Array.isArray(edges) ? edges.map((edge) => textAt(edge, "node", "id")) : [];
    };
    expect([...idsOf(first), ...idsOf(second)]).toEqual(ids);
    const stranger = await newApplicant(platform);
    expect(idsOf(await list(stranger.token))).toEqual([]);
    expect(await caseOf(platform, stranger.token, ids[0] ?? "")).toBeNull();
    expect(await saveCase(platform, stranger.token, ids[0] ?? "", {})).toMatchObject({
      __typename: "NotFound",
    });
  });
});
