import type { Text } from "../../shared/texts/text.ts";
import type { DeskOfficer } from "../use-officer.ts";
import type { Values } from "./values.ts";

export type Option = { readonly value: string; readonly text: Text };

type At = { readonly path: readonly string[]; readonly label: Text; readonly hint?: Text };

/** A control, or a list of groups of controls, and the place of its value. */
export type Spec =
  | (At & { readonly kind: "text" | "money" | "json" | "tick" | "region" })
  /** A moment is a day and a time of it, Beijing's. */
  | (At & { readonly kind: "count" | "day" | "moment"; readonly optional?: boolean })
  | (At & { readonly kind: "choice" | "choices"; readonly options: readonly Option[] })
  | (At & {
      readonly kind: "list";
      readonly entry: readonly Spec[];
      readonly blank: Values;
      readonly one: Text;
    })
  /** Controls that answer one question together. */
  | (At & { readonly kind: "group"; readonly entry: readonly Spec[] });

export const optionsOf = (texts: Readonly<Record<string, Text>>): readonly Option[] =>
  Object.entries(texts).map(([value, text]) => ({ value, text }));
export const NONE: Option = { value: "", text: { zh: "无", en: "None" } };

export const inBoth = (name: Text, ...path: readonly string[]): readonly Spec[] => [
  { kind: "text", path: [...path, "zh"], label: { zh: `${name.zh}（中文）`, en: `${name.en} in Chinese` } },
  { kind: "text", path: [...path, "en"], label: { zh: `${name.zh}（英文）`, en: `${name.en} in English` } },
];

export const CODE: Spec = {
  ...{ kind: "text", path: ["code"], label: { zh: "代码", en: "Code" } },
  hint: { zh: "英文字母、数字和连字符", en: "Letters, digits and hyphens" },
};
export const NAME = inBoth({ zh: "名称", en: "Name" }, "name");

export const law = (...path: readonly string[]): readonly Spec[] => [
  { kind: "text", path: [...path, "law"], label: { zh: "法律法规", en: "Law" } },
  { kind: "text", path: [...path, "article"], label: { zh: "条款", en: "Article" } },
];

/** The law without which a draft is not published. */
export const legalBasis = (hint: Text): Spec => ({
  ...{ kind: "list", path: ["legalBasis"], label: { zh: "设定依据", en: "Legal basis" }, hint },
  ...{ entry: law(), blank: { law: "", article: "" }, one: { zh: "依据", en: "Legal basis" } },
});

/** A department by its code and its name; those of the officer are named beside. */
export const departmentSpecs = ({ departments }: DeskOfficer): readonly Spec[] => [
  {
    ...{ kind: "text", path: ["department", "code"] },
    label: { zh: "部门代码", en: "Code of the department" },
    hint: {
      zh: (departments ?? []).map(({ code, name }) => `${code} ${name.zh}`).join("；"),
      en: (departments ?? []).map(({ code, name }) => `${code} ${name.en}`).join("; "),
    },
  },
  ...inBoth({ zh: "部门名称", en: "Name of the department" }, "department", "name"),
];

/** Regions, of those that are the officer's. */
export const regionsSpec = ({ regions }: DeskOfficer, label: Text): Spec => ({
  ...{ kind: "choices", path: ["regions"], label },
  options: (regions ?? []).map(({ code, name }) => ({ value: code, text: { zh: name, en: name } })),
});
