import { actorAs, type Context } from "../../../api/context.ts";
import { outsideJurisdiction } from "../../../api/forbidden.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { notAllowedNow } from "../../../api/refusals.ts";
import { connection, type PagingArguments, paging } from "../../../api/relay.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import { CASE_WORDS } from "../enum-words.ts";
import { listSampleReviews, type ReviewPlace } from "./list-sample-reviews.ts";
import { readReview, readReviewedCase } from "./read-review.ts";
import { reviewRuling } from "./review-ruling.ts";
import { actionsOf, type ReviewAction } from "./sample-review.ts";

export const reviewResolvers: Resolvers = {
  Query: {
    rulingsToReview: (_, { region, department, day, ...args }, context) =>
      listOf(context, { list: "reviews", region, department, ...(day ? { day } : {}) }, args),
    rulingObjections: (_, { region, department, ...args }, context) =>
      listOf(context, { list: "objections", region, department }, args),
  },
  Mutation: {
    confirmRuling: (_, { id, note }, context) => review(context, id, "CONFIRM", { note }),
    objectToRuling: (_, { id, reason }, context) => review(context, id, "OBJECT", { reason }),
    answerObjection: (_, { id, answer }, context) => review(context, id, "ANSWER", { answer }),
  },
  Application: {
    rulingReview: async (application, _, { database, actor: { mode } }) =>
      (await readReview({ database, mode }, application)) ?? null,
  },
  SampleReview: {
    application: (found, _, { database, actor: { mode } }) => readReviewedCase({ database, mode }, found),
    availableActions: (found, _, { actor }) => [...actionsOf(found, actor)],
  },
};

async function listOf(
  context: Context,
  { day, ...place }: ReviewPlace & { readonly day?: CivilDate },
  args: PagingArguments,
) {
  const { database, secrets, now } = context;
  const actor = actorAs(context, "OFFICER");
  const list = `samples ${JSON.stringify([place, day ?? null])}`;
  const page = paging<Record<string, unknown>>(args, list, secrets);
  const ports = { database, mode: actor.mode, actor, now };
  const found = await listSampleReviews(ports, place, { ...page, ...(day ? { day } : {}) });
  if (!found.ok) throw outsideJurisdiction();
  return connection(found.value.entries, found.value.more, { list, ...page }, secrets);
}

/** `said` is what the officer says by it, under the name of its argument. */
async function review(
  context: Context,
  id: string,
  action: ReviewAction,
  said: Readonly<Record<string, string>>,
) {
  const [[name, text] = ["", ""]] = Object.entries(said);
  const { database, commit, now, requestId } = context;
  const actor = actorAs(context, "OFFICER");
  const ports = { database, commit, now, requestId, actor, mode: actor.mode };
  const outcome = await reviewRuling(ports, id, { action, text });
  if (outcome.ok) return { __typename: "SampleReview", ...outcome.value } as const;
  const { error } = outcome;
  if ("path" in error) return { __typename: "InvalidInput", ...error, path: [name] } as const;
  return error.code === "NOT_ALLOWED_NOW"
    ? notAllowedNow(CASE_WORDS.SampleReviewStatus, error.state, error.availableActions)
    : ({ __typename: "NotFound", ...error } as const);
}
