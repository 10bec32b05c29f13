import { actorAs, type Context } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { personAs } from "../../../field/subject.ts";
import { checkIdempotencyKey } from "../../../kernel/commit/idempotency.ts";
import { listPrincipals, readSubject, referenceTo } from "../../../people/enterprises/index.ts";
import { findSubjectName } from "../find-subject-name.ts";
import { listAtWindow } from "../lists/list-subject-cases.ts";
import { findAttendance } from "../mandate/mandate.ts";
import { listAttendedAccounts } from "./list-attended-accounts.ts";
import { receivePerson } from "./receive-person.ts";

export const windowResolvers: Resolvers = {
  Query: {
    attendance: async (_, { id }, context) => {
      const clerk = actorAs(context, "OFFICER");
      return (await findAttendance({ database: context.database, mode: clerk.mode }, clerk, id)) ?? null;
    },
  },
  Mutation: {
    receiveAtWindow: async (_, { idNumber, idempotencyKey }, context) => {
      const key = checkIdempotencyKey(idempotencyKey);
      if (!key.ok) return { __typename: "InvalidInput", ...key.error };
      const received = await receivePerson(portsOf(context), { idNumber, idempotencyKey: key.value });
      if (received.ok) return { __typename: "Attendance", ...received.value };
      const { error } = received;
      return "path" in error
        ? { __typename: "InvalidInput", ...error }
        : { __typename: "IdempotencyMismatch", ...error };
    },
  },
  Attendance: {
    name: async ({ citizenId }, _, { database, actor: { mode } }) =>
      (await findSubjectName({ database, mode }, personAs(citizenId))) ?? null,
    payoutAccounts: async (attendance, _, { database, actor: { mode }, now }) => [
      ...(await listAttendedAccounts({ database, mode, now }, attendance)),
    ],
    represents: async ({ citizenId: agent }, _, { database, actor: { mode }, now }) =>
      (await listPrincipals({ database, mode }, agent, now)).map((one) => ({ ...one, agent })),
    applications: async (attendance, { for: whose }, context) => {
      const subject = readSubject(whose ?? {}, attendance.citizenId, context.secrets);
      if (!subject.ok) return [];
      const cases = await listAtWindow(portsOf(context), attendance, subject.value);
      return cases.map((one) => ({ ...one, servedFor: attendance.citizenId }));
    },
  },
  RepresentedSubject: {
    enterprise: ({ subject }) => (subject.kind === "ENTERPRISE" ? subject.creditCode : null),
    person: ({ subject, agent }, _, { secrets }) =>
      subject.kind === "PERSON" ? referenceTo(subject.citizenId, agent, secrets) : null,
    name: async ({ subject }, _, { database, actor: { mode } }) =>
      (await findSubjectName({ database, mode }, subject)) ?? null,
    items: ({ standing }) => standing.items ?? null,
  },
};

const portsOf = (context: Context) => {
  const { database, commit, now, requestId, secrets } = context;
  const actor = actorAs(context, "OFFICER");
  return { database, commit, mode: actor.mode, actor, now, requestId, secrets };
};
