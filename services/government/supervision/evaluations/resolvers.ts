import { actorAs, type Context } from "../../../api/context.ts";
import { outsideJurisdiction } from "../../../api/forbidden.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { notAllowedNow } from "../../../api/refusals.ts";
import { connection, paging } from "../../../api/relay.ts";
import type { StoredItem } from "../../../kernel/database/database.ts";
import type { Result } from "../../../kernel/result.ts";
import { type ApplicantPorts, applicantPorts } from "../../cases/index.ts";
import { SUPERVISION_WORDS } from "../enum-words.ts";
import { answerEvaluationAppeal } from "./answer-evaluation-appeal.ts";
import { type AppealRefusal, appealEvaluation } from "./appeal-evaluation.ts";
import { assignEvaluation, type CannotBeAssignee } from "./assign-evaluation.ts";
import { type EvaluateRefusal, evaluateApplication } from "./evaluate-application.ts";
import { actionsOf, type Evaluation } from "./evaluation.ts";
import {
  canBeEvaluated,
  listOfCase,
  listToHandle,
  listToPutRight,
  readEvaluatedCase,
} from "./list-evaluations.ts";
import { putEvaluationRight } from "./put-evaluation-right.ts";
import { recordCallBack } from "./record-call-back.ts";

export const evaluationResolvers: Resolvers = {
  Query: {
    evaluationsToHandle: async (_, { region, department, ...args }, context) => {
      const place = { region, department };
      const list = `evaluations ${JSON.stringify(place)}`;
      const page = paging<StoredItem>(args, list, context.secrets);
      const found = await listToHandle(readerOf(context), place, page);
      if (!found.ok) throw outsideJurisdiction();
      return connection(found.value.entries, found.value.more, { list, ...page }, context.secrets);
    },
    evaluationsToPutRight: async (_, args, context) => {
      const reader = readerOf(context);
      const list = `evaluations ${JSON.stringify({ assignee: reader.actor.id })}`;
      const page = paging<StoredItem>(args, list, context.secrets);
      const { entries, more } = await listToPutRight(reader, page);
      return connection(entries, more, { list, ...page }, context.secrets);
    },
  },
  Mutation: {
    evaluateApplication: async (_, { id, input, idempotencyKey, attendance }, context) => {
      const { tags = [], comment, ...rest } = input;
      const wish = { ...rest, tags, comment: comment ?? undefined, idempotencyKey };
      const ports = await applicantPorts(context, { attendance });
      if (!ports.ok) return { __typename: "NotFound", ...ports.error };
      return answerOf(await evaluateApplication(ports.value, id, wish), ports.value);
    },
    appealEvaluation: async (_, { id, reason, attendance }, context) => {
      const ports = await applicantPorts(context, { attendance });
      if (!ports.ok) return { __typename: "NotFound", ...ports.error };
      return answerOf(await appealEvaluation(ports.value, id, reason), ports.value);
    },
    assignEvaluation: async (_, { id, to }, context) =>
      answerOf(await assignEvaluation(officerPorts(context), id, to)),
    putEvaluationRight: async (_, { id, measures }, context) =>
      answerOf(await putEvaluationRight(officerPorts(context), id, measures)),
    recordCallBack: async (_, { id, isSatisfied, note }, context) =>
      answerOf(await recordCallBack(officerPorts(context), id, { isSatisfied, note })),
    answerEvaluationAppeal: async (_, { id, outcome, answer }, context) =>
      answerOf(await answerEvaluationAppeal(officerPorts(context), id, { outcome, answer })),
  },
  Application: {
    evaluations: (application, _, { database, actor }) =>
      listOfCase({ database, mode: actor.mode }, application, actor),
    canBeEvaluated: (application, _, { database, actor }) =>
      canBeEvaluated({ database, mode: actor.mode }, application, actor),
  },
  Evaluation: {
    application: (evaluation, _, { database, actor: { mode } }) =>
      readEvaluatedCase({ database, mode }, evaluation),
    availableActions: (evaluation, _, { actor }) => [...actionsOf(evaluation, actor, evaluation)],
  },
};

function officerPorts(context: Context) {
  const { database, commit, now, requestId } = context;
  const actor = actorAs(context, "OFFICER");
  return { database, commit, now, requestId, actor, mode: actor.mode };
}

function readerOf(context: Context) {
  const { database, now } = context;
  const actor = actorAs(context, "OFFICER");
  return { database, mode: actor.mode, actor, now };
}

type Refused = EvaluateRefusal | AppealRefusal | CannotBeAssignee;

/** The answer to a mutation; `by` is who spoke for the applicant. */
function answerOf(result: Result<Evaluation, Refused>, by?: Pick<ApplicantPorts, "acting">) {
  if (result.ok) {
    const served = by?.acting.kind === "CLERK" ? { servedFor: by.acting.citizen } : {};
    return { __typename: "Evaluation", ...result.value, ...served } as const;
  }
  const { error } = result;
  switch (error.code) {
    case "APPLICATION_NOT_FOUND":
    case "EVALUATION_NOT_FOUND":
    case "ATTENDANCE_OVER":
      return { __typename: "NotFound", ...error } as const;
    case "NOT_ALLOWED_NOW":
      return notAllowedNow(SUPERVISION_WORDS.EvaluationStatus, error.state, error.availableActions);
    case "IDEMPOTENCY_MISMATCH":
      return { __typename: "IdempotencyMismatch", ...error } as const;
    default:
      return { __typename: "InvalidInput", ...error } as const;
  }
}
