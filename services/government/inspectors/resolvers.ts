import { actorAs, type Context } from "../../api/context.ts";
import { outsideJurisdiction } from "../../api/forbidden.ts";
import type { Resolvers } from "../../api/generated/types.ts";
import { connection, paging } from "../../api/relay.ts";
import type { OfficerId } from "../../kernel/ids.ts";
import { enrolAsInspector } from "./enrol-inspector.ts";
import { leaveRoll } from "./leave-roll.ts";
import { listInspectors } from "./list-inspectors.ts";

export const inspectorResolvers: Resolvers = {
  Query: {
    inspectors: async (_, { department, ...args }, context) => {
      const { database, secrets } = context;
      const actor = actorAs(context, "OFFICER");
      const list = `inspectors ${department}`;
      const page = paging<OfficerId>(args, list, secrets);
      const found = await listInspectors({ database, mode: actor.mode, actor }, department, page);
      if (!found.ok) throw outsideJurisdiction();
      const { inspectors, more } = found.value;
      const entries = inspectors.map((node) => ({ node, position: node.officer }));
      return connection(entries, more, { list, ...page }, secrets);
    },
  },
  Mutation: {
    enrolAsInspector: async (_, { input }, context) => {
      const enrolled = await enrolAsInspector(portsOf(context), input);
      if (enrolled.ok) return { __typename: "Inspector", ...enrolled.value };
      const { error } = enrolled;
      return { __typename: "InvalidInput", ...error, path: ["input", ...error.path] };
    },
    leaveInspectorRoll: async (_, { department }, context) => {
      const left = await leaveRoll(portsOf(context), department);
      return left.ok ? { __typename: "Inspector", ...left.value } : { __typename: "NotFound", ...left.error };
    },
  },
};

const portsOf = (context: Context) => {
  const { database, commit, now, requestId } = context;
  const actor = actorAs(context, "OFFICER");
  return { database, commit, now, requestId, actor, mode: actor.mode };
};
