import type { ServiceApi } from "../../api/service.ts";
import { transitCardNodes, transitCardResolvers } from "./cards/resolvers.ts";
import { rideCredentialResolvers } from "./cards/ride-credential-resolvers.ts";
import { topUpResolvers } from "./cards/top-up-resolvers.ts";
import { clearingResolvers } from "./clearing/resolvers.ts";
import { transitEntitlementResolvers } from "./entitlements/resolvers.ts";
import { TRANSIT_WORDS } from "./enum-words.ts";
import { transitResolvers } from "./network/resolvers.ts";
import { rideCodeResolvers } from "./ride-codes/resolvers.ts";
import { refusedEntryResolvers } from "./rides/refused-resolvers.ts";
import { transitTripNodes, transitTripResolvers } from "./rides/resolvers.ts";
import { tariffResolvers } from "./tariffs/resolvers.ts";
import { withholdingResolvers } from "./withholding/resolvers.ts";

export const transitApi: ServiceApi = {
  enumWords: TRANSIT_WORDS,
  resolvers: [
    transitResolvers,
    transitCardResolvers,
    topUpResolvers,
    transitTripResolvers,
    refusedEntryResolvers,
    transitEntitlementResolvers,
    rideCodeResolvers,
    rideCredentialResolvers,
    clearingResolvers,
    tariffResolvers,
    withholdingResolvers,
  ],
  nodes: { ...transitCardNodes, ...transitTripNodes },
};
