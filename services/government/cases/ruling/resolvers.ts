import { actorAs, type Context } from "../../../api/context.ts";
import { forbidden } from "../../../api/errors.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { notAllowedNow } from "../../../api/refusals.ts";
import { connection, type PagingArguments, paging } from "../../../api/relay.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import { covers } from "../../../kernel/jurisdiction.ts";
import { checkText } from "../../../kernel/text.ts";
import { isOwnCase } from "../read-case.ts";
import { getApplication } from "../store.ts";
import { reviewRuling } from "./review-ruling.ts";
import { findReview, listReviews, type ReviewList } from "./review-store.ts";
import { type ReviewAction, reviewActions } from "./sample-review.ts";

const TEXT_LENGTH = { min: 2, max: 1_000 };

export const reviewResolvers: Resolvers = {
  Query: {
    rulingsToReview: (_, { region, department, day, ...args }, context) =>
      listOf(context, { list: "reviews", region, department, ...(day ? { day } : {}) }, args),
    rulingObjections: (_, { region, department, ...args }, context) =>
      listOf(context, { list: "objections", region, department }, args),
  },
  Mutation: {
    confirmRuling: (_, { id, note }, context) => reviewed(context, id, "CONFIRM", { note }),
    objectToRuling: (_, { id, reason }, context) => reviewed(context, id, "OBJECT", { reason }),
    answerObjection: (_, { id, answer }, context) => reviewed(context, id, "ANSWER", { answer }),
  },
  Application: {
    rulingReview: async ({ id }, _, { database, actor: { mode } }) =>
      (await findReview({ database, mode }, id)) ?? null,
  },
  SampleReview: {
    application: async ({ application }, _, { database, actor: { mode } }) => {
      const found = await getApplication({ database, mode }, application);
      if (!found) throw new Error(`a review of case ${application}, which is not there`);
      return found;
    },
    availableActions: (review, _, { actor }) =>
      actor.kind === "OFFICER" ? [...reviewActions(review, actor)] : [],
  },
};

type Listed = {
  readonly list: ReviewList;
  readonly region: string;
  readonly department: string;
  readonly day?: CivilDate;
};

async function listOf(context: Context, { day, ...of }: Listed, args: PagingArguments) {
  const { database, secrets, now } = context;
  const actor = actorAs(context, "OFFICER");
  const { mode } = actor;
  if (!covers(actor, of)) throw forbidden([], []);
  const list = `samples ${JSON.stringify([of, day ?? null])}`;
  const page = paging<Record<string, unknown>>(args, list, secrets);
  const { entries, more } = await listReviews({ database, mode }, of, { ...page, ...(day ? { day } : {}) });
  // One batch: all are asked for in the same turn.
  const isOwnMatter = await Promise.all(
    entries.map(({ node }) => isOwnCase({ database, mode, actor, now }, node.application)),
  );
  const others = entries.filter((_, i) => !isOwnMatter[i]);
  return connection(others, more, { list, ...page }, secrets);
}

async function reviewed(
  context: Context,
  id: string,
  action: ReviewAction,
  given: Readonly<Record<string, string>>,
) {
  const [[name, text] = ["", ""]] = Object.entries(given);
  const checked = checkText(text, TEXT_LENGTH.min, TEXT_LENGTH.max);
  if (!checked.ok) return { __typename: "InvalidInput", ...checked.error, path: [name] } as const;
  const { database, commit, now, requestId } = context;
  const actor = actorAs(context, "OFFICER");
  const ports = { database, commit, now, requestId, actor, mode: actor.mode };
  const done = await reviewRuling(ports, id, { action, text: checked.value });
  if (done.ok) return { __typename: "SampleReview", ...done.value } as const;
  return done.error.code === "NOT_ALLOWED_NOW"
    ? notAllowedNow(done.error.state, done.error.availableActions)
    : ({ __typename: "NotFound", ...done.error } as const);
}
