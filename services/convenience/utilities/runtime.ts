import type { ServiceRuntime } from "../../kernel/service-runtime.ts";
import { payAutomatically } from "./automatic-payment/pay-automatically.ts";
import { billPurpose } from "./bills/bill-purpose.ts";
import { billsToPay } from "./bills/to-do.ts";
import { UTILITIES } from "./service.ts";

export const utilities = {
  service: UTILITIES,
  offers: { purposes: [billPurpose], toDos: [billsToPay] },
  sweeps: { "pay-automatically": payAutomatically },
} as const satisfies ServiceRuntime;
