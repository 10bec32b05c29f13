import { actorAs, type Context } from "../../api/context.ts";
import type { Resolvers } from "../../api/generated/types.ts";
import type { NodeLoaders } from "../../api/node.ts";
import { personalId, readPersonalId } from "../../api/personal-id.ts";
import { messageOf } from "../../api/refusals.ts";
import { connection, paging } from "../../api/relay.ts";
import { personAs } from "../../field/subject.ts";
import type { Partner } from "../../kernel/actor.ts";
import { dateAt } from "../../kernel/civil-date.ts";
import { type CitizenId, isId } from "../../kernel/ids.ts";
import { findServiceItem } from "../catalogue/index.ts";
import { actionsFor, type Caller } from "./actions.ts";
import { answerDueDate } from "./answer-due-date.ts";
import { formProblems } from "./applicant/form-check.ts";
import type { Application } from "./application.ts";
import { standsForSubject } from "./change-case.ts";
import { limitsOf } from "./clock.ts";
import type { ApplicationView } from "./index.ts";
import { listSubjectApplications } from "./lists/list-subject-cases.ts";
import { mayChange } from "./mandate/acting-party.ts";
import { findActing } from "./mandate/mandate.ts";
import { problemsOfMaterials } from "./materials/case-materials.ts";
import { progressOf } from "./progress.ts";
import { readCase } from "./read-case.ts";
import { remedyAgainst } from "./remedies.ts";
import { getRuling } from "./ruling/ruling-store.ts";
import { getApplication, getForm } from "./store.ts";
import type { Position } from "./subject-cases-store.ts";
import { getVisits } from "./window/visit-store.ts";

const SCOPE = "APPLICATIONS_READ";

export const applicationNodes: NodeLoaders = {
  app: async (id, context) => {
    const { actor, now } = context;
    if (actor.kind === "ANONYMOUS") return undefined;
    const found =
      actor.kind === "PARTNER"
        ? await readAsPartner(actor, id, context)
        : await readCase({ ...storeOf(context), actor, now }, id);
    return found && { __typename: "Application", ...found };
  },
};

export const applicationResolvers: Resolvers = {
  Citizen: {
    applications: async ({ citizenId, mode }, args, { database, secrets }) => {
      const list = `applications ${citizenId}`;
      const page = paging<Position>(args, list, secrets);
      const { applications, more } = await listSubjectApplications(
        { database, mode },
        personAs(citizenId),
        page,
      );
      const entries = applications.map((node) => ({ node, position: [node.createdAt, node.id] as const }));
      return connection(entries, more, { list, after: page.after }, secrets);
    },
  },
  Application: {
    id: ({ id, subject }, _, context) =>
      context.actor.kind === "PARTNER" && subject.kind === "PERSON"
        ? personalId("app", { citizen: subject.citizenId, record: id }, context)
        : id,
    item: (application, _, context) => itemOf(application, context),
    availableActions: async (application, _, context) => {
      const caller = await callerOf(application, context);
      if (!caller) return [];
      const [{ steps }, isTheirs] = await Promise.all([
        itemOf(application, context),
        standsForSubject({ ...storeOf(context), actor: context.actor, now: context.now }, application),
      ]);
      return [...actionsFor(application, caller, { steps, now: context.now, standsForSubject: isTheirs })];
    },
    form: ({ id }, _, context) => getForm(storeOf(context), id),
    problems: async (application, _, context) => {
      const { now, parts } = context;
      const ports = { ...storeOf(context), now, parts };
      const [form, item] = await Promise.all([getForm(ports, application.id), itemOf(application, context)]);
      return [...formProblems(item, form), ...(await problemsOfMaterials(ports, application, item))];
    },
    complaints: ({ complaints }) => complaints ?? [],
    answer: (application, _, { now }) => answerDueDate(application, dateAt(now)),
    decision: ({ decision, appeal }) => (decision ? { ...decision, appeal } : null),
    ruling: async ({ id, ruling }, _, context) =>
      ruling && ruling !== "PENDING" ? ((await getRuling(storeOf(context), id)) ?? null) : null,
    visits: async (application, _, context) => {
      const [count, { visits }] = await Promise.all([
        getVisits(storeOf(context), application.id),
        itemOf(application, context),
      ]);
      return { count, promised: visits };
    },
    progress: async (application, _, context) =>
      progressOf((await itemOf(application, context)).steps, application),
  },
  Licence: {
    application: async ({ terms: [issue] }, _, context) => {
      const reader = { ...storeOf(context), actor: actorAs(context, "OFFICER"), now: context.now };
      return (issue && (await readCase(reader, issue.application))) ?? null;
    },
  },
  ToDo: {
    application: async ({ about }, _, context) => {
      const reader = { ...storeOf(context), actor: actorAs(context, "CITIZEN"), now: context.now };
      return (await readCase(reader, about)) ?? null;
    },
  },
  DelayComplaint: { officer: ({ answeredBy }) => answeredBy ?? null },
  FormProblem: { message: messageOf, path: ({ under = "form", path }) => [under, ...path] },
  AnswerDue: {
    dueOn: ({ dueOn }) => dueOn ?? null,
    because: ({ code, values }, _, { say }) => say(code, values),
  },
  CaseClock: {
    isDeemedAccepted: ({ isDeemedAccepted }) => isDeemedAccepted ?? false,
    promisedOn: (clock) => limitsOf(clock).promised ?? null,
    statutoryOn: (clock) => limitsOf(clock).statutory ?? null,
    warningOn: (clock) => limitsOf(clock).warning ?? null,
  },
  ApplicationDecision: {
    officer: ({ by }) => by ?? null,
    reason: ({ reason }, _, { language }) => (typeof reason === "string" ? reason : reason[language]),
    remedy: (decision, _, { say }) => {
      const remedy = remedyAgainst(decision, decision.appeal);
      return remedy ? say(remedy.code, { until: remedy.until }) : null;
    },
  },
  ApplicationAppeal: { answeredAt: ({ decidedAt }) => decidedAt ?? null },
};

const storeOf = ({ database, actor }: Context) => ({ database, mode: actor.mode });

async function readAsPartner(
  partner: Partner,
  id: string,
  context: Context,
): Promise<Application | undefined> {
  const named = partner.scopes.includes(SCOPE) ? await readPersonalId(id, SCOPE, context) : undefined;
  const record = named?.record ?? id;
  const found = isId("app", record) ? await getApplication(storeOf(context), record) : undefined;
  return found && isPartners(partner, found.subject, named?.citizen) ? found : undefined;
}

/** Its own enterprise's case, or that of the person in an id that was sealed for it. */
const isPartners = (
  { creditCode, scopes }: Partner,
  subject: Application["subject"],
  person: CitizenId | undefined,
): boolean =>
  subject.kind === "PERSON"
    ? subject.citizenId === person
    : subject.creditCode === creditCode && scopes.includes(SCOPE);

/** A clerk acts as the applicant in a case that they serve at their window, a partner in those that it may change. */
async function callerOf(application: ApplicationView, context: Context): Promise<Caller | undefined> {
  const { actor } = context;
  if (application.isServed || actor.kind === "CITIZEN") return { kind: "APPLICANT" };
  if (actor.kind === "PARTNER") {
    const { subject } = application;
    const person = subject.kind === "PERSON" ? subject.citizenId : undefined;
    const acting = await findActing({ ...storeOf(context), ...context, actor }, { person });
    return acting.ok && mayChange(acting.value, application) ? { kind: "PARTNER" } : undefined;
  }
  return actor.kind === "OFFICER" ? actor : undefined;
}

async function itemOf({ item: { code, version } }: Application, { database }: Context) {
  const item = await findServiceItem(code, { version }, database);
  if (!item) throw new Error(`version ${version} of item ${code} is gone`);
  return item;
}
