import type { FieldWords } from "../../../kernel/service.ts";

/** How people read the fields of licences that stand in the record of who has read their data. */
export const LICENCE_FIELDS = {
  FilledMaterial: {
    name: { zh: "申请材料", en: "Material of an application" },
    fields: { licence: { zh: "免交材料的证照", en: "Licence that stands for it" } },
  },
  VerifiedLicence: {
    name: { zh: "电子证照", en: "Electronic licence" },
    fields: {
      fields: { zh: "最基本的内容", en: "The least of what it says" },
      name: { zh: "种类名称", en: "Name of its type" },
      number: { zh: "编号", en: "Number" },
      status: { zh: "状态", en: "Status" },
      type: { zh: "种类代码", en: "Code of its type" },
      validUntil: { zh: "有效期至", en: "Valid until" },
    },
  },
} as const satisfies FieldWords;
