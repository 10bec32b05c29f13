import { actorAs, type Context } from "../../api/context.ts";
import type { Resolvers } from "../../api/generated/types.ts";
import type { NodeLoaders } from "../../api/node.ts";
import { personalId } from "../../api/personal-id.ts";
import { connection, paging } from "../../api/relay.ts";
import { regionName, regionText } from "../../field/named-region.ts";
import { personAs } from "../../field/subject.ts";
import { dateAt } from "../../kernel/civil-date.ts";
import type { Language, Message, SayIn } from "../../kernel/message.ts";
import { remediesText } from "../../people/remedies/index.ts";
import { type AnswerDueDate, answerDueDate } from "./answer-due-date.ts";
import { whyNotAlone } from "./applicant/why-not-alone.ts";
import { type Application, type CasePosition, positionOf } from "./application.ts";
import { findPlaces } from "./case-places.ts";
import { extensibleBy, limitsOf } from "./clock.ts";
import { findNamedAccounts } from "./find-named-accounts.ts";
import { findPlaceName } from "./find-place-name.ts";
import { findTakenIn } from "./find-taken-in.ts";
import type { NamedProblem } from "./form-problem.ts";
import { listSubjectApplications } from "./lists/list-subject-cases.ts";
import { caseBehind } from "./mandate/applicant-ports.ts";
import { readCase, readNamedCase } from "./read-case.ts";
import {
  findActions,
  findDepartmentName,
  findExpectedAmount,
  findRuling,
  listProblems,
  readProgress,
  readVisits,
} from "./read-case-details.ts";
import { readCaseItem } from "./read-case-item.ts";
import { listHeldFields, readForm } from "./read-form.ts";
import { findExpectedNotice, findRemedies } from "./tell-remedies.ts";

export const applicationNodes: NodeLoaders = {
  app: async (id, context) => {
    const { actor, now, consents } = context;
    if (actor.kind === "ANONYMOUS") return undefined;
    const found = await readNamedCase({ ...storeOf(context), actor, now, consents }, caseBehind(id, context));
    return found && { __typename: "Application", ...found };
  },
};

export const applicationResolvers: Resolvers = {
  Citizen: {
    applications: async ({ citizenId, mode }, args, { database, secrets }) => {
      const list = `applications ${citizenId}`;
      const page = paging<CasePosition>(args, list, secrets);
      const { applications, more } = await listSubjectApplications(
        { database, mode },
        personAs(citizenId),
        page,
      );
      const entries = applications.map((node) => ({ node, position: positionOf(node) }));
      return connection(entries, more, { list, ...page }, secrets);
    },
    cannotApplyAlone: async ({ citizenId, mode }, of, { database, secrets, now }) =>
      (await whyNotAlone({ database, mode, secrets, now }, citizenId, of)) ?? null,
  },
  Application: {
    id: ({ id, subject }, _, context) =>
      context.actor.kind === "PARTNER" && subject.kind === "PERSON"
        ? personalId("app", { citizen: subject.citizenId, record: id }, context)
        : id,
    number: ({ number }) => number ?? null,
    item: (application, _, { database }) => readCaseItem({ database }, application),
    departmentName: (application, _, { database }) => findPlaceName({ database }, application),
    regionName: ({ region }) => regionName(region),
    transfers: ({ transfers }) => [...(transfers ?? [])],
    places: async (application, _, { database }) => {
      const { departments, regions } = await findPlaces({ database }, application);
      return { departments: [...departments], regions: [...regions] };
    },
    availableActions: async (application, _, context) => {
      const { actor, now, consents, secrets } = context;
      return [...(await findActions({ ...storeOf(context), actor, now, consents, secrets }, application))];
    },
    form: (application, _, context) => readForm(formReader(context), application),
    heldFields: async (application, _, context) => [
      ...(await listHeldFields(formReader(context), application)),
    ],
    payoutAccounts: async (application, _, context) => [
      ...(await findNamedAccounts(storeOf(context), application)),
    ],
    problems: async (application, _, context) => {
      const { now, parts, log, secrets } = context;
      return [...(await listProblems({ ...storeOf(context), now, parts, log, secrets }, application))];
    },
    confirmation: (of) => (of.confirmation ? { ...of.confirmation, of } : null),
    complaints: ({ complaints }) => complaints ?? [],
    takenInAt: ({ takenInAt }) => takenInAt ?? null,
    answer: async (application, _, { now, database }) =>
      answerDueDate(
        application,
        dateAt(now),
        inRegion(await findTakenIn({ database }, application), application),
      ),
    decision: (of) => (of.decision ? { ...of.decision, of } : null),
    pastAppeals: ({ pastAppeals }) => [...(pastAppeals ?? [])],
    remedies: async (application, _, context) => (await findRemedies(context, application)) ?? null,
    remediesIfRefused: (application, _, context) => findExpectedNotice(context, application),
    ruling: async (application, _, context) =>
      (await findRuling({ ...storeOf(context), parts: context.parts }, application)) ?? null,
    visits: (application, _, context) => readVisits(storeOf(context), application),
    progress: async (application, _, context) => [...(await readProgress(storeOf(context), application))],
  },
  TakenInAt: { regionName: ({ region }) => regionName(region) },
  CasePlace: {
    departmentName: (place, _, { database }) => findPlaceName({ database }, place),
    regionName: ({ region }) => regionName(region),
  },
  ToDo: {
    application: async ({ about }, _, context) => {
      const reader = { ...storeOf(context), actor: actorAs(context, "CITIZEN"), now: context.now };
      return (await readCase(reader, about)) ?? null;
    },
  },
  ReadingOffice: {
    name: async ({ applications: [first = ""] }, _, context) =>
      (await findDepartmentName(storeOf(context), first)) ?? null,
  },
  ApplicationConfirmation: {
    amount: async ({ of }, _, context) => {
      const { actor, now, consents, parts, secrets, config } = context;
      const ports = { ...storeOf(context), actor, now, consents, parts, secrets, config };
      return (await findExpectedAmount(ports, of)) ?? null;
    },
    payoutAccounts: async ({ of }, _, context) => [...(await findNamedAccounts(storeOf(context), of))],
    confirmedAt: ({ confirmedAt }) => confirmedAt ?? null,
    confirmedBy: ({ confirmedBy }) => confirmedBy ?? null,
  },
  DelayComplaint: { officer: ({ answeredBy }) => answeredBy ?? null },
  FormProblem: {
    message: (problem, _, { language, sayIn }) => {
      const between = language === "zh" ? "：" : ": ";
      return `${problem.label[language]}${between}${hintOf(problem, language, sayIn)}`;
    },
    path: ({ under = "form", path }) => [under, ...path],
    hint: (problem, _, { sayIn }) => ({
      ...{ zh: hintOf(problem, "zh", sayIn), en: hintOf(problem, "en", sayIn) },
    }),
  },
  HeldField: { shown: ({ shown }) => shown ?? null },
  AnswerDue: {
    dueOn: ({ dueOn }) => dueOn ?? null,
    because: ({ code, values, further }, _, { say, language }) =>
      [say(code, values), ...(further ?? []).map((one) => say(one.code, sentenceValues(one, language)))].join(
        language === "zh" ? "" : " ",
      ),
  },
  CaseClock: {
    isDeemedAccepted: ({ isDeemedAccepted }) => isDeemedAccepted ?? false,
    statutoryDays: ({ statutoryDays }) => statutoryDays ?? "WORKING",
    promisedOn: (clock) => limitsOf(clock).promised ?? null,
    statutoryOn: (clock) => limitsOf(clock).statutory ?? null,
    warningOn: (clock) => limitsOf(clock).warning ?? null,
    extensible: (clock) => extensibleBy(clock),
    undecided: ({ undecided }) => undecided ?? null,
    deliveryOverdueAt: ({ deliveryOverdueAt }) => deliveryOverdueAt ?? null,
  },
  ClockExtension: {
    approver: ({ approver }) => approver ?? null,
    approvedBy: ({ approvedBy }) => approvedBy ?? null,
  },
  ClockPause: {
    until: ({ until }) => until ?? null,
    overdueAt: ({ overdueAt }) => overdueAt ?? null,
  },
  ApplicationDecision: {
    officer: ({ by }) => by ?? null,
    isDeemed: ({ isDeemed }) => isDeemed ?? false,
    reason: ({ reason, reasonForPartners }, _, { actor, language }) => {
      const told = (actor.kind === "PARTNER" && reasonForPartners) || reason;
      return typeof told === "string" ? told : told[language];
    },
    remedy: async ({ of, outcome }, _, context) => {
      const remedies = outcome === "APPROVED" ? undefined : await findRemedies(context, of);
      return remedies ? remediesText(remedies, context.language) : null;
    },
  },
  ApplicationAppeal: { answeredAt: ({ decidedAt }) => decidedAt ?? null },
};

/** With the region of the department that decides. */
const inRegion = (takenIn: Message | undefined, { region }: Pick<Application, "region">) => {
  const where = regionText(region);
  return takenIn && { zh: `${takenIn.zh}（${where.zh}）`, en: `${takenIn.en} (${where.en})` };
};

const sentenceValues = (
  { values, words = {} }: NonNullable<AnswerDueDate["further"]>[number],
  language: Language,
): Readonly<Record<string, string>> => ({
  ...values,
  ...Object.fromEntries(Object.entries(words).map(([gap, text]) => [gap, text[language]])),
});

/** The words about a problem that say what to do instead, in a language. */
function hintOf({ code, values, words = {} }: NamedProblem, language: Language, sayIn: SayIn): string {
  const said = Object.entries(words).map(([gap, text]) => [gap, text[language]] as const);
  return sayIn(language)(code, { ...values, ...Object.fromEntries(said) }).trim();
}

const formReader = (context: Context) => {
  const { actor, consents, parts, secrets } = context;
  return { ...storeOf(context), actor, consents, parts, secrets };
};

const storeOf = ({ database, actor }: Context) => ({ database, mode: actor.mode });
