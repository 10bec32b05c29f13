import type { Offered, ServiceRuntime } from "../../kernel/service-runtime.ts";

import { NOTIFICATIONS } from "./service.ts";

export const notifications = {
  service: NOTIFICATIONS,
  open: async (offered: Offered) => ({ namings: offered("namings") }),
} as const satisfies ServiceRuntime;
