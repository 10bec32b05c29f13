import { badInput } from "../../../api/errors.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { formatDecimal } from "../../../kernel/decimal.ts";
import { findRoute } from "./find-route.ts";
import { networkIn } from "./networks.ts";
import { DISTANCE_MAX_KM, quoteFare } from "./quote-fare.ts";

export const transitResolvers: Resolvers = {
  Query: {
    transitFare: (_, { mode, region, on, airportLine, minutes, ...ride }) => {
      const quoted = quoteFare(
        { mode, region, on },
        { ...ride, isAirportLine: airportLine, minutes: minutes ?? 0 },
      );
      if (quoted.ok) return quoted.value;
      throw badInput(quoted.error.code, { mode, region, on, max: formatDecimal(DISTANCE_MAX_KM) });
    },
    transitStations: (_, { region }) => [...(networkIn(region)?.stations.values() ?? [])],
    transitRoute: (_, question) => {
      const found = findRoute(question);
      if (found.ok) return found.value;
      const { code, ...values } = found.error;
      const max = formatDecimal(DISTANCE_MAX_KM);
      throw badInput(code, { mode: "METRO", region: question.region, on: question.on, max, ...values });
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
