import type { Service } from "../../kernel/service.ts";
import { PAYOUT_ACCOUNT_EVENTS } from "./events.ts";
import { PAYOUT_ACCOUNT_FIELDS } from "./field-words.ts";
import { PAYOUT_ACCOUNT_MESSAGES } from "./messages.ts";
import { PAYOUT_ACCOUNT_SETTINGS } from "./settings.ts";

export const PAYOUT_ACCOUNTS = {
  name: "money/payout-accounts",
  schema: ["payout-accounts"],
  ids: ["pac", "chk"],
  models: ["PayoutAccount"],
  fieldWords: PAYOUT_ACCOUNT_FIELDS,
  messages: [PAYOUT_ACCOUNT_MESSAGES],
  events: PAYOUT_ACCOUNT_EVENTS,
  settings: PAYOUT_ACCOUNT_SETTINGS,
  inApi: { needs: { data: [], secrets: ["bankAccountCheck"] } },
} as const satisfies Service;
