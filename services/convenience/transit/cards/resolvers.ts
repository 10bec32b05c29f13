import { actorAs, type Context } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import type { NodeLoaders } from "../../../api/node.ts";
import { personalId, readPersonalId } from "../../../api/personal-id.ts";
import { notAllowedNow } from "../../../api/refusals.ts";
import { checkIdempotencyKey } from "../../../kernel/commit/idempotency.ts";
import { isId } from "../../../kernel/ids.ts";
import { ZERO } from "../../../kernel/money.ts";
import { getBalance } from "../../../money/ledger/index.ts";
import { getPayout } from "../../../money/payouts/index.ts";
import { actionsOf, type Card, heldBy } from "../card.ts";
import { cardNotDone } from "../card-refusals.ts";
import { getCard } from "../card-store.ts";
import { bindCard } from "./bind-card.ts";
import { changeCard } from "./change-card.ts";
import { closeCard } from "./close-card.ts";
import { bindingCodeOf, issueCard } from "./issue-card.ts";
import { listCards } from "./list-cards.ts";
import { replaceCard } from "./replace-card.ts";
import { setOperatorProfile } from "./set-operator-profile.ts";

const SCOPE = "TRANSIT_READ";

export const transitCardResolvers: Resolvers = {
  Mutation: {
    setTransitOperatorProfile: async (_, { partner, profile }, context) => {
      const by = { actor: actorAs(context, "OFFICER"), now: context.now };
      const set = await setOperatorProfile(partner, profile, by, context);
      if (set.ok) return { __typename: "TransitOperator", ...set.value };
      const { error } = set;
      return "path" in error
        ? { __typename: "InvalidInput", ...error }
        : { __typename: "NotFound", ...error };
    },
    issueTransitCard: async (_, { idempotencyKey, input }, context) => {
      const actor = actorAs(context, "CITIZEN", "PARTNER");
      const key = checkIdempotencyKey(idempotencyKey);
      if (!key.ok) return { __typename: "InvalidInput", ...key.error };
      const { kind = "STANDARD", region } = input;
      const wish = { kind, region, idempotencyKey: key.value };
      const issued = await issueCard({ ...portsOf(context), actor }, wish);
      if (issued.ok) {
        return actor.kind === "CITIZEN"
          ? { __typename: "TransitCard", ...heldBy(issued.value, actor.id) }
          : { __typename: "IssuedTransitCard", ...issued.value };
      }
      const { error } = issued;
      return "path" in error
        ? { __typename: "InvalidInput", ...error, path: ["input", ...error.path] }
        : { __typename: "IdempotencyMismatch", ...error };
    },
    bindTransitCard: async (_, proof, context) => {
      const actor = actorAs(context, "CITIZEN");
      const bound = await bindCard({ ...portsOf(context), actor, secrets: context.secrets }, proof);
      if (bound.ok) return { __typename: "TransitCard", ...heldBy(bound.value, actor.id) };
      const { error } = bound;
      return error.code === "TOO_MANY_GUESSES"
        ? { __typename: "TooManyGuesses", ...error }
        : { __typename: "NotFound", ...error };
    },
    replaceTransitCard: async (_, { idempotencyKey, id }, context) => {
      const actor = actorAs(context, "CITIZEN");
      const key = checkIdempotencyKey(idempotencyKey);
      if (!key.ok) return { __typename: "InvalidInput", ...key.error };
      const replaced = await replaceCard({ ...portsOf(context), actor }, id, key.value);
      if (replaced.ok) return { __typename: "TransitCard", ...heldBy(replaced.value, actor.id) };
      const { error } = replaced;
      return error.code === "IDEMPOTENCY_MISMATCH"
        ? { __typename: "IdempotencyMismatch", ...error }
        : cardNotDone(error);
    },
    closeTransitCard: async (_, { id, bankAccount }, context) => {
      const actor = actorAs(context, "CITIZEN");
      const ports = { ...portsOf(context), actor, secrets: context.secrets };
      const closed = await closeCard(ports, id, bankAccount);
      if (closed.ok) return { __typename: "TransitCard", ...heldBy(closed.value, actor.id) };
      const { error } = closed;
      return "path" in error ? { __typename: "InvalidInput", ...error } : cardNotDone(error);
    },
    freezeTransitCard: (_, { id }, context) => changed(context, id, "freeze"),
    unfreezeTransitCard: (_, { id }, context) => changed(context, id, "unfreeze"),
  },
  Citizen: {
    transitCards: ({ citizenId, mode }, _, { database }) => listCards({ database, mode }, citizenId),
  },
  TransitOperator: { id: ({ partnerId }) => partnerId },
  TransitCard: {
    id: ({ id, citizenId }, _, context) =>
      context.actor.kind === "PARTNER" ? personalId("crd", { citizen: citizenId, record: id }, context) : id,
    balance: async (card, _, context) => (await balanceOf(context, card))?.balance ?? ZERO,
    held: async (card, _, context) => (await balanceOf(context, card))?.held ?? ZERO,
    availableActions: (card) => [...actionsOf(card)],
    replacedBy: ({ replacedBy, citizenId }, _, context) => {
      if (!replacedBy || context.actor.kind !== "PARTNER") return replacedBy ?? null;
      return personalId("crd", { citizen: citizenId, record: replacedBy }, context);
    },
    payouts: async ({ payouts = [] }, _, { database, actor }) =>
      (await Promise.all(payouts.map((id) => getPayout({ database, mode: actor.mode }, id)))).flatMap(
        (payout) => payout ?? [],
      ),
  },
  IssuedTransitCard: { bindingCode: (card, _, { secrets }) => bindingCodeOf(secrets, card) },
};

export const transitCardNodes: NodeLoaders = {
  crd: async (id, context) => {
    const { actor, database } = context;
    if (actor.kind !== "CITIZEN" && actor.kind !== "PARTNER") return undefined;
    const own = actor.kind === "CITIZEN" ? { citizen: actor.id, record: id } : undefined;
    const mayRead = actor.kind === "PARTNER" && actor.scopes.includes(SCOPE);
    const named = own ?? (mayRead ? await readPersonalId(id, SCOPE, context) : undefined);
    const found =
      named && isId("crd", named.record)
        ? await getCard({ database, mode: actor.mode }, named.record)
        : undefined;
    if (!named || found?.holder !== named.citizen) return undefined;
    return { __typename: "TransitCard", ...heldBy(found, named.citizen) };
  },
};

const portsOf = ({ database, commit, actor, now, requestId }: Context) => ({
  ...{ database, commit, mode: actor.mode, now, requestId },
});

const balanceOf = ({ database, actor }: Context, { id }: Card) =>
  getBalance({ database, mode: actor.mode }, `card:${id}`);

async function changed(context: Context, id: string, action: "freeze" | "unfreeze") {
  const actor = actorAs(context, "CITIZEN");
  const done = await changeCard({ ...portsOf(context), actor }, id, action);
  if (done.ok) return { __typename: "TransitCard", ...heldBy(done.value, actor.id) } as const;
  const { error } = done;
  return error.code === "CARD_NOT_FOUND"
    ? ({ __typename: "NotFound", ...error } as const)
    : notAllowedNow(error.status, error.actions);
}
