import { actorAs, type Context } from "../../api/context.ts";
import { consentRequired } from "../../api/errors.ts";
import type { Resolvers } from "../../api/generated/types.ts";
import type { Models } from "../../api/models.ts";
import type { NodeLoaders } from "../../api/node.ts";
import type { Prefetches } from "../../api/prefetch.ts";
import { notAllowedNow } from "../../api/refusals.ts";
import { connection, paging } from "../../api/relay.ts";
import { scopeNames } from "../../kernel/enum-words.ts";
import type { FieldWords } from "../../kernel/service.ts";
import { type ConsentAction, type Consents, statusOf } from "./consent.ts";
import { type RequestAction, requestStatus } from "./consent-request.ts";
import { type DataAccess, isOfficeAccess } from "./data-access.ts";
import { CITIZEN_WORDS } from "./enum-words.ts";
import { findCitizen, findProfile } from "./find-citizen.ts";
import { findConsentRequest, findOwnConsentRequest } from "./find-consent-request.ts";
import { grantConsent } from "./grant-consent.ts";
import { readAccesses } from "./read-accesses.ts";
import { findConsent, findStanding, listOwnConsents } from "./read-consents.ts";
import { namedFields } from "./read-field.ts";
import { idFor, readReference, referenceOfAnswer } from "./reference.ts";
import { refuseConsent } from "./refuse-consent.ts";
import { requestConsent } from "./request-consent.ts";
import { revokeConsent } from "./revoke-consent.ts";

/** The mutation behind each action, as callers know it. */
const MUTATIONS = {
  grant: "grantConsent",
  refuse: "refuseConsent",
  revoke: "revokeConsent",
} as const satisfies Record<ConsentAction | RequestAction, string>;

export const citizenPrefetches: Prefetches = {
  citizen: ({ ref }, { consents, secrets }) => {
    const named = readReference(String(ref), secrets);
    // The mode is not known before the key is; a key of the other mode reads this once more, in its own table.
    if (named) consents.prefetch("live", named.partner, named.citizen);
  },
};

export const citizenNodes: NodeLoaders = {
  ctz: async (id, context) => {
    const subject = await findCitizen(id, context.actor, context);
    return subject && { __typename: "Citizen", ...subject };
  },
  cns: async (id, context) => {
    const found = await findConsent(id, context.actor, context);
    return found && { __typename: "Consent", ...found };
  },
};

export const citizenResolvers: Resolvers = {
  Query: {
    me: (_, __, context) => self(context),
    citizen: async (_, { ref }, context) => {
      const subject = await findCitizen(ref, actorAs(context, "PARTNER"), context);
      if (!subject) throw consentRequired();
      return subject;
    },
    consentRequest: async (_, { token }, context) =>
      (await findConsentRequest(token, { actor: actorAs(context, "CITIZEN") }, context)) ?? null,
    myConsentRequest: async (_, { id }, context) =>
      (await findOwnConsentRequest(id, { actor: actorAs(context, "PARTNER") }, context)) ?? null,
  },
  Mutation: {
    requestConsent: async (_, { idempotencyKey, input }, context) => {
      const result = await requestConsent(
        idempotencyKey,
        input,
        { actor: actorAs(context, "PARTNER"), now: context.now },
        context,
      );
      if (result.ok) return { __typename: "RequestedConsent", ...result.value };
      const { error } = result;
      if ("path" in error) return { __typename: "InvalidInput", ...error };
      return error.code === "IDEMPOTENCY_MISMATCH"
        ? { __typename: "IdempotencyMismatch", ...error }
        : { __typename: "SecretNoLongerShown", ...error };
    },
    grantConsent: async (_, { token, scopes }, context) => {
      const by = { actor: actorAs(context, "CITIZEN"), now: context.now };
      const result = await grantConsent(token, scopes, by, context);
      if (!result.ok) return toRefusal(result.error);
      return { __typename: "GrantedConsent", consent: result.value };
    },
    refuseConsent: async (_, { token }, context) => {
      const by = { actor: actorAs(context, "CITIZEN"), now: context.now };
      const result = await refuseConsent(token, by, context);
      return result.ok ? { __typename: "RefusedConsent", request: result.value } : toRefusal(result.error);
    },
    revokeConsent: async (_, { id }, context) => {
      const by = { actor: actorAs(context, "CITIZEN"), now: context.now };
      const result = await revokeConsent(id, by, context);
      if (result.ok) return { __typename: "Consent", ...result.value };
      const { error } = result;
      return error.code === "NOT_FOUND" ? { __typename: "NotFound", ...error } : notNow(error);
    },
  },
  Citizen: {
    id: ({ citizenId }, _, { actor, secrets }) => idFor(actor, citizenId, secrets),
    name: async (subject, _, context) => (await findProfile(subject, context))?.name ?? null,
    maskedIdNumber: async (subject, _, context) =>
      (await findProfile(subject, context))?.maskedIdNumber ?? null,
    consents: (_, __, context) => listOwnConsents(actorAs(context, "CITIZEN"), context),
    accesses: async ({ citizenId, mode }, args, { database, secrets, parts }) => {
      const list = `accesses ${mode} ${citizenId}`;
      const page = paging<string>(args, list, secrets);
      const { entries, more } = await readAccesses({ citizenId, mode }, page, { database });
      return connection(
        entries.map(({ node, position }) => ({ node: accessOf(node, parts.fieldWords), position })),
        more,
        { list, ...page },
        secrets,
      );
    },
  },
  Consent: {
    partner: partnerOf,
    status: (consent, _, { now }) => statusOf(consent, now),
    revokedAt: ({ revokedAt }) => revokedAt ?? null,
  },
  ConsentRequest: {
    partner: partnerOf,
    status: (request, _, { now }) => requestStatus(request, now),
    citizenRef: (request, _, { secrets }) => referenceOfAnswer(request, secrets) ?? null,
    consentStatus: async (request, _, context) => (await findStanding(request, context)) ?? null,
    consentEndsAt: ({ consent }) => consent?.expiresAt ?? null,
  },
};

function self(context: Context): Models["Citizen"] {
  const { id, mode } = actorAs(context, "CITIZEN");
  return { citizenId: id, mode };
}

type WithPartner = Pick<Consents, "partnerId" | "partnerName" | "partnerCreditCode">;

function partnerOf({ partnerId, partnerName, partnerCreditCode }: WithPartner) {
  return { partnerId, name: partnerName, creditCode: partnerCreditCode };
}

/** One of partner and office is null: who has read it. */
function accessOf(access: DataAccess, words: FieldWords) {
  const { at, requestId, fields } = access;
  const reading = { at, requestId, fields, reads: [...namedFields(fields, words)] };
  if (!isOfficeAccess(access)) {
    const { scopes, purposes } = access;
    return { ...reading, scopes, purposes, partner: partnerOf(access), office: null };
  }
  const { roles, department = null, applications } = access;
  return { ...reading, scopes: [], purposes: [], partner: null, office: { roles, department, applications } };
}

type DecideRefusal = Extract<
  Awaited<ReturnType<typeof grantConsent>> | Awaited<ReturnType<typeof refuseConsent>>,
  { ok: false }
>["error"];

function toRefusal(error: DecideRefusal) {
  switch (error.code) {
    case "NOT_FOUND":
      return { __typename: "NotFound", code: error.code } as const;
    case "NOT_ALLOWED_NOW":
      return notNow(error);
    case "CONSENT_OF_GUARDIAN":
      return { __typename: "InvalidInput", code: error.code, path: ["scopes"] } as const;
    case "TOO_MANY":
      return { __typename: "InvalidInput", ...error, path: ["token"] } as const;
    case "SCOPES_EMPTY":
    case "SCOPES_NOT_GRANTED":
      return {
        __typename: "InvalidInput",
        code: error.code,
        values: { scopes: scopeNames(error.scopes) },
        path: ["scopes"],
      } as const;
  }
}

const STATES = { ...CITIZEN_WORDS.ConsentRequestStatus, ...CITIZEN_WORDS.ConsentStatus };

type NotNow = {
  readonly state: keyof typeof STATES;
  readonly availableActions: readonly (ConsentAction | RequestAction)[];
};

const notNow = ({ state, availableActions }: NotNow) =>
  notAllowedNow(
    STATES,
    state,
    availableActions.map((action) => MUTATIONS[action]),
  );
