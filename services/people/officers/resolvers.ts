import { actorAs } from "../../api/context.ts";
import { outsideJurisdiction } from "../../api/forbidden.ts";
import type { Resolvers } from "../../api/generated/types.ts";
import { connection, paging } from "../../api/relay.ts";
import { findOfficer } from "./find-officer.ts";
import { listOfficers, type OfficerPosition } from "./list-officers.ts";

export const officerResolvers: Resolvers = {
  Query: {
    officers: async (_, { role, region, department, ...args }, context) => {
      const { database, secrets } = context;
      const actor = actorAs(context, "OFFICER");
      const list = `officers ${JSON.stringify([role, region, department])}`;
      const page = paging<OfficerPosition>(args, list, secrets);
      const found = await listOfficers({ database, actor }, { role, region, department }, page);
      if (!found.ok) throw outsideJurisdiction();
      return connection(found.value.entries, found.value.more, { list, ...page }, secrets);
    },
  },
  Officer: {
    id: (id) => id,
    name: async (id, _, { database }) => (await findOfficer(database, id))?.name ?? null,
    roles: async (id, _, { database }) => [...((await findOfficer(database, id))?.roles ?? [])],
  },
};
