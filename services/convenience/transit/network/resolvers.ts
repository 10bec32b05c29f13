import { badInput } from "../../../api/errors.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { partText } from "./fare-part-words.ts";
import { TRANSIT_REGIONS } from "./fare-rules.ts";
import { findRoute } from "./find-route.ts";
import { networkIn } from "./networks.ts";
import { quoteFare } from "./quote-fare.ts";

export const transitResolvers: Resolvers = {
  Query: {
    transitFare: (_, { mode, region, on, airportLine, line, minutes, entry, ...ride }) => {
      const quoted = quoteFare(
        { mode, region, on },
        {
          ...{ ...ride, isAirportLine: airportLine, line: line ?? undefined, minutes: minutes ?? 0 },
          entry: entry ?? undefined,
        },
      );
      if (quoted.ok) return quoted.value;
      throw badInput(quoted.error.code, quoted.error.values);
    },
    transitRegions: () => [...TRANSIT_REGIONS],
    transitStations: (_, { region }) => [...(networkIn(region)?.stations.values() ?? [])],
    transitRoute: (_, question) => {
      const found = findRoute({ ...question, enteredAt: question.enteredAt ?? undefined });
      if (found.ok) return found.value;
      throw badInput(found.error.code, found.error.values);
    },
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
