import { badInput } from "../graphql/errors.ts";
import type { Resolvers } from "../graphql/generated/types.ts";
import { formatDecimal } from "../platform/decimal.ts";
import { DISTANCE_MAX_KM, quoteFare } from "./quote-fare.ts";

export const transitResolvers: Resolvers = {
  Query: {
    transitFare: (_, { mode, region, on, airportLine, ...ride }) => {
      const quoted = quoteFare({ mode, region, on }, { ...ride, isAirportLine: airportLine });
      if (quoted.ok) return quoted.value;
      throw badInput(quoted.error.code, { mode, region, on, max: formatDecimal(DISTANCE_MAX_KM) });
    },
  },
  TransitFare: {
    percent: ({ percent }) => Number(percent),
    effectiveFrom: ({ rule }) => rule.effectiveFrom,
    source: ({ rule }) => rule.source,
  },
};
