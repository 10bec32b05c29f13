import type { LicenceTypeInput } from "../../../shared/generated/graphql.ts";
import { departmentSpecs, NAME, optionsOf, regionsSpec } from "../../drafts/specs.ts";
import { departmentOf, isOf, localized, trimmedAt } from "../../drafts/typed-values.ts";
import { asText, listAt, textAt } from "../../drafts/values.ts";
import type { Group } from "../group.ts";
import { HOLDER_KINDS } from "../licence-type-words.ts";

type Input = Pick<LicenceTypeInput, "code" | "typeCode" | "name" | "department" | "regions" | "holderKind">;

/** Its names, who answers for it, where, and whose it is. */
export const BASICS: Group<Input> = {
  title: { zh: "基本信息", en: "Basics" },
  blank: ({ departments }) => ({
    ...(departments?.[0] ? { department: departments[0] } : {}),
    ...{ regions: [], holderKind: "PERSON" },
  }),
  valuesOf: ({ code, typeCode, name, department, regions, holderKind }) => ({
    ...{ code, typeCode, name, department, regions, holderKind },
  }),
  inputOf: (values) => {
    const holderKind = textAt(values, "holderKind");
    return {
      code: trimmedAt(values, "code"),
      typeCode: trimmedAt(values, "typeCode"),
      name: localized(values, "name"),
      department: departmentOf(values),
      regions: listAt(values, "regions").map(asText),
      holderKind: isOf(HOLDER_KINDS, holderKind) ? holderKind : "PERSON",
    };
  },
  specs: (_, officer) => [
    {
      ...{ kind: "text", path: ["code"], label: { zh: "证照类型的编码", en: "Code of the type" } },
      hint: {
        zh: "材料用它指明证照，例如 food-business-licence；保存后不再改变",
        en: "Materials name it by this, for example food-business-licence; it stays what it is",
      },
    },
    {
      ...{ kind: "text", path: ["typeCode"] },
      label: { zh: "证照类型代码（GB/T 36904）", en: "Type code (GB/T 36904)" },
      hint: {
        zh: "证照定义机构的统一社会信用代码（18 位）和三位数字；发布后不再改变",
        en: "The credit code of the authority that defines it (18 characters) and three digits; fixed by the first version",
      },
    },
    ...NAME,
    ...departmentSpecs(officer),
    {
      ...{ kind: "choice", path: ["holderKind"], options: optionsOf(HOLDER_KINDS) },
      label: { zh: "持证主体", en: "Its holder is" },
      hint: { zh: "发布后不再改变", en: "Fixed by the first version" },
    },
    regionsSpec(officer, { zh: "颁发地区", en: "Where it is issued" }),
  ],
};
