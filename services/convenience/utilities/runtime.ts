import type { ServiceRuntime } from "../../kernel/service-runtime.ts";
import type { SettledReason } from "../../money/settlements/index.ts";
import { payAutomatically } from "./automatic-payment/pay-automatically.ts";
import { billPurpose } from "./bills/bill-purpose.ts";
import { creditReceiver } from "./bills/give-back-credit.ts";
import { guardianReceiver } from "./bills/tell-guardians.ts";
import { billsToPay } from "./bills/to-do.ts";
import { UTILITIES } from "./service.ts";

/** Credit notes are the biller's: given, they take from what is owed to it, and used, they come back. */
const CREDIT_REASONS: readonly SettledReason[] = [{ reason: "utilities.credit.", kind: "CREDIT" }];

export const utilities = {
  service: UTILITIES,
  offers: {
    purposes: [billPurpose],
    toDos: [billsToPay],
    receivers: [creditReceiver, guardianReceiver],
    settledReasons: CREDIT_REASONS,
  },
  sweeps: { "pay-automatically": payAutomatically },
} as const satisfies ServiceRuntime;
