import { actorAs, type Context } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { notAllowedNow } from "../../../api/refusals.ts";
import { formatMoney } from "../../../kernel/money.ts";
import { err, ok } from "../../../kernel/result.ts";
import { readSubject, referenceTo } from "../../../people/enterprises/index.ts";
import { CODE_MINUTES } from "../../../people/telephones/index.ts";
import { answerOf } from "../applicant/applicant-refusals.ts";
import { CASE_WORDS } from "../enum-words.ts";
import { findSubjectName } from "../find-subject-name.ts";
import { listAtWindow } from "../lists/list-subject-cases.ts";
import { applicantPorts } from "../mandate/applicant-ports.ts";
import { untilOf } from "../mandate/attendance.ts";
import { findOwnCase } from "../mandate/change-own-case.ts";
import { findAttendance } from "../mandate/mandate.ts";
import { type Confirmed, confirmByCode, sendConfirmationCode } from "./confirm-by-code.ts";
import { findAttendedName, listAttendedAccounts, listAttendedPrincipals } from "./read-attended.ts";

export const windowResolvers: Resolvers = {
  Query: {
    attendance: async (_, { id }, context) => {
      const clerk = actorAs(context, "OFFICER");
      return (await findAttendance({ database: context.database, mode: clerk.mode }, clerk, id)) ?? null;
    },
  },
  Mutation: {
    sendConfirmationCode: async (_, { id, attendance }, context) => {
      const ports = await codePorts(context, attendance);
      if (!ports.ok) return { __typename: "NotFound", ...ports.error };
      const sent = await sendConfirmationCode(ports.value, id, (confirmed, code) =>
        writeCode(context, confirmed, code),
      );
      if (sent.ok) return { __typename: "SentCode", ...sent.value };
      const { error } = sent;
      switch (error.code) {
        case "NO_TELEPHONE":
          return { __typename: "InvalidInput", ...error, path: ["attendance"] };
        case "TOO_MANY_CODES":
          return { __typename: "TooManyCodes", ...error };
        case "TELEPHONE_UNREACHABLE":
          return { __typename: "TextNotSent", ...error };
        case "NOT_ALLOWED_NOW":
          return notAllowedNow(CASE_WORDS.ApplicationStatus, error.state, error.availableActions);
        default:
          return { __typename: "NotFound", ...error };
      }
    },
    confirmByCode: async (_, { id, code, attendance }, context) => {
      const ports = await codePorts(context, attendance);
      if (!ports.ok) return { __typename: "NotFound", ...ports.error };
      const confirmed = await confirmByCode(ports.value, id, code);
      if (confirmed.ok) return answerOf(ports.value, confirmed);
      const { error } = confirmed;
      return error.code === "CODE_WRONG" || error.code === "CODE_OVER"
        ? { __typename: "InvalidInput", ...error, path: ["code"] }
        : answerOf(ports.value, err(error));
    },
  },
  Attendance: {
    name: async (attendance, _, context) => (await findAttendedName(readerOf(context), attendance)) ?? null,
    until: untilOf,
    payoutAccounts: async (attendance, _, context) => [
      ...(await listAttendedAccounts(readerOf(context), attendance)),
    ],
    represents: async (attendance, _, context) =>
      (await listAttendedPrincipals(readerOf(context), attendance)).map((one) => ({
        ...one,
        agent: attendance.citizenId,
      })),
    applications: async (attendance, { for: whose }, context) => {
      const subject = readSubject(whose ?? {}, attendance.citizenId, context.secrets);
      if (!subject.ok) return [];
      const ports = { ...readerOf(context), actor: actorAs(context, "OFFICER") };
      const cases = await listAtWindow(ports, attendance, subject.value);
      return cases.map((one) => ({ ...one, servedFor: attendance.citizenId }));
    },
    application: async (attendance, { id }, context) => {
      const ports = await applicantPorts(context, { attendance: attendance.id });
      const found = ports.ok ? await findOwnCase(ports.value, id) : ports;
      return found.ok ? { ...found.value.application, servedFor: attendance.citizenId } : null;
    },
  },
  RepresentedSubject: {
    enterprise: ({ subject }) => (subject.kind === "ENTERPRISE" ? subject.creditCode : null),
    person: ({ subject, agent }, _, { secrets }) =>
      subject.kind === "PERSON" ? referenceTo(subject.citizenId, agent, secrets) : null,
    name: async ({ subject, standing: { wardName } }, _, { database, actor: { mode } }) =>
      (await findSubjectName({ database, mode }, subject)) ?? wardName ?? null,
    capacity: ({ standing }) => standing.capacity,
    items: ({ standing }) => standing.items ?? null,
  },
};

const readerOf = ({ database, actor: { mode }, now }: Context) => ({ database, mode, now });

async function codePorts(context: Context, attendance: string) {
  const found = await applicantPorts(context, { attendance });
  const { secrets, runtime, config, parts, log } = context;
  const { commit: codeCommit } = context;
  return found.ok ? ok({ ...found.value, codeCommit, secrets, runtime, config, parts, log }) : found;
}

/** The text that brings the code, so that the person reads what they confirm by it. */
function writeCode(
  { say, language }: Context,
  { item, enterprise, amount, accounts }: Confirmed,
  code: string,
): string {
  const what = enterprise === undefined ? item[language] : `${item[language]} (${enterprise})`;
  const values = { code, minutes: String(CODE_MINUTES), item: what };
  if (amount === undefined && accounts.length === 0) return say("TEXT_OF_CONFIRMATION", values);
  const account = accounts.join(", ");
  return amount === undefined
    ? say("TEXT_OF_ACCOUNT_CONFIRMATION", { ...values, account })
    : say("TEXT_OF_PAYMENT_CONFIRMATION", { ...values, amount: formatMoney(amount), account });
}
