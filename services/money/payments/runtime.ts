import type { Offered, Outside, ServiceRuntime } from "../../kernel/service-runtime.ts";
import { openGateways } from "./channels/gateways.ts";
import { paymentReceiver } from "./follow-up-event.ts";
import { purposesOf } from "./purpose.ts";
import { PAYMENTS } from "./service.ts";

export const payments = {
  service: PAYMENTS,
  offers: { receivers: [paymentReceiver] },
  open: async (offered: Offered, { config, ...outside }: Outside) => ({
    payments: {
      gateways: await openGateways(config.paymentGateways, outside),
      purposes: purposesOf(offered("purposes")),
    },
  }),
} as const satisfies ServiceRuntime;
