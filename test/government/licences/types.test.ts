import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DEMO_LICENCE_TYPES } from "../../../local/demo/licence-types.ts";
import { at, type Json, startPlatform, type TestPlatform } from "../../support/platform.ts";
import { historyIn } from "../catalogue/api.ts";
import { forPeople } from "../catalogue/items.ts";
import { draftOfType, typesOf } from "./types.ts";

let platform: TestPlatform;
let types: ReturnType<typeof typesOf>;
beforeAll(async () => {
  platform = await startPlatform();
  types = typesOf(platform);
});
afterAll(() => platform.stop());

/** Each test has a type of its own. */
let code = "";
let count = 0;
beforeEach(() => {
  count += 1;
  code = `licence-${count}`;
});
const draft = (changes: Readonly<Record<string, unknown>> = {}) => draftOfType(code, count, changes);

describe("a licence type's way from draft to the public", () => {
  it("is drafted by one editor, published by another, read by anybody, and each step is on record", async () => {
    const saved = await types.save(draft());
    expect(saved).toMatchObject({ __typename: "LicenceType", code, version: 0, publishedAt: null });
    expect(await types.ofPublic(code)).toBeNull();
    const published = await types.publish(code);
    const inForce = { code, version: 1, publishedAt: platform.clock.now(), definedBy: "11100000000013338W" };
    expect(published).toMatchObject({ __typename: "LicenceType", ...inForce });
    expect({ __typename: "LicenceType", ...Object(await types.ofPublic(code)) }).toEqual(published);
    expect(await historyIn(platform, `licence-type:${code}`)).toEqual([
      { action: "licences.type.drafted", reason: "" },
      { action: "licences.type.published", reason: "version 1: 依法公布" },
    ]);
  });

  it("is published by nobody who has saved it, under whatever sign-in", async () => {
    const one = await types.editor();
    const again = await types.editor({ person: one.person });
    await types.save(draft(), one.token);
    for (const { token } of [one, again]) {
      expect(await types.publish(code, { token })).toMatchObject({ __typename: "SameOfficer" });
      expect(at(await types.edited(code, token), "availableActions")).toEqual(["saveLicenceTypeDraft"]);
    }
    expect(await types.publish(code)).toMatchObject({ version: 1 });
  });

  it("is published as its second editor has read it, and once", async () => {
    await types.save(draft());
    await types.save(draft({ assurance: "LOW" }));
    expect(await types.publish(code, { draftRevision: 1 })).toMatchObject({ code: "DRAFT_CHANGED" });
    expect(await types.publish(code)).toMatchObject({ version: 1, assurance: "LOW" });
    expect(await types.publish(code)).toMatchObject({
      ...{ __typename: "NotAllowedNow", state: "PUBLISHED", availableActions: ["saveLicenceTypeDraft"] },
    });
  });

  it("keeps each published version as it was", async () => {
    await types.save(draft());
    const first = await types.publish(code);
    await types.save(draft({ name: { zh: "新名称", en: "A new name" }, validity: { kind: "PERMANENT" } }));
    expect(await types.ofPublic(code)).toMatchObject({ version: 1, name: { en: "A licence" } });
    expect(await types.publish(code)).toMatchObject({ version: 2, name: { en: "A new name" } });
    expect(await types.ofPublic(code)).toMatchObject({ version: 2 });
    expect({ __typename: "LicenceType", ...Object(await types.ofPublic(code, 1)) }).toEqual(first);
    for (const none of [0, 3, -1]) expect(await types.ofPublic(code, none)).toBeNull();
  });

  it("belongs to the editors of its department and regions alone", async () => {
    const stranger = await types.editor({ region: "310000" });
    const otherOffice = await types.editor({ departments: ["BJ-OTHER"] });
    await types.save(draft());
    for (const { token } of [stranger, otherOffice]) {
      expect(await types.save(draft(), token)).toMatchObject({ __typename: "OutsideJurisdiction" });
      expect(await types.publish(code, { token, draftRevision: 1 })).toMatchObject({
        __typename: "OutsideJurisdiction",
      });
      expect(await types.edited(code, token)).toBeNull();
    }
    // It cannot be taken over by a draft that names the taker's own region.
    expect(await types.save(draft({ regions: ["310000"] }), stranger.token)).toMatchObject({
      __typename: "OutsideJurisdiction",
    });
    expect(await types.publish("none-such", { draftRevision: 1 })).toMatchObject({ __typename: "NotFound" });
  });

  it("is the only one with its type code and its vct, also where two are published at once", async () => {
    const names = { typeCode: "11100000000013338W777", vct: "urn:test:raced" };
    const [one, other] = [`${code}-a`, `${code}-b`];
    for (const each of [one, other]) await types.save({ ...draft(names), code: each });
    const outcomes = await Promise.all([one, other].map((each) => types.publish(each)));
    const kinds = outcomes.map((outcome) => at(outcome, "__typename")).toSorted();
    expect(kinds).toEqual(["InvalidInput", "LicenceType"]);
    expect(outcomes.find((outcome) => at(outcome, "__typename") === "InvalidInput")).toMatchObject({
      ...{ code: "TYPE_NAME_TAKEN", path: ["typeCode"] },
    });
    await types.save({ ...draft({ vct: "urn:test:raced" }), code: `${code}-c` });
    expect(await types.publish(`${code}-c`)).toMatchObject({ code: "TYPE_NAME_TAKEN", path: ["vct"] });
  });
});

type Case = readonly [name: string, changes: Readonly<Record<string, unknown>>, code: string, path: string];

/** Of drafts that can be kept: what keeps each from being published, and where. */
const GAPS: readonly Case[] = [
  ["no law", { legalBasis: [] }, "TYPE_LEGAL_BASIS_MISSING", "legalBasis"],
  ["no issuer", { issuers: [] }, "ISSUER_MISSING", "issuers"],
  ["half a name", { name: { zh: "证照", en: "" } }, "TEXT_MISSING", "name.en"],
  ["a type code without its serial", { typeCode: "11100000000013338W" }, "TYPE_CODE_INVALID", "typeCode"],
  ["a type code of no authority", { typeCode: "11100000000013339W001" }, "TYPE_CODE_INVALID", "typeCode"],
  [
    "a type code with letters in its serial",
    { typeCode: "11100000000013338W00A" },
    "TYPE_CODE_INVALID",
    "typeCode",
  ],
  ["a vct that is no address", { vct: "licence" }, "VCT_INVALID", "vct"],
  ["a vct of plain http", { vct: "http://city.example/x" }, "VCT_INVALID", "vct"],
  ["a vct with a space", { vct: "urn:a b:c" }, "VCT_INVALID", "vct"],
  [
    "a field of which nothing is said",
    { disclosures: [{ field: "name", disclosure: "MINIMAL" }] },
    "DISCLOSURE_MISSING",
    "disclosures.until",
  ],
  [
    "a field that there is not",
    {
      disclosures: [
        { field: "name", disclosure: "MINIMAL" },
        { field: "until", disclosure: "ORDINARY" },
        { field: "constructor", disclosure: "ORDINARY" },
      ],
    },
    "DISCLOSURE_OF_NOTHING",
    "disclosures.constructor",
  ],
  [
    "nothing that is always shown",
    {
      disclosures: [
        { field: "name", disclosure: "ORDINARY" },
        { field: "until", disclosure: "SENSITIVE" },
      ],
    },
    "DISCLOSURE_NEVER_MINIMAL",
    "disclosures",
  ],
  ["no months", { validity: { kind: "MONTHS" } }, "VALIDITY_OUT_OF_RANGE", "validity.months"],
  [
    "more months than a century",
    { validity: { kind: "MONTHS", months: 1_201 } },
    "VALIDITY_OUT_OF_RANGE",
    "validity.months",
  ],
  [
    "an end that nobody has chosen",
    { validity: { kind: "STATED", field: "" } },
    "VALIDITY_FIELD_MISSING",
    "validity.field",
  ],
  [
    "an end that is no day",
    { validity: { kind: "STATED", field: "name" } },
    "VALIDITY_FIELD_UNFIT",
    "validity.field",
  ],
  [
    "an end that no licence states",
    { validity: { kind: "STATED", field: "end" } },
    "VALIDITY_FIELD_UNFIT",
    "validity.field",
  ],
  [
    "an end that need not be there",
    { content: { required: ["name"] } },
    "VALIDITY_FIELD_UNFIT",
    "validity.field",
  ],
  ...["_sd", "_sd_alg", "...", "_sd_decoy"].map(
    (name): Case => [
      `a field within another that is called ${name}`,
      nested(name),
      "CONTENT_NAME_RESERVED",
      `content.properties.more.properties.${name}`,
    ],
  ),
  [
    "content that people cannot read",
    { content: { "x-pages": undefined } },
    "FORM_PAGES_MISSING",
    "content.x-pages",
  ],
  [
    "an issuer elsewhere",
    { issuers: [{ regions: ["310000"] }] },
    "ISSUER_OUTSIDE_REGIONS",
    "issuers.0.regions",
  ],
  ["an issuer of no region", { issuers: [{ regions: [] }] }, "REGION_MISSING", "issuers.0.regions"],
  [
    "an issuer that ends before it begins",
    { issuers: [{ from: "2026-02-01", until: "2026-01-31" }] },
    "ISSUER_PERIOD_REVERSED",
    "issuers.0.until",
  ],
];

/** A content with a field of this name in a group. */
function nested(name: string) {
  const more = { type: "object", properties: { [name]: { type: "string" } } };
  const day = { type: "string", format: "date" };
  const properties = { name: { type: "string", maxLength: 50 }, until: day, more };
  return {
    content: forPeople({ type: "object", properties, required: ["name", "until"] }),
    disclosures: Object.keys(properties).map((field) => ({ field, disclosure: "MINIMAL" })),
  };
}

/** The draft's template, but for what a case changes: its blocks, or its cells. */
const template = (changes: { readonly blocks?: unknown; readonly cells?: unknown } = {}) => ({
  template: {
    ...{ sheet: "CARD", accent: "GREEN", title: { zh: "证照", en: "A licence" } },
    blocks: changes.blocks ?? [
      {
        heading: { zh: "持证人", en: "Holder" },
        columns: 2,
        cells: changes.cells ?? [{ field: "name" }, { place: "VALID_UNTIL" }],
      },
    ],
  },
});

const SENSITIVE = [
  { field: "name", disclosure: "MINIMAL" },
  { field: "until", disclosure: "SENSITIVE" },
];

/** Of drafts with a template that can be kept. */
const TEMPLATE_GAPS: readonly Case[] = [
  ["no blocks", template({ blocks: [] }), "TEMPLATE_EMPTY", "template.blocks"],
  ["a block without cells", template({ cells: [] }), "TEMPLATE_EMPTY", "template.blocks.0.cells"],
  [
    "a field that the content does not have",
    template({ cells: [{ field: "name" }, { field: "constructor" }] }),
    "TEMPLATE_FIELD_UNKNOWN",
    "template.blocks.0.cells.1",
  ],
  [
    "a field in two cells",
    template({ cells: [{ field: "name" }, { field: "name" }] }),
    "TEMPLATE_NAMED_TWICE",
    "template.blocks.0.cells.1",
  ],
  [
    "a place in two cells",
    template({ cells: [{ field: "name" }, { place: "ISSUER" }, { place: "ISSUER" }] }),
    "TEMPLATE_PLACE_TWICE",
    "template.blocks.0.cells.2",
  ],
  [
    "without a field that is always shown",
    template({ cells: [{ field: "until" }] }),
    "TEMPLATE_FIELD_MISSING",
    "template.blocks",
  ],
  [
    "a sensitive field of which it does not say so",
    { ...template({ cells: [{ field: "name" }, { field: "until" }] }), disclosures: SENSITIVE },
    "TEMPLATE_FIELD_SENSITIVE",
    "template.blocks.0.cells.1",
  ],
  [
    "more lines than a card has room for",
    template({ cells: Array.from({ length: 13 }, () => ({ field: "name" })) }),
    "TEMPLATE_TOO_FULL",
    "template.blocks",
  ],
  [
    "half a heading",
    template({ blocks: [{ heading: { zh: "持证人", en: "" }, columns: 1, cells: [{ field: "name" }] }] }),
    "TEXT_MISSING",
    "template.blocks.0.heading.en",
  ],
];

/** Of drafts that cannot be kept at all. */
const REFUSED: readonly Case[] = [
  ["a code with a space", { code: "a licence" }, "CODE_INVALID", "input.code"],
  [
    "an issuer's code of nobody",
    { issuers: [{ creditCode: "11100000000013339W" }] },
    "CREDIT_CODE_INVALID",
    "input.issuers.0.creditCode",
  ],
  [
    "a field of which two things are said",
    {
      disclosures: [
        { field: "name", disclosure: "MINIMAL" },
        { field: "name", disclosure: "SENSITIVE" },
      ],
    },
    "CODE_NOT_UNIQUE",
    "input.disclosures.1.field",
  ],
  ["a name of two lines", { name: { zh: "证\n照", en: "A" } }, "CONTROL_CHARACTERS", "input.name.zh"],
  [
    "a template with three columns",
    template({ blocks: [{ columns: 3, cells: [{ field: "name" }] }] }),
    "TEMPLATE_COLUMNS",
    "input.template.blocks.0.columns",
  ],
  [
    "a cell of nothing",
    template({ cells: [{ sensitive: true }] }),
    "TEMPLATE_CELL_UNCLEAR",
    "input.template.blocks.0.cells.0",
  ],
  [
    "a cell of two things",
    template({ cells: [{ field: "name", place: "ISSUER" }] }),
    "TEMPLATE_CELL_UNCLEAR",
    "input.template.blocks.0.cells.0",
  ],
  [
    "a heading that turns the text around",
    template({
      blocks: [{ heading: { zh: "持\u202E证", en: "A" }, columns: 1, cells: [{ field: "name" }] }],
    }),
    "CONTROL_CHARACTERS",
    "input.template.blocks.0.heading.zh",
  ],
  [
    "content that refers elsewhere",
    { content: { $ref: "https://city.example/x" } },
    "FORM_INVALID",
    "input.content.$ref",
  ],
];

describe("a draft of a licence type", () => {
  it.each(TEMPLATE_GAPS)(
    "whose template has %s is kept, and not published",
    async (_, changes, problem, path) => {
      await types.save(draft(changes));
      expect(violationsIn(await types.publish(code))).toContainEqual([problem, path]);
    },
  );

  it("with a template is published with it, and reads as it was sent; one without has none", async () => {
    const cells = [{ field: "name" }, { field: "until", sensitive: true }, { place: "NUMBER" }];
    await types.save({ ...draft({ ...template({ cells }), disclosures: SENSITIVE }) });
    expectDone(await types.publish(code));
    expect(at(await types.ofPublic(code), "template")).toEqual({
      ...template().template,
      blocks: [
        {
          ...{ heading: { zh: "持证人", en: "Holder" }, columns: 2 },
          cells: [
            { field: "name", place: null, sensitive: false },
            { field: "until", place: null, sensitive: true },
            { field: null, place: "NUMBER", sensitive: false },
          ],
        },
      ],
    });
    await types.save(draft());
    expectDone(await types.publish(code));
    expect(at(await types.ofPublic(code), "template")).toBeNull();
  });

  it.each(GAPS)(
    "with %s is kept, and not published: the editor is told where",
    async (_, changes, problem, path) => {
      await types.save(draft(changes));
      const outcome = await types.publish(code);
      expect(outcome).toMatchObject({ __typename: "NotPublishable" });
      const found = violationsIn(outcome);
      expect(found).toContainEqual([problem, path]);
      expect(violationsIn(await types.edited(code))).toEqual(found);
    },
  );

  it.each(REFUSED)("with %s is not kept", async (_, changes, problem, path) => {
    const outcome = await types.save(draft(changes));
    expect(outcome).toMatchObject({ __typename: "InvalidInput", code: problem });
    expect(pathIn(outcome)).toBe(path);
    expect(await types.edited(code)).toBeNull();
  });

  it.each([
    ["typeCode", { typeCode: "11100000000013338W999" }],
    ["vct", { vct: "urn:test:other" }],
    ["holderKind", { holderKind: "ENTERPRISE" }],
  ])("cannot change its %s once it is published, by which licences are known", async (field, changes) => {
    await types.save(draft());
    expectDone(await types.publish(code));
    await types.save(draft(changes));
    expect(violationsIn(await types.publish(code))).toEqual([["TYPE_IDENTITY_CHANGED", field]]);
  });
});

describe("a type's entry in the national directory", () => {
  const named = (code: string, name = { zh: "食品经营许可", en: "Food-business licence" }) => ({
    code,
    name,
  });

  it("is published with it and reads as it was sent; a type without one has none", async () => {
    const entry = { definerLevel: "PROVINCIAL", issuerLevel: "COUNTY", items: [named("000131024000")] };
    await types.save(draft({ directory: entry }));
    expect(await types.publish(code)).toMatchObject({ version: 1, directory: entry });
    await types.save(draft({ directory: { items: [] } }));
    const bare = { definerLevel: null, issuerLevel: null, items: [] };
    expect(await types.publish(code)).toMatchObject({ version: 2, directory: bare });
    await types.save(draft());
    expect(await types.publish(code)).toMatchObject({ version: 3, directory: null });
  });

  it.each([
    ["another length", named("00013102400"), "DIRECTORY_ITEM_CODE_INVALID", "code"],
    ["a letter", named("00013102400A"), "DIRECTORY_ITEM_CODE_INVALID", "code"],
    [
      "a name in one language alone",
      named("000131024000", { zh: "食品经营许可", en: "" }),
      "TEXT_MISSING",
      "en",
    ],
  ])("is not published with a matter of %s", async (_, item, problem, last) => {
    await types.save(draft({ directory: { items: [item] } }));
    const { violations } = Object(await types.publish(code));
    expect(violations).toEqual([
      expect.objectContaining({
        code: problem,
        path: ["directory", "items", "0", ...(last === "code" ? [] : ["name"]), last],
      }),
    ]);
  });
});

describe("the list of licence types", () => {
  it("goes through all in force by code, whatever the size of its pages; drafts are their editors' alone", async () => {
    const own = ["zz-1", "zz-2", "zz-3"].map((name) => `${name}-${count}`);
    for (const [i, each] of own.entries()) {
      await types.save({ ...draftOfType(each, 800 + i), code: each });
      if (i !== 1) expectDone(await types.publish(each));
    }
    const all = await types.listed(100);
    expect(all).toEqual(all.toSorted());
    expect(all).toEqual(expect.arrayContaining([own[0], own[2]]));
    expect(all).not.toContain(own[1]);
    expect(await types.listed(2)).toEqual(all);
    expect(await types.listedEdited(3)).toEqual(expect.arrayContaining(own));
    const stranger = await types.editor({ region: "310000" });
    expect(await types.listedEdited(3, stranger.token)).toEqual([]);
  });
});

describe("the demo city", () => {
  it.each(DEMO_LICENCE_TYPES.map((type) => [type.code, type] as const))(
    "has %s, which can be published",
    async (_, type) => {
      const { code: own } = type;
      expectDone(await types.save(type));
      expect(await types.publish(own)).toMatchObject({ __typename: "LicenceType", code: own, version: 1 });
    },
  );
});

const expectDone = (outcome: Json): void => expect(outcome).toMatchObject({ __typename: "LicenceType" });

const pathIn = (of: Json): string => {
  const path = at(of, "path");
  return Array.isArray(path) ? path.join(".") : "";
};

function violationsIn(of: Json): (readonly [string, string])[] {
  const violations = at(of, "violations");
  return Array.isArray(violations)
    ? violations.map((one: Json) => [String(at(one, "code")), pathIn(one)] as const)
    : [];
}
