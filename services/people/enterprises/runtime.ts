import type { Offered, ServiceRuntime } from "../../kernel/service-runtime.ts";
import { endAuthorities } from "./end-authorities.ts";
import { enterpriseReceiver } from "./follow-event.ts";
import { ENTERPRISES } from "./service.ts";

export const enterprises = {
  service: ENTERPRISES,
  offers: { receivers: [enterpriseReceiver] },
  open: async (offered: Offered) => ({ enterpriseFollowers: offered("enterpriseFollowers") }),
  sweeps: { "run-case-clocks": endAuthorities },
} as const satisfies ServiceRuntime;
