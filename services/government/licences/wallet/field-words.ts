import type { FieldWords } from "../../../kernel/service.ts";

/** How people read the fields of this service that stand in the record of who has read their data. */
export const WALLET_FIELDS = {
  ShownLicence: {
    name: { zh: "出示的电子证照", en: "Licence that you showed" },
    fields: { content: { zh: "证照内容", en: "What it says" } },
  },
} as const satisfies FieldWords;
