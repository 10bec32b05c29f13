import type { ServiceRuntime } from "../../kernel/service-runtime.ts";
import { heldAccountNumber } from "./held-account-number.ts";
import { heldByFund } from "./held-by-fund.ts";
import { drawAsDue } from "./orders/draw-due-orders.ts";
import { orderEffects } from "./orders/effects.ts";
import { notDrawnNaming, orderEndNaming } from "./orders/order-notice.ts";
import { HOUSING_FUND } from "./service.ts";
import { withdrawalEffects } from "./withdrawals/effects.ts";

export const housingFund = {
  service: HOUSING_FUND,
  offers: {
    effects: [...withdrawalEffects, ...orderEffects],
    held: [heldByFund],
    heldValues: [heldAccountNumber],
    namings: [notDrawnNaming, orderEndNaming],
  },
  sweeps: { "run-case-clocks": drawAsDue },
} as const satisfies ServiceRuntime;
