import { actorAs } from "../../../api/context.ts";
import { outsideJurisdiction } from "../../../api/forbidden.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { connection, paging } from "../../../api/relay.ts";
import { listDecided } from "./list-decided.ts";

export const decidedResolvers: Resolvers = {
  Query: {
    decidedApplications: async (_, { region, department, month, ...args }, context) => {
      const { database, now, secrets } = context;
      const actor = actorAs(context, "OFFICER");
      const list = `decided ${region} ${department} ${month}`;
      const page = paging<string>(args, list, secrets);
      const place = { region, department, month };
      const found = await listDecided({ database, mode: actor.mode, actor, now }, place, page);
      if (!found.ok) throw outsideJurisdiction();
      const entries = found.value.cases.map(({ application, at }) => ({ node: application, position: at }));
      return connection(entries, found.value.more, { list, ...page }, secrets);
    },
  },
};
