import type { ServiceRuntime } from "../../kernel/service-runtime.ts";
import { heldAccountNumber } from "./held-account-number.ts";
import { heldByFund } from "./held-by-fund.ts";
import { HOUSING_FUND } from "./service.ts";
import { withdrawalEffects } from "./withdrawals/effects.ts";

export const housingFund = {
  service: HOUSING_FUND,
  offers: { effects: withdrawalEffects, held: [heldByFund], heldValues: [heldAccountNumber] },
} as const satisfies ServiceRuntime;
