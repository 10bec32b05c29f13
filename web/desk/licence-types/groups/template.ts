import type {
  LicenceTemplateInput,
  LicenceTypeInput,
  TemplateCellInput,
} from "../../../shared/generated/graphql.ts";
import type { Text } from "../../../shared/texts/text.ts";
import { inBoth, type Option, optionsOf, type Spec } from "../../drafts/specs.ts";
import { isOf, localized, numberAt } from "../../drafts/typed-values.ts";
import { asValues, isTickedAt, listAt, textAt, type Values, withValue } from "../../drafts/values.ts";
import { contentFields, fieldText, renaming } from "../content-fields.ts";
import type { Group } from "../group.ts";
import { ACCENTS, SHEETS, TEMPLATE_PLACES } from "../licence-type-words.ts";

const AT = ["template"];
const BLOCKS = [...AT, "blocks"];
const OWN = "isOwn";

const BLANK_CELL: Values = { shows: "", sensitive: false };
const BLANK_BLOCK: Values = { heading: { zh: "", en: "" }, columns: "1", cells: [BLANK_CELL] };
const BLANK: Values = {
  ...{ sheet: "A4_PORTRAIT", accent: "BLUE", title: { zh: "", en: "" }, blocks: [BLANK_BLOCK] },
};

/** A cell shows one thing of either kind; a field may be called as a place is. */
const FIELD = "field:";
const PLACE = "place:";

const nameIn = (shows: string, kind: string): string | undefined =>
  shows.startsWith(kind) ? shows.slice(kind.length) : undefined;

const shownIn = (block: Values): readonly string[] =>
  listAt(block, "cells").map((cell) => textAt(asValues(cell), "shows"));

/** The fields of the content, those that a cell names and that are none of it any more, and the places. */
function offeredIn(values: Values): readonly Option[] {
  const fields = Object.keys(contentFields(values));
  const named = listAt(values, ...BLOCKS).flatMap((block) => shownIn(asValues(block)));
  const gone = [...new Set(named)].flatMap((shows) => {
    const name = nameIn(shows, FIELD);
    return name === undefined || fields.includes(name) ? [] : [{ value: shows, text: goneText(name) }];
  });
  return [
    { value: "", text: { zh: "请选择", en: "Choose one" } },
    ...fields.map((name) => ({ value: `${FIELD}${name}`, text: offeredText(values, name) })),
    ...optionsOf(TEMPLATE_PLACES).map(({ value, text }) => ({
      value: `${PLACE}${value}`,
      text: placeText(text),
    })),
    ...gone,
  ];
}

const goneText = (name: string): Text => ({
  zh: `${name}（内容中已没有这个字段）`,
  en: `${name} (the content has no such field)`,
});

const placeText = ({ zh, en }: Text): Text => ({ zh: `固定位置：${zh}`, en: `Fixed place: ${en}` });

function offeredText(values: Values, name: string): Text {
  const { zh, en } = fieldText(values, name);
  return textAt(values, "disclosures", name) === "SENSITIVE"
    ? { zh: `${zh}（敏感）`, en: `${en} (sensitive)` }
    : { zh, en };
}

const cells = (values: Values): Spec => ({
  ...{ kind: "list", path: ["cells"], blank: BLANK_CELL },
  ...{ label: { zh: "各格", en: "Cells" }, one: { zh: "格", en: "Cell" } },
  hint: { zh: "从左到右，逐行排列，最多 40 格", en: "From left to right, line by line; at most 40" },
  entry: [
    {
      ...{ kind: "choice", path: ["shows"], options: offeredIn(values) },
      label: { zh: "显示什么", en: "It shows" },
    },
    {
      ...{ kind: "tick", path: ["sensitive"] },
      label: {
        zh: "是敏感字段，仅在指明要求时显示",
        en: "It is a sensitive field, drawn only where it is asked for by name",
      },
    },
  ],
});

const blocks = (values: Values): Spec => ({
  ...{ kind: "list", path: ["blocks"], blank: BLANK_BLOCK },
  ...{ label: { zh: "各块", en: "Blocks" }, one: { zh: "块", en: "Block" } },
  hint: {
    zh: "从上到下，最多 10 块。公开程度为“最少”的字段都要有一格；没有列出的固定位置照常显示。",
    en: "One below the other, at most 10. Each field that is always shown has a cell; a fixed place without one stands where it usually does.",
  },
  entry: [
    ...inBoth({ zh: "小标题", en: "Heading" }, "heading"),
    {
      ...{ kind: "choice", path: ["columns"], label: { zh: "列数", en: "Columns" } },
      options: ["1", "2"].map((value) => ({ value, text: { zh: value, en: value } })),
    },
    cells(values),
  ],
});

function specs(values: Values): readonly Spec[] {
  const parts: readonly Spec[] = [
    { kind: "choice", path: ["sheet"], label: { zh: "版式", en: "Sheet" }, options: optionsOf(SHEETS) },
    { kind: "choice", path: ["accent"], label: { zh: "颜色", en: "Colour" }, options: optionsOf(ACCENTS) },
    ...inBoth({ zh: "标题", en: "Title" }, "title"),
    blocks(values),
  ];
  return [
    {
      ...{ kind: "group", path: AT, label: { zh: "证照样式", en: "How its licences look" } },
      hint: {
        zh: "不勾选时，证照按内容的各页显示。小标题没有则留空。",
        en: "Without a template licences are drawn by the pages of the content. A block without a heading has none typed in.",
      },
      entry: [
        {
          ...{ kind: "tick", path: [OWN] },
          label: { zh: "这个类型有自己的样式", en: "This type has a template of its own" },
        },
        ...(isTickedAt(values, ...AT, OWN) ? parts : []),
      ],
    },
  ];
}

function cellOf(cell: Values): TemplateCellInput {
  const shows = textAt(cell, "shows");
  const place = nameIn(shows, PLACE);
  if (isOf(TEMPLATE_PLACES, place)) return { place };
  const field = nameIn(shows, FIELD);
  return { ...(field === undefined ? {} : { field }), sensitive: isTickedAt(cell, "sensitive") };
}

function inputOf(values: Values): LicenceTemplateInput {
  const [sheet, accent] = [textAt(values, "sheet"), textAt(values, "accent")];
  return {
    sheet: isOf(SHEETS, sheet) ? sheet : "A4_PORTRAIT",
    accent: isOf(ACCENTS, accent) ? accent : "BLUE",
    title: localized(values, "title"),
    blocks: listAt(values, "blocks").map((one) => {
      const block = asValues(one);
      const heading = localized(block, "heading");
      return {
        ...(heading.zh === "" && heading.en === "" ? {} : { heading }),
        columns: numberAt(block, "columns"),
        cells: listAt(block, "cells").map((cell) => cellOf(asValues(cell))),
      };
    }),
  };
}

/** A template begins with one block; a field that is called otherwise is so in its cells as well. */
function follow(next: Values, before: Values): Values {
  const template = asValues(next["template"]);
  if (isTickedAt(template, OWN) && template["blocks"] === undefined)
    return withValue(next, AT, { ...BLANK, ...template });
  const renamed = renaming(next, before);
  if (!renamed) return next;
  const [from, to] = [`${FIELD}${renamed.from}`, `${FIELD}${renamed.to}`];
  const named = (cell: Values): Values => (textAt(cell, "shows") === from ? { ...cell, shows: to } : cell);
  const ofBlock = (block: Values): Values => ({
    ...block,
    cells: listAt(block, "cells").map((cell) => named(asValues(cell))),
  });
  return withValue(
    next,
    BLOCKS,
    listAt(template, "blocks").map((block) => ofBlock(asValues(block))),
  );
}

/** How the licences of the type look, where it says so itself. */
export const TEMPLATE: Group<Pick<LicenceTypeInput, "template">> = {
  title: { zh: "样式", en: "Template" },
  blank: () => ({ template: { [OWN]: false } }),
  valuesOf: ({ template }) => ({
    template: template
      ? {
          ...{ [OWN]: true, sheet: template.sheet, accent: template.accent, title: template.title },
          blocks: template.blocks.map(({ heading, columns, cells: shown }) => ({
            ...{ heading: heading ?? { zh: "", en: "" }, columns: String(columns) },
            cells: shown.map(({ field, place, sensitive }) => ({
              ...{ shows: field === null ? `${PLACE}${place}` : `${FIELD}${field}`, sensitive },
            })),
          })),
        }
      : { [OWN]: false },
  }),
  inputOf: (values) => ({
    template: isTickedAt(values, ...AT, OWN) ? inputOf(asValues(values["template"])) : null,
  }),
  specs,
  follow,
};
