import { findServiceItem } from "../catalogue/index.ts";
import { actorAs, type Context } from "../graphql/context.ts";
import type { Resolvers } from "../graphql/generated/types.ts";
import { say } from "../graphql/messages.ts";
import type { NodeLoaders } from "../graphql/node.ts";
import { personalId, readPersonalId } from "../graphql/personal-id.ts";
import { notAllowedNow } from "../graphql/refusals.ts";
import { connection, paging } from "../graphql/relay.ts";
import { applicationKeys } from "../platform/application-keys.ts";
import { dateAt } from "../platform/civil-date.ts";
import { checkIdempotencyKey } from "../platform/idempotency.ts";
import { isId } from "../platform/ids.ts";
import type { Result } from "../platform/result.ts";
import { checkText } from "../platform/text.ts";
import { answerOf, remedyUntil } from "./answer.ts";
import type { Application, NotAllowed } from "./application.ts";
import { appealDecision, saveApplication, submitApplication, withdrawApplication } from "./apply.ts";
import type { Duplicate, FieldNotOpen, Incomplete } from "./applying.ts";
import { actionsFor, type Caller, handles } from "./available-actions.ts";
import { limitsOf } from "./case-clock.ts";
import type { NoSuchCase } from "./change-case.ts";
import { decideByRule } from "./decide-by-rule.ts";
import { formProblems } from "./form-check.ts";
import type { UnusableForm } from "./form-limits.ts";
import { progressOf } from "./progress.ts";
import { getRuling } from "./ruling-store.ts";
import { type StartRefusal, startApplication } from "./start-application.ts";
import { getApplication, getForm, listApplications } from "./store.ts";
import { getVisits } from "./visit-store.ts";

const SCOPE = "APPLICATIONS_READ";
const REASON_LENGTH = { min: 2, max: 500 };

export const applicationNodes: NodeLoaders = {
  app: async (id, context) => {
    const { actor } = context;
    const named =
      actor.kind === "PARTNER" && actor.scopes.includes(SCOPE)
        ? await readPersonalId(id, SCOPE, context)
        : undefined;
    const record = named?.record ?? id;
    const found = isId("app", record) ? await getApplication(storeOf(context), record) : undefined;
    if (!found) return undefined;
    const mayRead =
      (actor.kind === "CITIZEN" && found.citizenId === actor.id) ||
      (actor.kind === "OFFICER" && found.status !== "DRAFT" && handles(actor, found)) ||
      (actor.kind === "PARTNER" && found.citizenId === named?.citizen);
    return mayRead ? { __typename: "Application", ...found } : undefined;
  },
};

export const applicationResolvers: Resolvers = {
  Mutation: {
    startApplication: async (_, { input, idempotencyKey }, context) => {
      const key = checkIdempotencyKey(idempotencyKey);
      if (!key.ok) return { __typename: "InvalidInput", ...key.error };
      const started = await startApplication(portsOf(context), { ...input, idempotencyKey: key.value });
      return applied(started, "input");
    },
    saveApplication: async (_, { id, form }, context) =>
      applied(await saveApplication(portsOf(context), id, form)),
    submitApplication: async (_, { id, idempotencyKey, duplicateReason }, context) => {
      const key = checkIdempotencyKey(idempotencyKey);
      if (!key.ok) return { __typename: "InvalidInput", ...key.error };
      const reason = duplicateReason == null ? undefined : checkReason(duplicateReason, "duplicateReason");
      if (reason && !reason.ok) return { __typename: "InvalidInput", ...reason.error };
      const wish = { idempotencyKey: key.value, duplicateReason: reason?.value };
      const ports = portsOf(context);
      const submitted = await submitApplication(ports, id, wish);
      if (!submitted.ok || submitted.value.ruling !== "PENDING") return applied(submitted);
      const dayBasis = context.config.housingFundDayBasis;
      return applied(
        await decideByRule({ ...ports, secrets: context.secrets, dayBasis, runtime: context.runtime }, id),
      );
    },
    withdrawApplication: (_, { id, reason }, context) => withReason(context, id, reason, withdrawApplication),
    appealDecision: (_, { id, reason }, context) => withReason(context, id, reason, appealDecision),
  },
  Citizen: {
    applications: async ({ citizenId, mode }, args, { database, secrets }) => {
      const list = `applications ${citizenId}`;
      const page = paging<readonly [string, string]>(args, list, secrets);
      const after = page.after && applicationKeys.citizenApplication(citizenId, ...page.after);
      const from = { first: page.first, ...(after ? { after } : {}) };
      const { applications, more } = await listApplications({ database, mode }, citizenId, from);
      const entries = applications.map((node) => ({ node, position: [node.createdAt, node.id] as const }));
      return connection(entries, more, { list, after: page.after }, secrets);
    },
  },
  Application: {
    id: ({ id, citizenId }, _, context) =>
      context.actor.kind === "PARTNER" ? personalId("app", { citizen: citizenId, record: id }, context) : id,
    item: (application, _, context) => itemOf(application, context),
    availableActions: async (application, _, context) => {
      const caller = callerOf(context);
      if (!caller) return [];
      const { steps } = await itemOf(application, context);
      return [...actionsFor(application, caller, { steps, now: context.now })];
    },
    form: ({ id }, _, context) => getForm(storeOf(context), id),
    problems: async (application, _, context) => {
      const [form, item] = await Promise.all([
        getForm(storeOf(context), application.id),
        itemOf(application, context),
      ]);
      return formProblems(item, form);
    },
    answer: (application, _, { now }) => answerOf(application, dateAt(now)),
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
  FormProblem: { path: ({ path }) => ["form", ...path] },
  AnswerDue: {
    dueOn: ({ dueOn }) => dueOn ?? null,
    because: ({ code, values }, _, { language }) => say(code, language, values),
  },
  CaseClock: {
    isDeemedAccepted: ({ isDeemedAccepted }) => isDeemedAccepted ?? false,
    promisedOn: (clock) => limitsOf(clock).promised ?? null,
    statutoryOn: (clock) => limitsOf(clock).statutory ?? null,
    warningOn: (clock) => limitsOf(clock).warning ?? null,
  },
  ApplicationDecision: {
    officer: ({ by }) => by ?? null,
    remedy: (decision, _, { language }) => {
      const until = remedyUntil(decision);
      return until ? say("REMEDY", language, { until }) : null;
    },
  },
  ApplicationAppeal: { answeredAt: ({ decidedAt }) => decidedAt ?? null },
  DuplicateApplication: {
    message: ({ code }, _, { language }) => say(code, language),
    open: async ({ open }, _, context) =>
      (
        await Promise.all(
          open.map((id) => (isId("app", id) ? getApplication(storeOf(context), id) : undefined)),
        )
      ).flatMap((one) => one ?? []),
  },
};

const storeOf = ({ database, actor }: Context) => ({ database, mode: actor.mode });

const portsOf = (context: Context) => {
  const { database, commit, now, requestId } = context;
  const actor = actorAs(context, "CITIZEN");
  return { database, commit, mode: actor.mode, actor, now, requestId };
};

/** A partner only reads. */
function callerOf({ actor }: Context): Caller | undefined {
  if (actor.kind === "CITIZEN") return { kind: "APPLICANT" };
  return actor.kind === "OFFICER" ? actor : undefined;
}

async function itemOf({ item: { code, version } }: Application, { database }: Context) {
  const item = await findServiceItem(code, { version }, database);
  if (!item) throw new Error(`version ${version} of item ${code} is gone`);
  return item;
}

function checkReason(text: string, field: string) {
  const checked = checkText(text, REASON_LENGTH.min, REASON_LENGTH.max);
  return checked.ok ? checked : { ok: false as const, error: { ...checked.error, path: [field] } };
}

async function withReason(context: Context, id: string, text: string, act: typeof withdrawApplication) {
  const reason = checkReason(text, "reason");
  if (!reason.ok) return { __typename: "InvalidInput", ...reason.error } as const;
  return applied(await act(portsOf(context), id, reason.value));
}

type Refused = StartRefusal | NotAllowed | NoSuchCase | FieldNotOpen | UnusableForm | Incomplete | Duplicate;

/** The answer to a mutation; `under` leads to what the path of a refusal begins in. */
function applied(result: Result<Application, Refused>, ...under: readonly string[]) {
  if (result.ok) return { __typename: "Application", ...result.value } as const;
  const { error } = result;
  if ("path" in error)
    return { __typename: "InvalidInput", ...error, path: [...under, ...error.path] } as const;
  switch (error.code) {
    case "APPLICATION_NOT_FOUND":
      return { __typename: "NotFound", ...error } as const;
    case "NOT_ALLOWED_NOW":
      return notAllowedNow(error.state, error.availableActions);
    case "FORM_INCOMPLETE":
      return { __typename: "FormIncomplete", ...error } as const;
    case "DUPLICATE_APPLICATION":
      return { __typename: "DuplicateApplication", ...error } as const;
    case "IDEMPOTENCY_MISMATCH":
      return { __typename: "IdempotencyMismatch", ...error } as const;
  }
}
