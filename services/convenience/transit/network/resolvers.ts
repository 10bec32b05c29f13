import type { Resolvers } from "../../../api/generated/types.ts";
import { partText } from "./fare-part-words.ts";
import { TRANSIT_REGIONS } from "./fare-rules.ts";
import { networkIn } from "./networks.ts";

export const transitResolvers: Resolvers = {
  Query: {
    transitRegions: () => [...TRANSIT_REGIONS],
    transitStations: (_, { region }) => [...(networkIn(region)?.stations.values() ?? [])],
  },
  Region: { transitStations: (region) => [...(networkIn(region)?.stations.values() ?? [])] },
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
    parts: ({ parts }) => [...parts],
    effectiveFrom: ({ rule }) => rule.effectiveFrom,
    source: ({ rule }) => rule.source,
  },
  TransitFarePart: { text: (part, _, { language }) => partText(part, language) },
};
