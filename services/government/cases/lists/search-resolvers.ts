import { actorAs } from "../../../api/context.ts";
import { badInput } from "../../../api/errors.ts";
import { outsideJurisdiction } from "../../../api/forbidden.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { connection, paging } from "../../../api/relay.ts";
import { searchCases } from "./search-cases.ts";

export const searchResolvers: Resolvers = {
  Query: {
    searchApplications: async (_, { first, after, ...told }, context) => {
      const { database, secrets, now, accessLog } = context;
      const actor = actorAs(context, "OFFICER");
      const search = {
        ...{ number: told.number ?? undefined, creditCode: told.creditCode ?? undefined },
        ...{ name: told.name ?? undefined, region: told.region ?? undefined },
        ...{ within: told.within ?? false, department: told.department ?? undefined },
      };
      const list = `search ${JSON.stringify([actor.id, search])}`;
      const page = paging<string>({ first, after }, list, secrets);
      const found = await searchCases({ database, mode: actor.mode, actor, now }, search, page);
      if (!found.ok) {
        const { error } = found;
        if (error.code === "OUTSIDE_JURISDICTION") throw outsideJurisdiction();
        throw badInput(error.code, "values" in error ? error.values : undefined);
      }
      const { cases, more } = found.value;
      for (const { application } of cases) {
        // To learn that somebody has applied is a reading of them, whatever else is asked for.
        const { subject } = application;
        if (subject.kind === "PERSON")
          accessLog.note(subject.citizenId, "Query.searchApplications", [], application);
      }
      const entries = cases.map(({ application, place }) => ({ node: application, position: place }));
      return connection(entries, more, { list, ...page }, secrets);
    },
  },
};
