import type { FieldWords } from "../../kernel/service.ts";

/** How people read the fields of this service that stand in the record of who has read their data. */
export const ENTERPRISE_FIELDS = {
  OwnEnterprise: {
    name: { zh: "企业", en: "Enterprise" },
    fields: {
      applications: { zh: "办件", en: "Applications" },
    },
  },
  RepresentedSubject: {
    name: { zh: "被代理人", en: "Somebody who is represented" },
    fields: {
      name: { zh: "姓名或名称", en: "Name" },
    },
  },
} as const satisfies FieldWords;
