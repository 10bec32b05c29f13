import type { Offered, Outside, ServiceRuntime } from "../../kernel/service-runtime.ts";
import { openBankAccountChecks } from "./checks/open-checks.ts";
import { PAYOUT_ACCOUNTS } from "./service.ts";

export const payoutAccounts = {
  service: PAYOUT_ACCOUNTS,
  open: async (_: Offered, outside: Outside) => ({
    bankAccountChecks: await openBankAccountChecks(outside.config, outside),
  }),
} as const satisfies ServiceRuntime;
