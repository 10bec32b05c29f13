import type { ServiceRuntime } from "../../kernel/service-runtime.ts";
import type { SettledReason } from "../../money/settlements/index.ts";
import { faresPurpose, topUpPurpose } from "./cards/top-up-purpose.ts";
import { endDueRides } from "./rides/end-due-rides.ts";
import { TRANSIT } from "./service.ts";
import { collectFares } from "./withholding/collect-fares.ts";

const RIDE_REASONS: readonly SettledReason[] = [{ reason: "transit.rides.", kind: "RIDE", bearsFee: true }];

export const transit = {
  service: TRANSIT,
  offers: { purposes: [topUpPurpose, faresPurpose], settledReasons: RIDE_REASONS },
  sweeps: { "end-rides": endDueRides, "collect-fares": collectFares },
} as const satisfies ServiceRuntime;
