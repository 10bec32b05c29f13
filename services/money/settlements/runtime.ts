import type { Offered, ServiceRuntime } from "../../kernel/service-runtime.ts";
import type { SettledReason } from "./line.ts";
import { SETTLEMENTS } from "./service.ts";
import { settleAsDue } from "./settle-as-due.ts";

declare module "../../kernel/parts.ts" {
  interface Parts {
    /** How what services book is settled. */
    readonly settledReasons: readonly SettledReason[];
  }
}

/** Money that the bank has not taken is owed again, without another fee. */
const OWN_REASONS: readonly SettledReason[] = [
  { reason: "payments.payment.succeeded", kind: "PAYMENT", bearsFee: true },
  { reason: "payments.refund.succeeded", kind: "REFUND" },
  { reason: "payments.payment.charged-back", kind: "CHARGEBACK" },
  { reason: "payments.chargeback.reversed", kind: "CHARGEBACK" },
  { reason: "payouts.payout.returned", kind: "RETURNED" },
];

export const settlements = {
  service: SETTLEMENTS,
  offers: { settledReasons: OWN_REASONS },
  open: async (offered: Offered) => ({ settledReasons: offered("settledReasons") }),
  sweeps: {
    "settle-days": settleAsDue,
  },
} as const satisfies ServiceRuntime;
