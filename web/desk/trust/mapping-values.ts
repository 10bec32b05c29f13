import type { LicenceMappingContentFragment, LicenceMappingInput } from "../../shared/generated/graphql.ts";
import { optionsOf, type Spec } from "../drafts/specs.ts";
import { isOf, trimmedAt } from "../drafts/typed-values.ts";
import { asValues, listAt, textAt, type Values } from "../drafts/values.ts";
import type { DeskOfficer } from "../use-officer.ts";
import {
  answeredOf,
  answeredSpecs,
  blankAnswered,
  NAMES_OF_TYPE,
  PERIOD,
  periodOf,
  REGION,
} from "./common-specs.ts";
import { EQUIVALENCES } from "./trust-words.ts";

/** As the draft of a mapping begins. */
export const blankMapping = (officer: DeskOfficer): Values => ({
  ...{ name: "", region: "", vct: "", typeCode: "", ownType: "", equivalence: "FULL" },
  ...{ fields: [{ field: "", claim: "" }], from: "", until: "", ...blankAnswered(officer) },
});

/** A mapping as the platform has it, to be typed on. */
export function mappingValues(mapping: LicenceMappingContentFragment): Values {
  const { code, region, vct, typeCode, ownType, equivalence, fields, from, until } = mapping;
  const { legalBasis, department, regions } = mapping;
  return {
    ...{ name: code.slice(region.length + 1), region, vct, typeCode, ownType, equivalence, fields },
    ...{ from, until: until ?? "", legalBasis, department, regions },
  };
}

/** Where it stands in the list. */
export const mappingCode = (values: Values): string =>
  `${trimmedAt(values, "region")}.${trimmedAt(values, "name")}`;

/** Typed values as the platform takes them; they have been looked at for days before. */
export function mappingInput(values: Values): LicenceMappingInput {
  const equivalence = textAt(values, "equivalence");
  return {
    ...{ ...answeredOf(values), name: trimmedAt(values, "name") },
    ...{ vct: trimmedAt(values, "vct"), typeCode: trimmedAt(values, "typeCode") },
    ownType: trimmedAt(values, "ownType"),
    equivalence: isOf(EQUIVALENCES, equivalence) ? equivalence : "NONE",
    fields: listAt(values, "fields").map((one) => ({
      field: trimmedAt(asValues(one), "field"),
      claim: trimmedAt(asValues(one), "claim"),
    })),
    ...periodOf(values),
  };
}

const BASICS: readonly Spec[] = [
  REGION,
  {
    ...{ kind: "text", path: ["name"], label: { zh: "对应的名称", en: "Name of the mapping" } },
    hint: {
      zh: "在这个地区的对应中区分，例如 food-2026；字母、数字、点和连字符；保存后不再改变",
      en: "Among those of its region, for example food-2026; letters, digits, dots, hyphens; it stays what it is",
    },
  },
  ...NAMES_OF_TYPE,
];

const OWN: readonly Spec[] = [
  {
    ...{ kind: "text", path: ["ownType"], label: { zh: "本地证照类型的编码", en: "Code of our own type" } },
    hint: { zh: "例如 food-business-licence", en: "For example food-business-licence" },
  },
  {
    ...{ kind: "choice", path: ["equivalence"], options: optionsOf(EQUIVALENCES) },
    label: { zh: "对应程度", en: "It stands for ours" },
  },
  {
    ...{
      kind: "list",
      path: ["fields"],
      label: { zh: "字段来源", en: "From which claims fields are taken" },
    },
    ...{ blank: { field: "", claim: "" }, one: { zh: "字段", en: "Field" } },
    hint: {
      zh: "完全对应的，本地类型的每个必填字段都要有来源；不对应的可以不填。",
      en: "Wholly: each required field of ours is taken from one. Not at all: none is needed.",
    },
    entry: [
      { kind: "text", path: ["field"], label: { zh: "本地字段", en: "Our field" } },
      {
        kind: "text",
        path: ["claim"],
        label: { zh: "对方凭证中的字段", en: "Claim of the other's licence" },
      },
    ],
  },
  ...PERIOD,
];

/** The parts of a mapping's editor, in the order in which they are shown. */
export const mappingSections = (officer: DeskOfficer) => [
  { title: { zh: "对方的证照类型", en: "The other region's type" }, specs: BASICS },
  { title: { zh: "对应本地的什么", en: "What it stands for here" }, specs: OWN },
  { title: { zh: "依据和责任部门", en: "Law, and who answers for it" }, specs: answeredSpecs(officer) },
];
