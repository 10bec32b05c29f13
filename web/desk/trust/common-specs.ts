import type { DepartmentInput, LegalBasisInput } from "../../shared/generated/graphql.ts";
import { departmentSpecs, legalBasis, regionsSpec, type Spec } from "../drafts/specs.ts";
import { departmentOf, legalBasisOf, trimmedAt } from "../drafts/typed-values.ts";
import { asText, listAt, type Values } from "../drafts/values.ts";
import type { DeskOfficer } from "../use-officer.ts";

/**
 * The fields of both kinds of parts: on which ground they stand, who answers for them, and where they hold. It begins with all of
 * the officer's jurisdiction: a draft for no region is nobody's to save.
 */
export const blankAnswered = ({ departments, regions }: DeskOfficer): Values => ({
  ...(departments?.[0] ? { department: departments[0] } : {}),
  ...{ regions: (regions ?? []).slice(0, 1).map(({ code }) => code), legalBasis: [{ law: "", article: "" }] },
});

type AnsweredInput = {
  readonly region: string;
  readonly legalBasis: LegalBasisInput[];
  readonly department: DepartmentInput;
  readonly regions: string[];
};

export const answeredOf = (values: Values): AnsweredInput => ({
  region: trimmedAt(values, "region"),
  legalBasis: legalBasisOf(values),
  department: departmentOf(values),
  regions: listAt(values, "regions").map(asText),
});

export const REGION: Spec = {
  ...{ kind: "region", path: ["region"], label: { zh: "所属地区的代码", en: "Code of its region" } },
  hint: {
    zh: "对方的行政区划代码，例如 120000；保存后不再改变",
    en: "The other region's (GB/T 2260), for example 120000; it stays what it is",
  },
};

export const answeredSpecs = (officer: DeskOfficer): readonly Spec[] => [
  legalBasis({
    zh: "没有法律依据的互认不能生效。",
    en: "Nothing of another region is recognised without one.",
  }),
  ...departmentSpecs(officer),
  regionsSpec(officer, { zh: "适用的本地区", en: "Our regions in which it holds" }),
];

/** By which licences of a type are known, below the place where they stand. */
export const NAMES_OF_TYPE: readonly Spec[] = [
  {
    ...{ kind: "text", path: ["vct"], label: { zh: "凭证类型（vct）", en: "Type of the credential (vct)" } },
    hint: {
      zh: "对方证照凭证中的地址，https:// 或 urn: 开头",
      en: "As in its credentials: an address that begins with https:// or urn:",
    },
  },
  {
    ...{ kind: "text", path: ["typeCode"] },
    label: { zh: "证照类型代码（GB/T 36904）", en: "Type code (GB/T 36904)" },
    hint: {
      zh: "定义机构的统一社会信用代码（18 位）和三位数字",
      en: "The credit code of the authority that defines it (18 characters) and three digits",
    },
  },
];

/** A period by its days, both of them in it. */
export const PERIOD: readonly Spec[] = [
  { kind: "day", path: ["from"], label: { zh: "起始日", en: "First day" } },
  {
    ...{ kind: "day", path: ["until"], optional: true, label: { zh: "截止日", en: "Last day" } },
    hint: { zh: "没有截止的不填", en: "Empty where it goes on" },
  },
];

export const periodOf = (values: Values): { readonly from: string; readonly until?: string } => {
  const until = trimmedAt(values, "until");
  return { from: trimmedAt(values, "from"), ...(until === "" ? {} : { until }) };
};
