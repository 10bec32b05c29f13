import { actorAs } from "../../api/context.ts";
import type { Resolvers } from "../../api/generated/types.ts";
import { isZoneInForce } from "../../field/zones.ts";
import { dateAt } from "../../kernel/civil-date.ts";
import { listZones } from "./read-zones.ts";
import { recordZone } from "./record-zone.ts";

export const regionResolvers: Resolvers = {
  Query: {
    regionZones: async (_, { region }, { database }) => [...(await listZones(database, region ?? undefined))],
  },
  Mutation: {
    recordRegionZone: async (_, { input, reason }, context) => {
      const { database, commit, now, requestId } = context;
      const { validUntil, ...stated } = input;
      const ports = { database, commit, now, requestId, actor: actorAs(context, "OFFICER") };
      const done = await recordZone(ports, { ...stated, ...(validUntil ? { validUntil } : {}) }, reason);
      return done.ok
        ? { __typename: "RegionZone", ...done.value }
        : { __typename: "InvalidInput", ...done.error };
    },
  },
  RegionZone: {
    validUntil: ({ validUntil }) => validUntil ?? null,
    isInForce: (zone, _, { now }) => isZoneInForce(zone, dateAt(now)),
  },
};
