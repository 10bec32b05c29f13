import type { Offered, ServiceRuntime } from "../../kernel/service-runtime.ts";
import { deliverOutbox } from "./deliver-outbox.ts";
import { NOTIFICATIONS } from "./service.ts";

export const notifications = {
  service: NOTIFICATIONS,
  open: async (offered: Offered) => ({
    namings: offered("namings"),
    receivers: offered("receivers"),
    counters: offered("counters"),
  }),
  rounds: { "deliver-events": deliverOutbox },
} as const satisfies ServiceRuntime;
