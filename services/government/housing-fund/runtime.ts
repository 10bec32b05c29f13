import type { ServiceRuntime } from "../../kernel/service-runtime.ts";
import { heldByFund } from "./held-by-fund.ts";
import { HOUSING_FUND } from "./service.ts";
import { withdrawalEffects } from "./withdrawals/effects.ts";

export const housingFund = {
  service: HOUSING_FUND,
  offers: { effects: withdrawalEffects, held: [heldByFund] },
} as const satisfies ServiceRuntime;
