import type { ServiceApi } from "../../api/service.ts";
import { LEDGER_WORDS } from "./enum-words.ts";
import { ledgerResolvers } from "./resolvers.ts";

export const ledgerApi: ServiceApi = {
  enumWords: LEDGER_WORDS,
  resolvers: [ledgerResolvers],
};
