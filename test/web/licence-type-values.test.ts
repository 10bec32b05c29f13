import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renamed, withField, withoutField } from "../../web/desk/drafts/form-edit.ts";
import { controlFinder, controlsOf, offeredAt, placeOf } from "../../web/desk/drafts/spec-controls.ts";
import { asValues, textAt, type Values, withValue } from "../../web/desk/drafts/values.ts";
import { blankType, followed, inputOf, specsOf, valuesOf } from "../../web/desk/licence-types/groups.ts";
import type { DeskOfficer } from "../../web/desk/use-officer.ts";
import type { LicenceTypeContentFragment } from "../../web/shared/generated/graphql.ts";

const name = { zh: "名称", en: "Name" };
const department = { code: "BJ-GA", name };

/** A matter whose outcome is a licence of the type. */
const ITEM = { code: "000131024000", name: { zh: "食品经营许可", en: "Food-business licence" } };

/** A type that says something in each place. */
const TYPE: LicenceTypeContentFragment = {
  ...{ code: "test-licence", typeCode: "11100000000013338W001", name, department },
  ...{ regions: ["110000"], legalBasis: [{ law: "某某法", article: "第一条" }], holderKind: "THING" },
  content: {
    type: "object",
    "x-pages": [{ title: name, fields: ["plate", "ends"] }],
    properties: {
      plate: { type: "string", "x-label": { zh: "号牌", en: "Plate" } },
      ends: { type: "string", format: "date", "x-label": { zh: "有效期至", en: "Valid until" } },
    },
    required: ["plate", "ends"],
  },
  disclosures: [
    { field: "plate", disclosure: "MINIMAL" },
    { field: "ends", disclosure: "SENSITIVE" },
  ],
  validity: { kind: "STATED", months: null, field: "ends" },
  issuers: [
    {
      ...{ department, creditCode: "11100000000013338W", regions: ["110101"] },
      ...{ from: "2019-01-01", until: "2026-12-31" },
    },
  ],
  ...{ assurance: "LOW", vct: "urn:test:licence" },
  directory: { definerLevel: "MUNICIPAL", issuerLevel: null, items: [ITEM] },
  template: {
    ...{ sheet: "CARD", accent: "GREEN", title: name },
    blocks: [
      {
        ...{ heading: { zh: "车辆", en: "Vehicle" }, columns: 2 },
        cells: [
          { field: "plate", place: null, sensitive: false },
          { field: null, place: "NUMBER", sensitive: false },
        ],
      },
      { heading: null, columns: 1, cells: [{ field: "ends", place: null, sensitive: true }] },
    ],
  },
};

/** The same template as the platform takes it. */
const SENT_TEMPLATE = {
  ...{ sheet: "CARD", accent: "GREEN", title: name },
  blocks: [
    {
      ...{ heading: { zh: "车辆", en: "Vehicle" }, columns: 2 },
      cells: [{ field: "plate", sensitive: false }, { place: "NUMBER" }],
    },
    { columns: 1, cells: [{ field: "ends", sensitive: true }] },
  ],
};

const OFFICER: DeskOfficer = {
  ...{ id: "ofc_1", name: null, roles: ["CATALOGUE_EDITOR"], departments: [department] },
  regions: [{ code: "110000", name: "北京市" }],
};

const en = (text: { readonly en: string }): string => text.en;

describe("a licence type that is opened and saved", () => {
  it("says all that it said", () => {
    const { validity: _, template: __, directory: ___, ...rest } = TYPE;
    expect(inputOf(valuesOf(TYPE))).toEqual({
      ...rest,
      ...{ validity: { kind: "STATED", field: "ends" }, template: SENT_TEMPLATE },
      directory: { definerLevel: "MUNICIPAL", items: [ITEM] },
    });
  });

  it("has no entry in the directory where it says nothing of one", () => {
    expect(inputOf(valuesOf({ ...TYPE, directory: null })).directory).toBeNull();
    expect(inputOf(blankType(OFFICER)).directory).toBeNull();
  });

  it("has no template where it had none", () => {
    expect(inputOf(valuesOf({ ...TYPE, template: null })).template).toBeNull();
    expect(inputOf(blankType(OFFICER)).template).toBeNull();
  });

  it.each([
    [{ kind: "PERMANENT", months: null, field: null }, { kind: "PERMANENT" }],
    [
      { kind: "MONTHS", months: 12, field: null },
      { kind: "MONTHS", months: 12 },
    ],
  ] as const)("has of its validity what its kind takes: %j", (validity, sent) => {
    expect(inputOf(valuesOf({ ...TYPE, validity })).validity).toEqual(sent);
  });

  it("has an authority without a last day where it still issues", () => {
    const [issuer] = TYPE.issuers;
    if (!issuer) throw new Error("the type has an issuer");
    const { until: _, ...others } = issuer;
    const open = { ...TYPE, issuers: [{ ...others, until: null }] };
    expect(inputOf(valuesOf(open)).issuers).toEqual([others]);
  });

  it("leaves out nothing that a type can say", () => {
    const schema = readFileSync(new URL("../../schema/licence-types.graphql", import.meta.url), "utf8");
    const [, body = ""] = /^input LicenceTypeInput \{\n(.*?)^\}/ms.exec(schema) ?? [];
    const names = [...body.matchAll(/^ {2}(\w+):/gm)].map(([, field]) => field);
    expect(names.length).toBeGreaterThan(10);
    expect(Object.keys(inputOf(valuesOf(TYPE))).sort()).toEqual(names.toSorted());
    expect(Object.keys(inputOf(blankType(OFFICER))).sort()).toEqual(names.toSorted());
  });
});

describe("a change of the content", () => {
  const START = valuesOf(TYPE);
  const withContent = (change: (form: Values) => Values): Values =>
    followed({ ...START, content: change(asValues(START["content"])) }, START);

  it("that calls a field otherwise leaves what it tells, and what ends the licence", () => {
    const names = fc
      .stringMatching(/^[a-z][a-zA-Z]{0,20}$/)
      .filter((one) => !["plate", "ends"].includes(one));
    fc.assert(
      fc.property(names, (to) => {
        const next = withContent((form) => renamed(form, "ends", to));
        expect(asValues(next["disclosures"])).toEqual({ plate: "MINIMAL", [to]: "SENSITIVE" });
        expect(textAt(next, "validity", "field")).toBe(to);
      }),
    );
  });

  it("that takes a field away takes along what it told", () => {
    const next = withContent((form) => withoutField(form, "plate"));
    expect(asValues(next["disclosures"])).toEqual({ ends: "SENSITIVE" });
  });

  it("that calls a field otherwise leaves where it is drawn, and keeps what else is", () => {
    const names = fc
      .stringMatching(/^[a-z][a-zA-Z]{0,20}$/)
      .filter((one) => !["plate", "ends"].includes(one));
    fc.assert(
      fc.property(names, (to) => {
        const [first, second] = SENT_TEMPLATE.blocks;
        const next = withContent((form) => renamed(form, "ends", to));
        expect(inputOf(next).template?.blocks).toEqual([
          first,
          { ...second, cells: [{ field: to, sensitive: true }] },
        ]);
      }),
    );
  });

  it("that takes a field away leaves its cell, called by its name, for the editor to see", () => {
    const next = withContent((form) => withoutField(form, "plate"));
    expect(inputOf(next).template).toEqual(SENT_TEMPLATE);
    const path = ["template", "blocks", "0", "cells", "0", "shows"];
    expect(offeredAt(specsOf(next, OFFICER), path, "field:plate")?.en).toBe(
      "plate (the content has no such field)",
    );
  });

  it("that adds a field says nothing for the editor about what it tells", () => {
    const next = withContent((form) => withField(form, 0));
    expect(asValues(next["disclosures"])).toEqual(START["disclosures"]);
    expect(inputOf(next).disclosures).toEqual(TYPE.disclosures);
  });

  it("that puts one field in another's place at once takes nothing over", () => {
    const next = withContent((form) => withField(withoutField(form, "plate"), 0));
    expect(asValues(next["disclosures"])).toEqual({ ends: "SENSITIVE" });
  });
});

describe("a template that is ticked", () => {
  const START = valuesOf({ ...TYPE, template: null });
  const ticked = followed(withValue(START, ["template", "isOwn"], true), START);

  it("begins with a block of one cell, in which nothing is chosen", () => {
    expect(inputOf(ticked).template?.blocks).toEqual([{ columns: 1, cells: [{ sensitive: false }] }]);
  });

  it("offers the fields of the content, the sensitive ones said, and the places", () => {
    const cell = controlsOf(specsOf(ticked, OFFICER), ticked).find(
      ({ path }) => path.join(".") === "template.blocks.0.cells.0.shows",
    );
    expect(cell?.kind === "choice" && cell.options.map((option) => option.text.en)).toEqual([
      ...["Choose one", "Plate", "Valid until (sensitive)"],
      ...["Fixed place: Number of the licence", "Fixed place: Issuing authority"],
      ...["Fixed place: Issued on", "Fixed place: Valid until"],
    ]);
  });

  it("and not ticked any more is not sent, and is as it was when it is ticked again", () => {
    const typed = followed(withValue(ticked, ["template", "title", "en"], "Plates"), ticked);
    const without = followed(withValue(typed, ["template", "isOwn"], false), typed);
    expect(inputOf(without).template).toBeNull();
    const again = followed(withValue(without, ["template", "isOwn"], true), without);
    expect(inputOf(again)).toEqual(inputOf(typed));
  });
});

describe("what is wrong with a template stands at its control", () => {
  const values = valuesOf(TYPE);
  const controlAt = controlFinder(specsOf(values, OFFICER), values, ["content"]);

  it.each([
    ["template.title.zh", "template.title.zh"],
    ["template.blocks", "template.blocks"],
    ["template.blocks.0.heading.en", "template.blocks.0.heading.en"],
    ["template.blocks.0.columns", "template.blocks.0.columns"],
    ["template.blocks.1.cells", "template.blocks.1.cells"],
    ["template.blocks.0.cells.1", "template.blocks.0.cells.1"],
    ["template.blocks.0.cells.1.field", "template.blocks.0.cells.1"],
    ["template.unheard", "template"],
  ])("%s: %s", (path, at) => {
    expect(controlAt(path.split("."))?.join(".")).toBe(at);
  });
});

describe("a place in a licence type is called as the editor calls it", () => {
  const specs = specsOf(valuesOf(TYPE), OFFICER);

  it.each([
    [["name", "zh"], "Name in Chinese"],
    [["issuers", "0", "regions"], "Authorities › Authority 1 › Where it issues"],
    [["legalBasis", "1", "article"], "Legal basis › Legal basis 2 › Article"],
    [["disclosures", "ends"], "Each field › Valid until"],
    [["validity", "field"], "The field that states its last day"],
    [
      ["template", "blocks", "0", "cells", "1", "shows"],
      "How its licences look › Blocks › Block 1 › Cells › Cell 2 › It shows",
    ],
    [["content", "properties", "ends", "x-label"], "Content › ends › x-label"],
    [["content", "x-pages", "0", "title"], "Content › x-pages › 1 › title"],
    [["unheard", "of"], ""],
  ] as const)("%j: %s", (path, words) => {
    expect(placeOf(specs, path, en)).toBe(words);
  });

  it.each([
    [["holderKind"], "ENTERPRISE", "An enterprise"],
    [["disclosures", "ends"], "SENSITIVE", "Sensitive: where asked for by name"],
    [["regions", "0"], "110000", "北京市"],
    [["template", "sheet"], "CARD", "A card, A6 across, for 7 lines at most"],
    [["template", "blocks", "0", "cells", "0", "shows"], "field:plate", "Plate"],
    [["template", "blocks", "0", "cells", "0", "sensitive"], "true", "Yes"],
    [["typeCode"], "ENTERPRISE", undefined],
  ] as const)("and so is a value there: %j %s", (path, value, words) => {
    expect(offeredAt(specs, path, value)?.en).toBe(words);
  });
});
