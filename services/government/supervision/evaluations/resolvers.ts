import { actorAs, type Context } from "../../../api/context.ts";
import { forbidden } from "../../../api/errors.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { notAllowedNow } from "../../../api/refusals.ts";
import { connection, type PagingArguments, paging } from "../../../api/relay.ts";
import { checkIdempotencyKey } from "../../../kernel/commit/idempotency.ts";
import { isId } from "../../../kernel/ids.ts";
import { covers } from "../../../kernel/jurisdiction.ts";
import type { Result } from "../../../kernel/result.ts";
import { checkText } from "../../../kernel/text.ts";
import { type ApplicantPorts, findApplication } from "../../cases/index.ts";
import { applicantPorts } from "../../cases/mandate/applicant-ports.ts";
import type { NoSuchEvaluation } from "./change-evaluation.ts";
import {
  appealHandling,
  type ClerkHandledIt,
  type EvaluateRefusal,
  evaluateApplication,
} from "./evaluate.ts";
import { type Evaluation, evaluationActions } from "./evaluation.ts";
import type { EvaluationList } from "./evaluation-store.ts";
import {
  answerEvaluationAppeal,
  assignEvaluation,
  type DecidedIt,
  putEvaluationRight,
  recordCallBack,
} from "./handle-evaluation.ts";
import { listOfCase, openEvaluations } from "./list-evaluations.ts";

const TEXT_LENGTH = { min: 2, max: 1_000 };

export const evaluationResolvers: Resolvers = {
  Query: {
    evaluationsToHandle: (_, { region, department, ...args }, context) => {
      if (!covers(actorAs(context, "OFFICER"), { region, department })) throw forbidden([], []);
      return listOf(context, { region, department }, args);
    },
    evaluationsToPutRight: (_, args, context) =>
      listOf(context, { assignee: actorAs(context, "OFFICER").id }, args),
  },
  Mutation: {
    evaluateApplication: async (_, { id, input, idempotencyKey, attendance }, context) => {
      const key = checkIdempotencyKey(idempotencyKey);
      if (!key.ok) return { __typename: "InvalidInput", ...key.error };
      const { level, tags, comment } = input;
      const checked = comment == null ? undefined : checkText(comment, TEXT_LENGTH.min, TEXT_LENGTH.max);
      if (checked && !checked.ok) {
        return { __typename: "InvalidInput", ...checked.error, path: ["input", "comment"] };
      }
      const wish = { level, tags: [...new Set(tags)], comment: checked?.value, idempotencyKey: key.value };
      const ports = await applicantPorts(context, { attendance, person: undefined });
      if (!ports.ok) return { __typename: "NotFound", ...ports.error };
      return answered(await evaluateApplication(ports.value, id, wish), ports.value);
    },
    appealEvaluation: async (_, { id, reason, attendance }, context) => {
      const ports = await applicantPorts(context, { attendance, person: undefined });
      if (!ports.ok) return { __typename: "NotFound", ...ports.error };
      return withText({ reason }, (text) => appealHandling(ports.value, id, text), ports.value);
    },
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
    evaluations: async (application, _, { database, actor }) => {
      const found = await listOfCase({ database, mode: actor.mode }, application, actor);
      return found.map((one) => ({ ...one, ...(application.isServed ? { isServed: true } : {}) }));
    },
  },
  Evaluation: {
    application: async ({ application, isServed }, _, { database, actor: { mode } }) => {
      const found = await findApplication({ database, mode }, application);
      if (!found) throw new Error(`an evaluation of case ${application}, which is not there`);
      return isServed ? { ...found, isServed } : found;
    },
    availableActions: (evaluation, _, { actor }) => {
      if (evaluation.isServed || actor.kind === "CITIZEN") {
        return [...evaluationActions(evaluation, { kind: "APPLICANT" })];
      }
      return actor.kind === "OFFICER" ? [...evaluationActions(evaluation, actor)] : [];
    },
  },
};

function officerPorts(context: Context) {
  const { database, commit, now, requestId } = context;
  const actor = actorAs(context, "OFFICER");
  return { database, commit, now, requestId, actor, mode: actor.mode };
}

async function listOf(context: Context, of: EvaluationList, args: PagingArguments) {
  const { database, secrets, now } = context;
  const actor = actorAs(context, "OFFICER");
  const list = `evaluations ${JSON.stringify(of)}`;
  const page = paging<Record<string, unknown>>(args, list, secrets);
  const { entries, more } = await openEvaluations({ database, mode: actor.mode, actor, now }, of, page);
  return connection(entries, more, { list, ...page }, secrets);
}

type Refused = EvaluateRefusal | ClerkHandledIt | NoSuchEvaluation | DecidedIt;

/** The answer to a mutation; `by` is who spoke for the applicant. */
function answered(result: Result<Evaluation, Refused>, by?: Pick<ApplicantPorts, "acting">) {
  if (result.ok) {
    const served = by?.acting.kind === "CLERK" ? ({ isServed: true } as const) : {};
    return { __typename: "Evaluation", ...result.value, ...served } as const;
  }
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
  by?: Pick<ApplicantPorts, "acting">,
) {
  const [[name, text] = ["", ""]] = Object.entries<string>(given);
  const checked = checkText(text, TEXT_LENGTH.min, TEXT_LENGTH.max);
  return checked.ok
    ? answered(await act(checked.value), by)
    : ({ __typename: "InvalidInput", ...checked.error, path: [name] } as const);
}
