import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkDraft } from "../../../services/government/catalogue/draft.ts";
import { editedItem } from "../../../services/government/catalogue/edited-item.ts";
import { newId, type OfficerId } from "../../../services/kernel/ids.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { must } from "../../support/must.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { catalogueOf, inputOf } from "./api.ts";
import { draftOf, region } from "./items.ts";

let platform: TestPlatform;
let catalogue: ReturnType<typeof catalogueOf>;
beforeAll(async () => {
  platform = await startPlatform();
  catalogue = catalogueOf(platform, () => tokenOf(FIRST));
});
afterAll(() => platform.stop());

const newOfficer = (): OfficerId => newId("ofc", systemRuntime);
const [FIRST, SECOND, OTHER] = [newOfficer(), newOfficer(), newOfficer()];

const tokenOf = (
  id: OfficerId,
  jurisdiction: { region?: string; departments?: string[] } = {},
): Promise<string> => platform.tokens.officer({ id, roles: ["CATALOGUE_EDITOR"], ...jurisdiction });

const EDITED = `query ($code: ID!) { result: editedItem(code: $code) {
  code isChanged availableActions draft { version } published { version } editors { id } violations { code path } } }`;

const editedBy = async (token: string, code: string): Promise<Json> => catalogue.run(EDITED, { code }, token);

describe("an item that is edited", () => {
  it("says who has changed it, and that another may publish it, until it is published", async () => {
    const code = "EDITED-0001";
    await catalogue.save(inputOf(draftOf({ code })));
    const [first, second] = [await tokenOf(FIRST), await tokenOf(SECOND)];
    expect(await editedBy(first, code)).toEqual({
      ...{ code, isChanged: true, draft: { version: 0 }, published: null, violations: [] },
      editors: [{ id: FIRST }],
      availableActions: ["saveServiceItemDraft"],
    });
    expect(at(await editedBy(second, code), "availableActions")).toEqual([
      "saveServiceItemDraft",
      "publishServiceItem",
    ]);
    expect(await catalogue.publish(code, second)).toMatchObject({ __typename: "ServiceItem", version: 1 });
    expect(await editedBy(second, code)).toEqual({
      ...{ code, isChanged: false, draft: { version: 0 }, published: { version: 1 }, violations: [] },
      editors: [],
      availableActions: ["saveServiceItemDraft", "rollOutServiceItem"],
    });
  });

  it("names all that keeps it from being published", async () => {
    const code = "EDITED-0002";
    await catalogue.save(inputOf(draftOf({ code, legalBasis: [] })));
    const found = await editedBy(await tokenOf(FIRST), code);
    expect(at(found, "violations")).toEqual([{ code: "LEGAL_BASIS_MISSING", path: ["legalBasis"] }]);
  });

  it("is not for anybody to publish whose draft does not say who has saved it, as its publication is refused", () => {
    const draft = { ...must(checkDraft(draftOf({ code: "EDITED-0004" }))), revision: 1 };
    expect(editedItem(draft, undefined, { id: SECOND })).toMatchObject({
      ...{ isChanged: true, editors: [], availableActions: ["save"] },
    });
  });

  it("is nobody's who may not edit it", async () => {
    const code = "EDITED-0003";
    await catalogue.save(inputOf(draftOf({ code })));
    expect(await editedBy(await tokenOf(OTHER, { region: "31" }), code)).toBeNull();
    expect(await editedBy(await tokenOf(OTHER, { departments: ["BJ-NONE"] }), code)).toBeNull();
    expect(await editedBy(await tokenOf(FIRST), "no such code")).toBeNull();
  });
});

describe("the list of edited items", () => {
  const LIST = `query ($after: String) { result: editedItems(first: 2, after: $after) {
    edges { node { code } } pageInfo { hasNextPage endCursor } } }`;

  /** All of the list, page by page. */
  async function codesFor(token: string): Promise<readonly string[]> {
    const codes: string[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 20; pages += 1) {
      const found: Json = await catalogue.run(LIST, { after }, token);
      const edges = at(found, "edges");
      if (!Array.isArray(edges)) throw new Error("no edges");
      codes.push(...edges.map((edge) => textAt(edge, "node", "code")));
      if (at(found, "pageInfo", "hasNextPage") === false) return codes;
      after = textAt(found, "pageInfo", "endCursor");
    }
    throw new Error("the list has no end");
  }

  it("has what an officer may edit, each once, and leads on behind what is others'", async () => {
    const regions = [region("310000"), region("320000")];
    for (const code of ["LISTED-0001", "LISTED-0002", "LISTED-0003"])
      await catalogue.save(inputOf(draftOf({ code, regions })));
    const department = { code: "SH-OTHER", name: { zh: "别的部门", en: "Another" } };
    for (const code of ["LISTED-0000", "LISTED-0004"])
      await catalogue.save(inputOf(draftOf({ code, regions: [region("310000")], department })));
    const everywhere = await codesFor(await tokenOf(FIRST));
    expect(everywhere.filter((code) => code.startsWith("LISTED"))).toEqual([
      ...["LISTED-0000", "LISTED-0001", "LISTED-0002", "LISTED-0003", "LISTED-0004"],
    ]);
    const shanghai = await tokenOf(OTHER, { region: "31", departments: ["SH-OTHER"] });
    expect(await codesFor(shanghai)).toEqual(["LISTED-0000", "LISTED-0004"]);
  });

  it("no longer has an item in a province that its draft has left", async () => {
    const code = "LISTED-0005";
    await catalogue.save(inputOf(draftOf({ code, regions: [region("330000")] })));
    const zhejiang = await tokenOf(OTHER, { region: "33" });
    expect(await codesFor(zhejiang)).toEqual([code]);
    await catalogue.save(inputOf(draftOf({ code, regions: [region("340000")] })));
    expect(await codesFor(zhejiang)).toEqual([]);
  });
});

describe("a preview of a form", () => {
  const PREVIEW = `query ($form: JSONObject!) { result: formPreview(form: $form) {
    pages { title { en } fields { name widget required label { zh en } } } violations { code path } } }`;
  const preview = async (form: object): Promise<Json> =>
    catalogue.run(PREVIEW, { form }, await tokenOf(FIRST));

  it("has its pages as people fill them in, and what people would miss", async () => {
    const label = { zh: "姓名", en: "Name" };
    const properties = {
      name: { type: "string", maxLength: 20, "x-label": label },
      note: { type: "string" },
    };
    const pages = [{ title: { zh: "申请人", en: "Applicant" }, fields: ["name", "note"] }];
    const found = await preview({ type: "object", "x-pages": pages, properties, required: ["name"] });
    expect(at(found, "pages")).toEqual([
      {
        title: { en: "Applicant" },
        fields: [
          { name: "name", widget: "TEXT", required: true, label },
          { name: "note", widget: "TEXT", required: false, label: { zh: "note", en: "note" } },
        ],
      },
    ]);
    const violations = at(found, "violations");
    expect(violations).not.toEqual([]);
  });

  it("has no pages of what is no form, and says where it is wrong", async () => {
    expect(await preview({ type: "object", properties: { a: { type: "text" } } })).toEqual({
      pages: [],
      violations: [{ code: "FORM_INVALID", path: ["form", "properties", "a", "type"] }],
    });
  });
});
