import { describe, expect, it } from "vitest";
import { contentRows } from "../../web/desk/cases/licence-content.ts";
import { instantOf } from "../../web/shared/format/dates.ts";
import type { Text } from "../../web/shared/texts/text.ts";

const labelled = (zh: string, en: string, schema: object): object => ({ ...schema, "x-label": { zh, en } });

const FORM = {
  type: "object",
  "x-pages": [{ fields: ["district", "name"] }, { fields: ["animals"] }],
  properties: {
    name: labelled("姓名", "Name", { type: "string" }),
    district: labelled("所在区", "District", { type: "string", format: "region" }),
    since: labelled("起始日", "Since", { type: "string", format: "date" }),
    fee: labelled("费用", "Fee", { type: "string", format: "money" }),
    isIndoors: labelled("室内", "Indoors", { type: "boolean" }),
    weight: { type: "number" },
    uses: labelled("用途", "Uses", {
      ...{ type: "array" },
      items: {
        type: "string",
        enum: ["a", "b"],
        "x-choices": { a: { zh: "甲", en: "First" }, b: { zh: "乙", en: "Second" } },
      },
    }),
    animals: labelled("动物", "Animals", { type: "array", items: { $ref: "#/$defs/animal" } }),
    home: labelled("住所", "Home", {
      ...{ type: "object", properties: { street: labelled("街道", "Street", { type: "string" }) } },
    }),
  },
  $defs: {
    animal: { type: "object", properties: { kind: labelled("种类", "Kind", { type: "string" }) } },
  },
};

const CONTENT = {
  ...{ name: "王小明", district: "110105", since: "2026-11-01", fee: "12.50", isIndoors: false, weight: 3.5 },
  ...{ uses: ["b", "a"], animals: [{ kind: "犬" }, { kind: "猫" }], home: { street: "示范路" } },
  unknown: "is shown by nobody",
};

const rows = (language: "zh" | "en", content: Readonly<Record<string, unknown>> = CONTENT) =>
  contentRows(FORM, content, {
    language,
    say: (text: Text) => text[language],
    regionName: (code) => (code === "110105" ? "朝阳区" : code),
  }).map(({ label, text }) => [label, text]);

describe("what a licence says is read by its type's labels, pages first", () => {
  it.each([
    [
      "en",
      [
        ["District", "朝阳区"],
        ["Name", "王小明"],
        ["Animals 1 · Kind", "犬"],
        ["Animals 2 · Kind", "猫"],
        ["Since", "1 November 2026"],
        ["Fee", "¥12.50"],
        ["Indoors", "No"],
        ["weight", "3.5"],
        ["Uses", "Second, First"],
        ["Home · Street", "示范路"],
      ],
    ],
    [
      "zh",
      [
        ["所在区", "朝阳区"],
        ["姓名", "王小明"],
        ["动物 1 · 种类", "犬"],
        ["动物 2 · 种类", "猫"],
        ["起始日", "2026年11月1日"],
        ["费用", "¥12.50"],
        ["室内", "否"],
        ["weight", "3.5"],
        ["用途", "乙、甲"],
        ["住所 · 街道", "示范路"],
      ],
    ],
  ] as const)("in %s", (language, said) => {
    expect(rows(language)).toEqual(said);
  });

  it("and what does not fit its type is shown as it is, or not at all", () => {
    expect(rows("en", { since: "one day", fee: "1", uses: ["c"], name: null, district: "990000" })).toEqual([
      ["District", "990000"],
      ["Since", "one day"],
      ["Fee", "1"],
      ["Uses", "c"],
    ]);
  });
});

it.each([
  ["2026-11-01T09:30", "2026-11-01T01:30:00.000Z"],
  ["2026-01-01T00:00", "2025-12-31T16:00:00.000Z"],
  ["", undefined],
  ["2026-13-01T09:30", undefined],
])("a time that is typed is Beijing's: %s", (typed, instant) => {
  expect(instantOf(typed)).toBe(instant);
});
