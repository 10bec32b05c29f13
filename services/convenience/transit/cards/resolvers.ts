import { actorAs, type Context } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import type { NodeLoaders } from "../../../api/node.ts";
import { namedBy, personalId } from "../../../api/personal-id.ts";
import { notAllowedNow } from "../../../api/refusals.ts";
import { isId } from "../../../kernel/ids.ts";
import { ZERO } from "../../../kernel/money.ts";
import { findWard } from "../../../people/enterprises/index.ts";
import { actionsFor, heldCardOf, refusedFrom } from "../card.ts";
import { toCardRefusal } from "../card-refusals.ts";
import { TRANSIT_WORDS } from "../enum-words.ts";
import { findCard } from "../find-card.ts";
import type { CardHeldAlready } from "../rider.ts";
import { bindCard } from "./bind-card.ts";
import { changeCard } from "./change-card.ts";
import { closeCard } from "./close-card.ts";
import { bindingCodeOf, issueCard } from "./issue-card.ts";
import {
  findEntryProblem,
  listCardPayouts,
  listCards,
  readArrears,
  readBalance,
  readIncoming,
} from "./read-cards.ts";
import { replaceCard } from "./replace-card.ts";
import { setOperatorProfile } from "./set-operator-profile.ts";

export const transitCardResolvers: Resolvers = {
  Mutation: {
    setTransitOperatorProfile: async (_, { partner, profile }, context) => {
      const by = { actor: actorAs(context, "OFFICER"), now: context.now };
      const { minimumBalance, sameStationMinutes, ...stated } = profile;
      const wish = {
        ...{ ...stated, minimumBalance: minimumBalance ?? undefined },
        sameStationMinutes: sameStationMinutes ?? undefined,
      };
      const set = await setOperatorProfile(partner, wish, by, context);
      if (set.ok) return { __typename: "TransitOperator", ...set.value };
      const { error } = set;
      return "path" in error
        ? { __typename: "InvalidInput", ...error }
        : { __typename: "NotFound", ...error };
    },
    issueTransitCard: async (_, { idempotencyKey, input }, context) => {
      const actor = actorAs(context, "CITIZEN", "PARTNER");
      const { kind = "STANDARD", region, provenUntil } = input;
      const wish = { kind, region, idempotencyKey, provenUntil: provenUntil ?? undefined };
      const issued = await issueCard({ ...portsOf(context), actor }, wish);
      if (issued.ok) {
        return actor.kind === "CITIZEN"
          ? { __typename: "TransitCard", ...heldCardOf(issued.value, actor.id) }
          : { __typename: "IssuedTransitCard", ...issued.value };
      }
      const { error } = issued;
      if ("card" in error) return heldAlready(error);
      return "path" in error
        ? { __typename: "InvalidInput", ...error, path: ["input", ...error.path] }
        : { __typename: "IdempotencyMismatch", ...error };
    },
    bindTransitCard: async (_, proof, context) => {
      const actor = actorAs(context, "CITIZEN");
      const bound = await bindCard({ ...portsOf(context), actor, secrets: context.secrets }, proof);
      if (bound.ok) return { __typename: "TransitCard", ...heldCardOf(bound.value, actor.id) };
      const { error } = bound;
      if ("card" in error) return heldAlready(error);
      switch (error.code) {
        case "TOO_MANY_GUESSES":
          return { __typename: "TooManyGuesses", ...error };
        case "CARD_IN_ARREARS":
          return { __typename: "CardBusy", ...error };
        case "ENTITLEMENT_TOO_YOUNG":
          return { __typename: "InvalidInput", ...error, path: ["number"] };
        default:
          return { __typename: "NotFound", ...error };
      }
    },
    replaceTransitCard: async (_, { idempotencyKey, id }, context) => {
      const actor = actorAs(context, "CITIZEN");
      const replaced = await replaceCard({ ...portsOf(context), actor }, id, idempotencyKey);
      if (replaced.ok) return { __typename: "TransitCard", ...heldCardOf(replaced.value, actor.id) };
      const { error } = replaced;
      return error.code === "IDEMPOTENCY_MISMATCH"
        ? { __typename: "IdempotencyMismatch", ...error }
        : toCardRefusal(error);
    },
    closeTransitCard: async (_, { id, payoutAccount }, context) => {
      const actor = actorAs(context, "CITIZEN");
      const ports = { ...portsOf(context), actor, secrets: context.secrets };
      const closed = await closeCard(ports, id, payoutAccount ?? undefined);
      if (closed.ok) return { __typename: "TransitCard", ...heldCardOf(closed.value, actor.id) };
      const { error } = closed;
      return "path" in error ? { __typename: "InvalidInput", ...error } : toCardRefusal(error);
    },
    freezeTransitCard: (_, { id }, context) => changeOwnCard(context, id, "freeze"),
    unfreezeTransitCard: (_, { id }, context) => changeOwnCard(context, id, "unfreeze"),
  },
  Citizen: {
    transitArrears: ({ citizenId, mode }, _, { database }) => readArrears({ database, mode }, citizenId),
    transitCards: ({ citizenId, mode }, _, { database }) => listCards({ database, mode }, citizenId),
  },
  Principal: {
    transitArrears: ({ subject: { citizenId }, standing, mode }, _, { database }) =>
      standing.capacity === "GUARDIAN" ? readArrears({ database, mode }, citizenId) : null,
    transitCards: ({ subject: { citizenId }, standing, mode }, _, { database }) =>
      standing.capacity === "GUARDIAN" ? listCards({ database, mode }, citizenId) : null,
  },
  TransitOperator: {
    id: ({ partnerId }) => partnerId,
    minimumBalance: ({ minimumBalance }) => minimumBalance ?? null,
    sameStationMinutes: ({ sameStationMinutes }) => sameStationMinutes ?? null,
  },
  TransitCard: {
    id: ({ id, citizenId }, _, context) =>
      context.actor.kind === "PARTNER" ? personalId("crd", { citizen: citizenId, record: id }, context) : id,
    balance: async (card, _, context) => (await readBalance(storeOf(context), card)).balance,
    held: async (card, _, context) => (await readBalance(storeOf(context), card)).held,
    incoming: ({ id }, _, context) => readIncoming(storeOf(context), id),
    availableActions: async (card, _, context) => {
      const balance = card.status === "CLOSED" ? (await readBalance(storeOf(context), card)).balance : ZERO;
      return [...actionsFor(card, context.actor, balance)];
    },
    ward: async (card, _, context) => {
      const { id } = actorAs(context, "CITIZEN");
      if (card.citizenId === id) return null;
      return (await findWard(storeOf(context), id, card.citizenId, context.now)) ?? null;
    },
    replacedBy: ({ replacedBy, citizenId }, _, context) => {
      if (!replacedBy || context.actor.kind !== "PARTNER") return replacedBy ?? null;
      return personalId("crd", { citizen: citizenId, record: replacedBy }, context);
    },
    cannotEnter: async (card, _, context) =>
      (await findEntryProblem(storeOf(context), card, context.now)) ?? null,
    notHoldersFrom: (card) => refusedFrom(card) ?? null,
    payouts: async (card, _, context) => [...(await listCardPayouts(storeOf(context), card))],
  },
  Payout: { card: ({ cause }) => (isId("crd", cause) ? cause : null) },
  IssuedTransitCard: { bindingCode: (card, _, { secrets }) => bindingCodeOf(secrets, card) },
};

export const transitCardNodes: NodeLoaders = {
  crd: async (id, context) => {
    const { kind } = context.actor;
    if (kind !== "CITIZEN" && kind !== "PARTNER") return undefined;
    const { consents, now } = context;
    const actor = actorAs(context, "CITIZEN", "PARTNER");
    const reader = { ...storeOf(context), actor, consents, now };
    // Partners know a card by an id that was sealed for them.
    const named = kind === "PARTNER" ? namedBy(id, context) : undefined;
    const card = await findCard(reader, { record: named?.record ?? id, person: named?.citizen });
    return card && { __typename: "TransitCard", ...card };
  },
};

const storeOf = ({ database, actor }: Pick<Context, "database" | "actor">) => ({
  ...{ database, mode: actor.mode },
});

const portsOf = ({ database, commit, actor, now, requestId }: Context) => ({
  ...{ database, commit, mode: actor.mode, now, requestId },
});

const heldAlready = ({ code, card }: CardHeldAlready) =>
  ({ __typename: "CardHeldAlready", code, card }) as const;

async function changeOwnCard(context: Context, id: string, action: "freeze" | "unfreeze") {
  const actor = actorAs(context, "CITIZEN");
  const done = await changeCard({ ...portsOf(context), actor }, id, action);
  if (done.ok)
    return { __typename: "TransitCard", ...heldCardOf(done.value, done.value.holder ?? actor.id) } as const;
  const { error } = done;
  return error.code === "CARD_NOT_FOUND"
    ? ({ __typename: "NotFound", ...error } as const)
    : notAllowedNow(TRANSIT_WORDS.TransitCardStatus, error.status, error.actions);
}
