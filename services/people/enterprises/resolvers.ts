import { actorAs, type Context } from "../../api/context.ts";
import type { Resolvers } from "../../api/generated/types.ts";
import type { NodeLoaders } from "../../api/node.ts";
import { notAllowedNow } from "../../api/refusals.ts";
import { isCreditCode } from "../../field/credit-code.ts";
import { enterpriseAs, type Subject } from "../../field/subject.ts";
import { checkIdempotencyKey } from "../../kernel/commit/idempotency.ts";
import type { Result } from "../../kernel/result.ts";
import { getProfile } from "../citizens/index.ts";
import { type Authorities, statusOf } from "./authority.ts";
import {
  type Granted,
  type GrantRefusal,
  grantAuthority,
  recordWrittenAuthority,
} from "./grant-authority.ts";
import type { AuthorityView, EnterpriseView, PrincipalView } from "./index.ts";
import { listPrincipals } from "./look-up-standing.ts";
import { readPrincipal, readSubject, referenceTo } from "./principal-reference.ts";
import { recordEnterprise } from "./record-enterprise.ts";
import { findAuthority, revokeAuthority } from "./revoke-authority.ts";
import { getAuthorities, getEnterprise, listAuthorities } from "./store.ts";

export const enterpriseNodes: NodeLoaders = {
  aut: async (id, context) => {
    if (context.actor.kind !== "CITIZEN") return undefined;
    const known = await findAuthority(citizenPorts(context), id);
    const found = known && viewsOf(known).find((one) => one.id === id);
    return found && { __typename: "Authority", ...found };
  },
};

export const enterpriseResolvers: Resolvers = {
  Query: {
    ownEnterprise: (_, __, context) => {
      const { name, creditCode } = actorAs(context, "PARTNER");
      if (!isCreditCode(creditCode)) throw new Error("a partner's credit code was checked when it applied");
      return { subject: { kind: "ENTERPRISE", creditCode }, name };
    },
  },
  Mutation: {
    recordEnterprise: async (_, { input: { mode: stated, ...statement } }, context) => {
      const mode = stated === "TEST" ? "test" : "live";
      const recorded = await recordEnterprise({ ...officerPorts(context), mode }, statement);
      if (recorded.ok) {
        const subject = enterpriseAs(recorded.value.creditCode);
        return { __typename: "Enterprise", ...recorded.value, mode, subject };
      }
      const { error } = recorded;
      return "path" in error
        ? { __typename: "InvalidInput", ...error, path: ["input", ...error.path] }
        : { __typename: "OutsideJurisdiction", ...error };
    },
    grantAuthority: async (_, { input: { enterprise, ...wish }, idempotencyKey }, context) => {
      const key = checkIdempotencyKey(idempotencyKey);
      if (!key.ok) return { __typename: "InvalidInput", ...key.error };
      const ports = citizenPorts(context);
      const principal = readSubject({ enterprise }, ports.actor.id, context.secrets);
      if (!principal.ok) return { __typename: "NotFound", code: "ENTERPRISE_NOT_FOUND" };
      return granted(await grantAuthority(ports, principal.value, { items: [], ...wish }, key.value));
    },
    recordWrittenAuthority: async (
      _,
      { input: { enterprise, person, ...wish }, idempotencyKey },
      context,
    ) => {
      const key = checkIdempotencyKey(idempotencyKey);
      if (!key.ok) return { __typename: "InvalidInput", ...key.error };
      const principal = readPrincipal({ enterprise, person }, context.secrets);
      if (!principal.ok) return { __typename: "InvalidInput", ...principal.error };
      const ports = officerPorts(context);
      return granted(await recordWrittenAuthority(ports, principal.value, { items: [], ...wish }, key.value));
    },
    revokeAuthority: async (_, { id }, context) => {
      const revoked = await revokeAuthority(citizenPorts(context), id);
      if (revoked.ok) return { __typename: "Authority", ...viewOf(revoked.value) };
      const { error } = revoked;
      return error.code === "AUTHORITY_NOT_FOUND"
        ? { __typename: "NotFound", ...error }
        : notAllowedNow(error.state, []);
    },
  },
  Citizen: {
    enterprises: async ({ citizenId, mode }, _, { database, now }): Promise<EnterpriseView[]> => {
      const store = { database, mode };
      const principals = await listPrincipals(store, citizenId, now);
      const found = await Promise.all(
        principals.map(async ({ subject, standing }) => {
          const known =
            subject.kind === "ENTERPRISE" ? await getEnterprise(store, subject.creditCode) : undefined;
          return known && { ...known, mode, subject, standing };
        }),
      );
      return found.filter((one) => one !== undefined);
    },
    principals: async ({ citizenId, mode }, _, { database, now }): Promise<PrincipalView[]> =>
      (await listPrincipals({ database, mode }, citizenId, now)).flatMap(({ subject, standing }) =>
        subject.kind === "PERSON" ? [{ subject, standing, mode }] : [],
      ),
    authorities: async ({ citizenId, mode }, _, { database }) =>
      (await listAuthorities({ database, mode }, { kind: "PERSON", citizenId })).flatMap(viewsOf),
  },
  Enterprise: {
    legalRepresentative: ({ representativeName }) => representativeName,
    capacity: ({ standing }) => standing?.capacity ?? null,
    items: ({ standing }) => standing?.items ?? null,
    authorities: async ({ subject, mode, standing }, _, context) => {
      const store = { database: context.database, mode };
      return standing?.capacity === "LEGAL_REPRESENTATIVE"
        ? (await listAuthorities(store, subject)).flatMap(viewsOf)
        : heldBy(context, subject, mode);
    },
  },
  OwnEnterprise: { creditCode: ({ subject }) => subject.creditCode },
  Principal: {
    ref: ({ subject }, _, context) =>
      referenceTo(subject.citizenId, actorAs(context, "CITIZEN").id, context.secrets),
    name: async ({ subject, mode }, _, { database }) =>
      (await getProfile(database, mode, subject.citizenId))?.name ?? null,
    items: ({ standing }) => standing.items ?? null,
    authorities: ({ subject, mode }, _, context) => heldBy(context, subject, mode),
  },
  Authority: {
    enterprise: ({ principal }) => (principal.kind === "ENTERPRISE" ? principal.creditCode : null),
    status: (authority, _, { now }) => statusOf(authority, now),
    revokedAt: ({ revokedAt }) => revokedAt ?? null,
    paper: ({ paper }) => paper?.reference ?? null,
  },
};

const citizenPorts = (context: Context) => {
  const { database, commit, now, requestId, secrets } = context;
  const actor = actorAs(context, "CITIZEN");
  return { database, commit, mode: actor.mode, actor, now, requestId, secrets };
};

const officerPorts = (context: Context) => {
  const { database, commit, now, requestId, secrets } = context;
  const actor = actorAs(context, "OFFICER");
  return { database, commit, mode: actor.mode, actor, now, requestId, secrets };
};

const viewsOf = ({ principal, agent, authorities }: Authorities): AuthorityView[] =>
  authorities.map((one) => ({ ...one, principal, agent }));

const viewOf = ({ known: { principal, agent }, authority }: Granted): AuthorityView => ({
  ...authority,
  ...{ principal, agent },
});

/** What the caller holds from a principal. */
async function heldBy(context: Context, principal: Subject, mode: "test" | "live") {
  const { id } = actorAs(context, "CITIZEN");
  const known = await getAuthorities({ database: context.database, mode }, principal, id);
  return known ? viewsOf(known) : [];
}

function granted(result: Result<Granted, GrantRefusal>) {
  if (result.ok) return { __typename: "Authority", ...viewOf(result.value) } as const;
  const { error } = result;
  if ("path" in error)
    return { __typename: "InvalidInput", ...error, path: ["input", ...error.path] } as const;
  return error.code === "IDEMPOTENCY_MISMATCH"
    ? ({ __typename: "IdempotencyMismatch", ...error } as const)
    : ({ __typename: "NotFound", ...error } as const);
}
