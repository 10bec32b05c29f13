import { badInput } from "../../../api/errors.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { TRANSIT_REGIONS } from "./fare-rules.ts";
import { findRoute } from "./find-route.ts";
import { networkIn } from "./networks.ts";
import { quoteFare } from "./quote-fare.ts";

export const transitResolvers: Resolvers = {
  Query: {
    transitFare: (_, { mode, region, on, airportLine, minutes, ...ride }) => {
      const quoted = quoteFare(
        { mode, region, on },
        { ...ride, isAirportLine: airportLine, minutes: minutes ?? 0 },
      );
      if (quoted.ok) return quoted.value;
      throw badInput(quoted.error.code, quoted.error.values);
    },
    transitRegions: () => [...TRANSIT_REGIONS],
    transitStations: (_, { region }) => [...(networkIn(region)?.stations.values() ?? [])],
    transitRoute: (_, question) => {
      const found = findRoute(question);
      if (found.ok) return found.value;
      throw badInput(found.error.code, found.error.values);
    },
  },
  TransitStation: {
    name: ({ name }, _, { language }) => name[language],
    lines: ({ lines }) => [...lines],
  },
  TransitLine: {
    name: ({ name }, _, { language }) => name[language],
    airportLine: ({ isAirportLine }) => isAirportLine,
  },
  TransitLeg: { airportLine: ({ isAirportLine }) => isAirportLine },
  TransitFare: {
    percent: ({ percent }) => Number(percent),
    effectiveFrom: ({ rule }) => rule.effectiveFrom,
    source: ({ rule }) => rule.source,
  },
};
