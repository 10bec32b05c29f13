import { actorAs, type Context } from "../../api/context.ts";
import { badInput } from "../../api/errors.ts";
import type { PartnerDecision, Resolvers } from "../../api/generated/types.ts";
import type { NodeLoaders } from "../../api/node.ts";
import { notAllowedNow } from "../../api/refusals.ts";
import { connection, paging } from "../../api/relay.ts";
import { modeOf, statedMode } from "../../api/stated-mode.ts";
import { availableKeyActions, endOf, type KeyAction, keyPrefix, stateOf, statusOf } from "./api-key.ts";
import { applyForPartnership } from "./apply-for-partnership.ts";
import { type AskRefusal, askForConsent } from "./ask-for-consent.ts";
import { changeContact } from "./change-contact.ts";
import { type CreateRefusal, createApiKey } from "./create-api-key.ts";
import { PARTNER_WORDS } from "./enum-words.ts";
import type { IssuedKey } from "./issue-key.ts";
import { type Action, actionsFor, OPEN_MODES, type Position, remediesOf } from "./partner.ts";
import { readApiKeys } from "./read-api-keys.ts";
import {
  countPartners,
  findPartner,
  listOwnPartners,
  listPartners,
  listPartnersOf,
  readConsentRequests,
  readRegion,
  readStatement,
} from "./read-partners.ts";
import { renewPartnership } from "./renew-partnership.ts";
import { type Review, reviewPartner } from "./review-partner.ts";
import { revokeApiKey } from "./revoke-api-key.ts";
import { type RotateRefusal, rotateApiKey } from "./rotate-api-key.ts";

/** The mutation behind each action, as callers know it. */
const MUTATIONS = {
  approve: "approvePartner",
  reject: "rejectPartner",
  grantLive: "grantLiveAccess",
  suspend: "suspendPartner",
  confirmRenewal: "confirmRenewal",
  refuseRenewal: "refuseRenewal",
  reinstate: "reinstatePartner",
  rotate: "rotateApiKey",
  revoke: "revokeApiKey",
} as const satisfies Record<Action | KeyAction, string>;

/** The word of each decision that a partner reads. */
const DECISIONS = {
  approve: "APPROVED",
  reject: "REJECTED",
  grantLive: "LIVE_GRANTED",
  confirmRenewal: "RENEWED",
  refuseRenewal: "RENEWAL_REFUSED",
  suspend: "SUSPENDED",
  reinstate: "REINSTATED",
} as const satisfies Record<Action, PartnerDecision>;

export const partnerNodes: NodeLoaders = {
  ptn: async (id, context) => {
    const partner = await findPartner(id, context.actor, context);
    return partner && { __typename: "Partner", ...partner };
  },
};

export const partnerResolvers: Resolvers = {
  Query: {
    partners: async (_, { status, search: stated, ...args }, { database, secrets }) => {
      const search = stated ?? "";
      const list = `partners ${status} ${search}`;
      const page = paging<Position>(args, list, secrets);
      const found = await listPartners({ status, search }, page, { database });
      if (!found.ok) throw badInput(found.error.code, found.error.values);
      return connection(found.value.entries, found.value.more, { list, ...page }, secrets);
    },
    partnerTotals: async (_, __, { database }) => [...(await countPartners({ database }))],
  },
  Mutation: {
    applyForPartnership: async (_, { idempotencyKey, input }, context) => {
      const result = await applyForPartnership(idempotencyKey, input, citizenAt(context), context);
      if (result.ok) return { __typename: "Partner", ...result.value };
      const { error } = result;
      return "path" in error
        ? toInvalidInput(error, "input")
        : { __typename: "IdempotencyMismatch", ...error };
    },
    approvePartner: (_, { id, reason, scopes }, context) =>
      review(id, { action: "approve", scopes, reason }, context),
    rejectPartner: (_, { id, reason }, context) => review(id, { action: "reject", reason }, context),
    grantLiveAccess: (_, { id, reason }, context) => review(id, { action: "grantLive", reason }, context),
    suspendPartner: (_, { id, reason }, context) => review(id, { action: "suspend", reason }, context),
    reinstatePartner: (_, { id, reason }, context) => review(id, { action: "reinstate", reason }, context),
    confirmRenewal: (_, { id, reason }, context) => review(id, { action: "confirmRenewal", reason }, context),
    refuseRenewal: (_, { id, reason }, context) => review(id, { action: "refuseRenewal", reason }, context),
    renewPartnership: async (_, { id, contact }, context) => {
      const result = await renewPartnership(id, contact ?? undefined, citizenAt(context), context);
      if (result.ok) return { __typename: "Partner", ...result.value };
      const { error } = result;
      if ("path" in error) return toInvalidInput(error);
      return error.code === "NOT_FOUND" ? { __typename: "NotFound", ...error } : notNow(error);
    },
    changePartnerContact: async (_, { id, contact }, context) => {
      const result = await changeContact(id, contact, citizenAt(context), context);
      if (result.ok) return { __typename: "Partner", ...result.value };
      const { error } = result;
      return "path" in error ? toInvalidInput(error) : { __typename: "NotFound", ...error };
    },
    askForConsent: async (_, { idempotencyKey, partner, mode, input }, context) => {
      const wish = { ...input, partner, mode: modeOf(mode) };
      const result = await askForConsent(idempotencyKey, wish, citizenAt(context), context);
      return result.ok ? { __typename: "RequestedConsent", ...result.value } : toKeyRefusal(result.error);
    },
    createApiKey: async (_, { idempotencyKey, input }, context) => {
      const wish = {
        ...input,
        mode: modeOf(input.mode),
        expiresAt: input.expiresAt ?? undefined,
        networks: input.networks ?? [],
      } as const;
      const result = await createApiKey(idempotencyKey, wish, citizenAt(context), context);
      return result.ok ? toIssuedKey(result.value) : toKeyRefusal(result.error, "input");
    },
    rotateApiKey: async (_, { idempotencyKey, ...wish }, context) => {
      const result = await rotateApiKey(idempotencyKey, wish, citizenAt(context), context);
      return result.ok ? toIssuedKey(result.value) : toKeyRefusal(result.error);
    },
    revokeApiKey: async (_, { id }, context) => {
      const result = await revokeApiKey(id, citizenAt(context), context);
      if (result.ok) return { __typename: "ApiKey", ...result.value };
      const { error } = result;
      if ("path" in error) return toInvalidInput(error);
      return error.code === "NOT_FOUND" ? { __typename: "NotFound", ...error } : notNow(error);
    },
  },
  Enterprise: {
    partners: (enterprise, _, context) => listPartnersOf(enterprise, actorAs(context, "CITIZEN"), context),
  },
  Citizen: {
    partners: (citizen, _, context) => listOwnPartners(citizen, actorAs(context, "CITIZEN"), context),
  },
  Partner: {
    apiKeys: ({ id }, _, context) => readApiKeys(id, context),
    registeredNow: async (partner, _, { database }) => (await readStatement(partner, { database })) ?? null,
    lapseReason: ({ lapse }) => lapse?.reason ?? null,
    approvedBy: ({ approvedBy }) => approvedBy ?? null,
    availableActions: (partner, _, context) =>
      actionsFor(partner, actorAs(context, "OFFICER")).map((action) => MUTATIONS[action]),
    region: async (partner, _, { database }) => (await readRegion(partner, { database })) ?? null,
    openModes: ({ status }) => OPEN_MODES[status].map(statedMode),
    review: ({ review }) => review ?? null,
    remedies: (partner) => remediesOf(partner) ?? null,
    consentRequests: async (partner, { mode: stated, ...args }, context) => {
      const mode = modeOf(stated);
      const list = `consent requests ${mode} ${partner.id}`;
      const page = paging<string>(args, list, context.secrets);
      const found = await readConsentRequests(
        partner,
        { ...page, mode },
        actorAs(context, "CITIZEN"),
        context,
      );
      return connection(found.entries, found.more, { list, ...page }, context.secrets);
    },
  },
  PartnerReview: { decision: ({ action }) => DECISIONS[action] },
  RegisterStatement: { legalRepresentative: ({ representativeName }) => representativeName },
  PartnerName: { id: ({ partnerId }) => partnerId },
  ApiKey: {
    mode: ({ mode }) => statedMode(mode),
    status: (key, _, { now }) => statusOf(key, now),
    expiresAt: (key, _, { now }) => endOf(key, now) ?? null,
    lastUsedAt: ({ lastUsedAt }) => lastUsedAt ?? null,
    prefix: (key) => keyPrefix(key),
    isRotated: (key, _, { now }) => stateOf(key, now) === "ROTATED",
    availableActions: (key, _, { now }) => availableKeyActions(key, now).map((action) => MUTATIONS[action]),
  },
};

/** The caller with the time of the request. */
const citizenAt = (context: Context) => ({ actor: actorAs(context, "CITIZEN"), now: context.now });

async function review(id: string, what: Review & { readonly reason: string }, context: Context) {
  const result = await reviewPartner(
    id,
    what,
    { actor: actorAs(context, "OFFICER"), now: context.now },
    context,
  );
  if (result.ok) return { __typename: "Partner", ...result.value } as const;
  const { error } = result;
  if ("path" in error) return toInvalidInput(error);
  switch (error.code) {
    case "NOT_FOUND":
      return { __typename: "NotFound", ...error } as const;
    case "SAME_OFFICER":
      return { __typename: "SameOfficer", ...error } as const;
    case "NOT_ALLOWED_NOW":
      return notNow(error);
  }
}

const toIssuedKey = ({ secret, apiKey }: IssuedKey) =>
  ({ __typename: "IssuedApiKey", secret, apiKey }) as const;

function toKeyRefusal(error: CreateRefusal | RotateRefusal | AskRefusal, ...argument: readonly string[]) {
  if ("path" in error) return toInvalidInput(error, ...argument);
  switch (error.code) {
    case "NOT_FOUND":
      return { __typename: "NotFound", ...error } as const;
    case "IDEMPOTENCY_MISMATCH":
      return { __typename: "IdempotencyMismatch", ...error } as const;
    case "SECRET_NO_LONGER_SHOWN":
      return { __typename: "SecretNoLongerShown", ...error } as const;
    case "NOT_ALLOWED_NOW":
      return notNow(error);
  }
}

/** `argument` is where the use case's input stands among the field's arguments. */
function toInvalidInput<R extends { readonly path: readonly string[] }>(
  refusal: R,
  ...argument: readonly string[]
) {
  return { __typename: "InvalidInput", ...refusal, path: [...argument, ...refusal.path] } as const;
}

const STATES = {
  ...PARTNER_WORDS.ApiKeyStatus,
  ...PARTNER_WORDS.PartnerStatus,
  ROTATED: { zh: "已轮换", en: "Rotated" },
};

type NotNow = {
  readonly state: keyof typeof STATES;
  readonly availableActions: readonly (Action | KeyAction)[];
};

const notNow = ({ state, availableActions }: NotNow) =>
  notAllowedNow(
    STATES,
    state,
    availableActions.map((action) => MUTATIONS[action]),
  );
