import type { ServiceRuntime } from "../../kernel/service-runtime.ts";
import { topUpPurpose } from "./cards/top-up-purpose.ts";
import { endDueRides } from "./rides/end-due-rides.ts";
import { TRANSIT } from "./service.ts";

export const transit = {
  service: TRANSIT,
  offers: { purposes: [topUpPurpose] },
  sweeps: { "end-rides": endDueRides },
} as const satisfies ServiceRuntime;
