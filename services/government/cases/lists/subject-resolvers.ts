import type { Context } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { connection, type PagingArguments, paging } from "../../../api/relay.ts";
import { type Subject, subjectKey } from "../../../field/subject.ts";
import type { Mode } from "../../../kernel/actor.ts";
import { getProfile } from "../../../people/citizens/index.ts";
import { getEnterprise, type Standing } from "../../../people/enterprises/index.ts";
import type { Position } from "../subject-cases-store.ts";
import { listSubjectApplications } from "./list-subject-cases.ts";

export const applicationSubjectResolvers: Resolvers = {
  ApplicationSubject: {
    creditCode: (subject) => (subject.kind === "ENTERPRISE" ? subject.creditCode : null),
    name: async (subject, _, { database, actor: { mode } }) =>
      (subject.kind === "ENTERPRISE"
        ? await getEnterprise({ database, mode }, subject.creditCode)
        : await getProfile(database, mode, subject.citizenId)
      )?.name ?? null,
  },
  Enterprise: {
    applications: ({ subject, mode, standing }, args, context) =>
      standing
        ? page({ subject, mode, standing }, args, context)
        : connection([], false, NONE, context.secrets),
  },
  OwnEnterprise: {
    applications: ({ subject }, args, context) => {
      const { mode } = context.actor;
      return page({ subject, mode, standing: { capacity: "PARTNER" } }, args, context);
    },
  },
  Principal: {
    applications: ({ subject, mode, standing }, args, context) =>
      page({ subject, mode, standing }, args, context),
  },
};

const NONE = { list: "applications of a stranger" };

type Whose = { readonly subject: Subject; readonly mode: Mode; readonly standing: Standing };

async function page(
  { subject, mode, standing }: Whose,
  args: PagingArguments,
  { database, secrets }: Context,
) {
  // Of others' items a cursor says nothing, so it holds for these items alone.
  const list = `applications ${JSON.stringify([subjectKey(subject), standing.items ?? "all"])}`;
  const wanted = paging<Position>(args, list, secrets);
  const { applications, more } = await listSubjectApplications({ database, mode }, subject, {
    ...wanted,
    ...(standing.items ? { items: standing.items } : {}),
  });
  const entries = applications.map((node) => ({ node, position: [node.createdAt, node.id] as const }));
  return connection(entries, more, { list, after: wanted.after }, secrets);
}
