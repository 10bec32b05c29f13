import type { Context } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { connection, type PagingArguments, paging } from "../../../api/relay.ts";
import { type Subject, subjectKey } from "../../../field/subject.ts";
import type { Mode } from "../../../kernel/actor.ts";
import type { Standing } from "../../../people/enterprises/index.ts";
import { type CasePosition, positionOf } from "../application.ts";
import { findSubjectName } from "../find-subject-name.ts";
import { listStandingApplications } from "./list-subject-cases.ts";

export const applicationSubjectResolvers: Resolvers = {
  ApplicationSubject: {
    creditCode: (subject) => (subject.kind === "ENTERPRISE" ? subject.creditCode : null),
    name: async (subject, _, { database, actor: { mode } }) =>
      (await findSubjectName({ database, mode }, subject)) ?? null,
  },
  Enterprise: {
    applications: ({ subject, mode, callersStanding: standing }, args, context) =>
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

const NONE = { list: "applications of a stranger", first: 1 };

type Whose = { readonly subject: Subject; readonly mode: Mode; readonly standing: Standing };

async function page(
  { subject, mode, standing }: Whose,
  args: PagingArguments,
  { database, secrets }: Context,
) {
  // A cursor says nothing of other items, so it holds for these alone.
  const list = `applications ${JSON.stringify([subjectKey(subject), standing.items ?? "all"])}`;
  const wanted = paging<CasePosition>(args, list, secrets);
  const { applications, more } = await listStandingApplications(
    { database, mode },
    subject,
    standing,
    wanted,
  );
  const entries = applications.map((node) => ({ node, position: positionOf(node) }));
  return connection(entries, more, { list, ...wanted }, secrets);
}
