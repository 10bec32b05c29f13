import type { Disclosure, LicenceTypeInput } from "../../../shared/generated/graphql.ts";
import type { Text } from "../../../shared/texts/text.ts";
import { type Option, optionsOf, type Spec } from "../../drafts/specs.ts";
import { isOf } from "../../drafts/typed-values.ts";
import { asValues, type Values } from "../../drafts/values.ts";
import { contentFields, fieldText, renaming } from "../content-fields.ts";
import type { Group } from "../group.ts";
import { DISCLOSURES } from "../licence-type-words.ts";

const UNSTATED: Option = { value: "", text: { zh: "请选择", en: "Choose one" } };
const gone = (name: string): Text => ({
  zh: `${name}（内容中已没有这个字段）`,
  en: `${name} (the content has no such field)`,
});

const statedIn = (values: Values): Values => asValues(values["disclosures"]);

/** Of each field of the content, and of those that were stated and are none of it. */
function controls(values: Values): readonly Spec[] {
  const fields = Object.keys(contentFields(values));
  const others = Object.keys(statedIn(values)).filter((name) => !fields.includes(name));
  const control = (name: string, label: Text): Spec => ({
    ...{ kind: "choice", path: [name], label, options: [UNSTATED, ...optionsOf(DISCLOSURES)] },
  });
  return [
    ...fields.map((name) => control(name, fieldText(values, name))),
    ...others.map((name) => control(name, gone(name))),
  ];
}

/** A field that is called otherwise tells as much as before; one that is gone tells nothing. */
function follow(next: Values, before: Values): Values {
  if (next["content"] === before["content"]) return next;
  const fields = contentFields(next);
  const earlier = contentFields(before);
  const renamed = renaming(next, before);
  const stated = Object.entries(statedIn(next))
    .map(([name, told]) => [name === renamed?.from ? renamed.to : name, told] as const)
    .filter(([name]) => Object.hasOwn(fields, name) || !Object.hasOwn(earlier, name));
  return { ...next, disclosures: Object.fromEntries(stated) };
}

/** How much each field tells; nothing is chosen for the editor. */
export const DISCLOSURE_GROUP: Group<Pick<LicenceTypeInput, "disclosures">> = {
  title: { zh: "公开程度", en: "How much each field tells" },
  blank: () => ({ disclosures: {} }),
  valuesOf: ({ disclosures }) => ({
    disclosures: Object.fromEntries(disclosures.map(({ field, disclosure }) => [field, disclosure])),
  }),
  inputOf: (values) => ({
    disclosures: Object.entries(statedIn(values)).flatMap(([field, disclosure]) =>
      isOf<Disclosure>(DISCLOSURES, disclosure) ? [{ field, disclosure }] : [],
    ),
  }),
  specs: (values) => [
    {
      ...{ kind: "group", path: ["disclosures"], entry: controls(values) },
      label: { zh: "每个字段的公开程度", en: "Each field" },
      hint: {
        zh: "至少一个字段在每次出示时都显示。内容增加字段后，在这里写明它的公开程度。",
        en: "At least one is shown whenever the licence is. A field that is added to the content is stated here.",
      },
    },
  ],
  follow,
};
