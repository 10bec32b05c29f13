import { findApplication } from "../applications/index.ts";
import { actorAs, type Context } from "../graphql/context.ts";
import { forbidden } from "../graphql/errors.ts";
import type { Resolvers } from "../graphql/generated/types.ts";
import { notAllowedNow } from "../graphql/refusals.ts";
import { connection, type PagingArguments, paging } from "../graphql/relay.ts";
import type { Author } from "../platform/actor.ts";
import { checkIdempotencyKey } from "../platform/idempotency.ts";
import { isId } from "../platform/ids.ts";
import type { Result } from "../platform/result.ts";
import { checkText } from "../platform/text.ts";
import type { NoSuchEvaluation } from "./change-evaluation.ts";
import { appealHandling, type EvaluateRefusal, evaluateApplication } from "./evaluate.ts";
import { type Evaluation, evaluationActions, evaluationId } from "./evaluation.ts";
import { type EvaluationList, findEvaluation } from "./evaluation-store.ts";
import {
  answerEvaluationAppeal,
  assignEvaluation,
  type DecidedIt,
  putEvaluationRight,
  recordCallBack,
} from "./handle-evaluation.ts";
import { mayOpenList, openEvaluations } from "./list-evaluations.ts";

const TEXT_LENGTH = { min: 2, max: 1_000 };

export const evaluationResolvers: Resolvers = {
  Query: {
    evaluationsToHandle: (_, { region, department, ...args }, context) => {
      if (!mayOpenList(actorAs(context, "OFFICER"), { region, department })) throw forbidden([], []);
      return listOf(context, { region, department }, args);
    },
    evaluationsToPutRight: (_, args, context) =>
      listOf(context, { assignee: actorAs(context, "OFFICER").id }, args),
  },
  Mutation: {
    evaluateApplication: async (_, { id, input, idempotencyKey }, context) => {
      const key = checkIdempotencyKey(idempotencyKey);
      if (!key.ok) return { __typename: "InvalidInput", ...key.error };
      const { level, tags, comment } = input;
      const checked = comment == null ? undefined : checkText(comment, TEXT_LENGTH.min, TEXT_LENGTH.max);
      if (checked && !checked.ok) {
        return { __typename: "InvalidInput", ...checked.error, path: ["input", "comment"] };
      }
      const wish = { level, tags: [...new Set(tags)], comment: checked?.value, idempotencyKey: key.value };
      return answered(await evaluateApplication(citizenPorts(context), id, wish));
    },
    appealEvaluation: (_, { id, reason }, context) =>
      withText({ reason }, (text) => appealHandling(citizenPorts(context), id, text)),
    assignEvaluation: async (_, { id, to }, context) =>
      isId("ofc", to)
        ? answered(await assignEvaluation(officerPorts(context), id, to))
        : { __typename: "InvalidInput", code: "NOT_AN_OFFICER", path: ["to"] },
    putEvaluationRight: (_, { id, measures }, context) =>
      withText({ measures }, (text) => putEvaluationRight(officerPorts(context), id, text)),
    recordCallBack: (_, { id, isSatisfied, note }, context) =>
      withText({ note }, (text) => recordCallBack(officerPorts(context), id, { isSatisfied, note: text })),
    answerEvaluationAppeal: (_, { id, outcome, answer }, context) =>
      withText({ answer }, (text) =>
        answerEvaluationAppeal(officerPorts(context), id, { outcome, answer: text }),
      ),
  },
  Application: {
    evaluations: async ({ id, decision, appeal }, _, { database, actor: { mode } }) => {
      const decisions = [appeal?.overturned, decision].flatMap((one) => (one ? [one.at] : []));
      const found = await Promise.all(
        decisions.map((at) => findEvaluation({ database, mode }, evaluationId(id, at))),
      );
      return found.flatMap((one) => one ?? []);
    },
  },
  Evaluation: {
    application: async ({ application }, _, { database, actor: { mode } }) => {
      const found = await findApplication({ database, mode }, application);
      if (!found) throw new Error(`an evaluation of case ${application}, which is not there`);
      return found;
    },
    availableActions: (evaluation, _, { actor }) => {
      if (actor.kind === "OFFICER") return [...evaluationActions(evaluation, actor)];
      return actor.kind === "CITIZEN" ? [...evaluationActions(evaluation, { kind: "APPLICANT" })] : [];
    },
  },
};

const citizenPorts = (context: Context) => portsOf(context, actorAs(context, "CITIZEN"));
const officerPorts = (context: Context) => portsOf(context, actorAs(context, "OFFICER"));

const portsOf = <A extends Author>({ database, commit, now, requestId }: Context, actor: A) => ({
  ...{ database, commit, now, requestId, actor, mode: actor.mode },
});

async function listOf(context: Context, of: EvaluationList, args: PagingArguments) {
  const { database, secrets, now } = context;
  const actor = actorAs(context, "OFFICER");
  const list = `evaluations ${JSON.stringify(of)}`;
  const page = paging<Record<string, unknown>>(args, list, secrets);
  const { entries, more } = await openEvaluations({ database, mode: actor.mode, actor, now }, of, page);
  return connection(entries, more, { list, ...page }, secrets);
}

type Refused = EvaluateRefusal | NoSuchEvaluation | DecidedIt;

function answered(result: Result<Evaluation, Refused>) {
  if (result.ok) return { __typename: "Evaluation", ...result.value } as const;
  const { error } = result;
  switch (error.code) {
    case "APPLICATION_NOT_FOUND":
    case "EVALUATION_NOT_FOUND":
      return { __typename: "NotFound", ...error } as const;
    case "NOT_ALLOWED_NOW":
      return notAllowedNow(error.state, error.availableActions);
    case "IDEMPOTENCY_MISMATCH":
      return { __typename: "IdempotencyMismatch", ...error } as const;
    default:
      return { __typename: "InvalidInput", ...error } as const;
  }
}

async function withText<K extends string>(
  given: Readonly<Record<K, string>>,
  act: (text: string) => Promise<Result<Evaluation, Refused>>,
) {
  const [[name, text] = ["", ""]] = Object.entries<string>(given);
  const checked = checkText(text, TEXT_LENGTH.min, TEXT_LENGTH.max);
  return checked.ok
    ? answered(await act(checked.value))
    : ({ __typename: "InvalidInput", ...checked.error, path: [name] } as const);
}
