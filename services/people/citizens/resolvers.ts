import { actorAs, type Context } from "../../api/context.ts";
import { consentRequired } from "../../api/errors.ts";
import type { Resolvers } from "../../api/generated/types.ts";
import type { NodeLoaders } from "../../api/node.ts";
import { notAllowedNow } from "../../api/refusals.ts";
import { connection, paging } from "../../api/relay.ts";
import type { Prefetches } from "../../api/server.ts";
import { isId } from "../../kernel/ids.ts";
import { type ConsentStatus, type Consents, statusOf } from "./consent.ts";
import { requestStatus } from "./consent-request.ts";
import { findConsentRequest, grantConsent, refuseConsent } from "./decide-consent.ts";
import type { CitizenSubject, ConsentView } from "./index.ts";
import { readReference, referenceFor } from "./reference.ts";
import { requestConsent } from "./request-consent.ts";
import { revokeConsent } from "./revoke-consent.ts";
import { getConsentRequest, getProfile, listAccesses, listConsents } from "./store.ts";

const POSSIBLE_BY_STATUS: Readonly<Record<ConsentStatus, readonly string[]>> = {
  IN_FORCE: ["revokeConsent"],
  EXPIRED: [],
  REVOKED: [],
};

export const citizenPrefetches: Prefetches = {
  citizen: ({ ref }, { consents, secrets }) => {
    const named = readReference(String(ref), secrets);
    // The mode is not known before the key is; a key of the other mode reads this once more, in its own table.
    if (named) consents.prefetch("live", named.partner, named.citizen);
  },
};

export const citizenNodes: NodeLoaders = {
  ctz: async (id, context) => {
    const { actor } = context;
    if (actor.kind === "CITIZEN" && actor.id === id) return { __typename: "Citizen", ...self(context) };
    const subject = await consented(id, context);
    return subject && { __typename: "Citizen", ...subject };
  },
  cns: async (id, context) => {
    if (context.actor.kind !== "CITIZEN") return undefined;
    const found = (await viewsOf(context)).find((consent) => consent.id === id);
    return found && { __typename: "Consent", ...found };
  },
};

export const citizenResolvers: Resolvers = {
  Query: {
    me: (_, __, context) => self(context),
    citizen: async (_, { ref }, context) => {
      const subject = await consented(ref, context);
      if (!subject) throw consentRequired();
      return subject;
    },
    consentRequest: async (_, { token }, context) =>
      (await findConsentRequest(token, { actor: actorAs(context, "CITIZEN") }, context)) ?? null,
    myConsentRequest: async (_, { id }, context) => {
      const { id: partner, mode } = actorAs(context, "PARTNER");
      const request = isId("crq", id) ? await getConsentRequest(context.database, mode, id) : undefined;
      return request?.partnerId === partner ? request : null;
    },
  },
  Mutation: {
    requestConsent: async (_, { input }, context) => {
      const result = await requestConsent(
        input,
        { actor: actorAs(context, "PARTNER"), now: context.now },
        context,
      );
      if (!result.ok) return { __typename: "InvalidInput", ...result.error };
      return { __typename: "RequestedConsent", ...result.value };
    },
    grantConsent: async (_, { token, scopes }, context) => {
      const by = { actor: actorAs(context, "CITIZEN"), now: context.now };
      const result = await grantConsent(token, scopes, by, context);
      if (!result.ok) return undecided(result.error);
      return { __typename: "GrantedConsent", consent: viewOf(result.value.consents, result.value.consent) };
    },
    refuseConsent: async (_, { token }, context) => {
      const by = { actor: actorAs(context, "CITIZEN"), now: context.now };
      const result = await refuseConsent(token, by, context);
      return result.ok ? { __typename: "RefusedConsent", request: result.value } : undecided(result.error);
    },
    revokeConsent: async (_, { id }, context) => {
      if (!isId("cns", id)) return { __typename: "NotFound", code: "NOT_FOUND" };
      const by = { actor: actorAs(context, "CITIZEN"), now: context.now };
      const result = await revokeConsent(id, by, context);
      if (result.ok) {
        const revoked = result.value.consents.find((consent) => consent.id === id);
        if (!revoked) throw new Error("a consent vanished while it was being revoked");
        return { __typename: "Consent", ...viewOf(result.value, revoked) };
      }
      const { error } = result;
      if (error.code === "NOT_FOUND") return { __typename: "NotFound", ...error };
      return notAllowedNow(error.state, POSSIBLE_BY_STATUS[error.state]);
    },
  },
  Citizen: {
    id: ({ citizenId }, _, { actor, secrets }) =>
      actor.kind === "PARTNER" ? referenceFor(actor.id, citizenId, secrets) : citizenId,
    name: async ({ citizenId, mode }, _, { database }) =>
      (await getProfile(database, mode, citizenId))?.name ?? null,
    maskedIdNumber: async ({ citizenId, mode }, _, { database }) =>
      (await getProfile(database, mode, citizenId))?.maskedIdNumber ?? null,
    consents: (_, __, context) => viewsOf(context),
    accesses: async ({ citizenId, mode }, args, { database, secrets }) => {
      const list = `accesses ${mode} ${citizenId}`;
      const page = paging<string>(args, list, secrets);
      const { entries, more } = await listAccesses(database, mode, citizenId, page);
      return connection(
        entries.map(({ node, position }) => ({ node: accessOf(node), position })),
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
    citizenRef: ({ answer, citizenId, partnerId }, _, { secrets }) =>
      answer === "GRANTED" && citizenId ? referenceFor(partnerId, citizenId, secrets) : null,
  },
};

function self(context: Context): CitizenSubject {
  const { id, mode } = actorAs(context, "CITIZEN");
  return { citizenId: id, mode };
}

/** The person behind a partner's own reference, if a consent is in force. */
async function consented(
  reference: string,
  { actor, consents, secrets }: Context,
): Promise<CitizenSubject | undefined> {
  if (actor.kind !== "PARTNER") return undefined;
  const named = readReference(reference, secrets);
  if (named?.partner !== actor.id) return undefined;
  const standing = await consents.open(named.citizen);
  return standing.length > 0 ? { citizenId: named.citizen, mode: actor.mode } : undefined;
}

async function viewsOf(context: Context): Promise<ConsentView[]> {
  const { id, mode } = actorAs(context, "CITIZEN");
  const all = await listConsents(context.database, mode, id);
  return all
    .flatMap((record) => record.consents.map((consent) => viewOf(record, consent)))
    .sort((a, b) => (a.grantedAt < b.grantedAt ? 1 : -1));
}

function viewOf(record: Consents, consent: Consents["consents"][number]): ConsentView {
  const { citizenId, partnerId, partnerName, partnerCreditCode } = record;
  return { ...consent, citizenId, partnerId, partnerName, partnerCreditCode };
}

type WithPartner = Pick<Consents, "partnerId" | "partnerName" | "partnerCreditCode">;

function partnerOf({ partnerId, partnerName, partnerCreditCode }: WithPartner) {
  return { partnerId, name: partnerName, creditCode: partnerCreditCode };
}

const accessOf = <T extends WithPartner>(access: T) => ({ ...access, partner: partnerOf(access) });

type Undecided = Extract<
  Awaited<ReturnType<typeof grantConsent>> | Awaited<ReturnType<typeof refuseConsent>>,
  { ok: false }
>["error"];

function undecided(error: Undecided) {
  switch (error.code) {
    case "NOT_FOUND":
      return { __typename: "NotFound", code: error.code } as const;
    case "NOT_ALLOWED_NOW":
      // Answered or too late: nothing more can be done with this request.
      return notAllowedNow(error.state, []);
    case "TOO_MANY":
      return {
        __typename: "InvalidInput",
        code: error.code,
        values: { max: "20" },
        path: ["token"],
      } as const;
    case "SCOPES_EMPTY":
    case "SCOPES_NOT_GRANTED":
      return {
        __typename: "InvalidInput",
        code: error.code,
        values: { scopes: error.scopes.join(", ") },
        path: ["scopes"],
      } as const;
  }
}
