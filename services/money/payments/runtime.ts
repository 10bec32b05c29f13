import type { Offered, Outside, ServiceRuntime, WorkPorts } from "../../kernel/service-runtime.ts";
import { openGateways } from "./channels/gateways.ts";
import { tellAge } from "./differences/tell-age.ts";
import { paymentReceiver } from "./follow-up-event.ts";
import { createNotificationHandler } from "./notification-endpoint.ts";
import { purposesOf } from "./purpose.ts";
import { PAYMENTS } from "./service.ts";

export const payments = {
  service: PAYMENTS,
  sweeps: { "verify-ledger": tellAge },
  offers: { receivers: [paymentReceiver] },
  open: async (offered: Offered, { config, ...outside }: Outside) => ({
    payments: {
      gateways: await openGateways(config.paymentGateways, outside),
      purposes: purposesOf(offered("purposes")),
    },
  }),
  endpoints: {
    "payment-notification": ({ open, ...ports }: WorkPorts) =>
      createNotificationHandler({ ...ports, open: () => open().database }),
  },
} as const satisfies ServiceRuntime;
