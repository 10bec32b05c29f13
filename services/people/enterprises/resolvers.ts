import { actorAs, type Context } from "../../api/context.ts";
import type { Resolvers } from "../../api/generated/types.ts";
import type { NodeLoaders } from "../../api/node.ts";
import { notAllowedNow } from "../../api/refusals.ts";
import { modeOf } from "../../api/stated-mode.ts";
import { isCreditCode } from "../../field/credit-code.ts";
import { enterpriseAs } from "../../field/subject.ts";
import { dateAt } from "../../kernel/civil-date.ts";
import type { Result } from "../../kernel/result.ts";
import type { GrantRefusal } from "./add-authority.ts";
import { type AuthorityAction, type AuthorityView, statusOf } from "./authority.ts";
import { endGuardianship } from "./end-guardianship.ts";
import { enterpriseId } from "./enterprise.ts";
import { ENTERPRISE_WORDS } from "./enum-words.ts";
import { grantAuthority } from "./grant-authority.ts";
import { readPrincipal, readSubject, referenceTo } from "./principal-reference.ts";
import {
  findAuthority,
  listEnterpriseAuthorities,
  listGrantedAuthorities,
  listHeldAuthorities,
} from "./read-authorities.ts";
import {
  findEnterprise,
  findPersonName,
  findPrincipal,
  listRepresentedEnterprises,
  listRepresentedPersons,
} from "./read-principals.ts";
import { recordEnterprise } from "./record-enterprise.ts";
import { recordGuardianship } from "./record-guardianship.ts";
import { recordOwnLabour } from "./record-own-labour.ts";
import { recordWrittenAuthority } from "./record-written-authority.ts";
import { revokeAuthority } from "./revoke-authority.ts";

/** The mutation behind each action, as callers know it. */
const MUTATIONS = { revoke: "revokeAuthority" } as const satisfies Record<AuthorityAction, string>;

export const enterpriseNodes: NodeLoaders = {
  ent: async (id, context) => {
    const found = await findEnterprise(context, id);
    return found && { __typename: "Enterprise", ...found };
  },
  aut: async (id, context) => {
    const found = await findAuthority(context, context.actor, id);
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
      const mode = modeOf(stated);
      const { standing = "IN_BUSINESS", ...rest } = statement;
      const recorded = await recordEnterprise({ ...officerPorts(context), mode }, { ...rest, standing });
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
      const ports = citizenPorts(context);
      const principal = readSubject({ enterprise }, ports.actor.id, context.secrets);
      if (!principal.ok) return { __typename: "NotFound", code: "ENTERPRISE_NOT_FOUND" };
      return toGrantAnswer(
        await grantAuthority(ports, principal.value, { ...wish, items: wish.items ?? [] }, idempotencyKey),
      );
    },
    recordWrittenAuthority: async (
      _,
      { input: { enterprise, person, ...wish }, attendance, idempotencyKey },
      context,
    ) => {
      const principal = readPrincipal({ enterprise, person }, context.secrets, dateAt(context.now));
      if (!principal.ok) return { __typename: "InvalidInput", ...principal.error };
      const ports = officerPorts(context);
      return toGrantAnswer(
        await recordWrittenAuthority(
          ports,
          principal.value,
          { ...wish, items: wish.items ?? [], attendance },
          idempotencyKey,
        ),
      );
    },
    recordGuardianship: async (_, { input, attendance, idempotencyKey }, context) => {
      const wish = { ...input, bornOn: input.bornOn ?? undefined };
      const ports = officerPorts(context);
      return toGrantAnswer(await recordGuardianship(ports, wish, attendance ?? undefined, idempotencyKey));
    },
    recordOwnLabour: async (_, { input, attendance }, context) => {
      const recorded = await recordOwnLabour(officerPorts(context), input, attendance);
      if (recorded.ok) return { __typename: "OwnLabour", ...recorded.value };
      const { error } = recorded;
      return "path" in error
        ? { __typename: "InvalidInput", ...error, path: ["input", ...error.path] }
        : { __typename: "NotFound", code: error.because };
    },
    endGuardianship: async (_, { input }, context) => {
      const ended = await endGuardianship(officerPorts(context), input);
      if (ended.ok) return { __typename: "Authority", ...ended.value };
      const { error } = ended;
      return "path" in error
        ? { __typename: "InvalidInput", ...error, path: ["input", ...error.path] }
        : { __typename: "NotFound", ...error };
    },
    revokeAuthority: async (_, { id }, context) => {
      const revoked = await revokeAuthority(citizenPorts(context), id);
      if (revoked.ok) return { __typename: "Authority", ...revoked.value };
      const { error } = revoked;
      return error.code === "AUTHORITY_NOT_FOUND"
        ? { __typename: "NotFound", ...error }
        : notAllowedNow(
            ENTERPRISE_WORDS.AuthorityStatus,
            error.state,
            error.availableActions.map((action) => MUTATIONS[action]),
          );
    },
  },
  Citizen: {
    enterprises: ({ citizenId, mode }, _, { database, now }) =>
      listRepresentedEnterprises({ database, mode }, citizenId, now),
    principals: ({ citizenId, mode }, _, { database, now }) =>
      listRepresentedPersons({ database, mode }, citizenId, now),
    principal: async ({ citizenId, mode }, { ref }, { database, secrets, now }) =>
      (await findPrincipal({ database, mode, secrets }, citizenId, ref, now)) ?? null,
    authorities: ({ citizenId, mode }, _, { database }) =>
      listGrantedAuthorities({ database, mode }, { kind: "PERSON", citizenId }),
  },
  Enterprise: {
    id: ({ creditCode }) => enterpriseId(creditCode),
    legalRepresentative: ({ representativeName }) => representativeName,
    capacity: ({ callersStanding }) => callersStanding?.capacity ?? null,
    items: ({ callersStanding }) => callersStanding?.items ?? null,
    authorities: ({ mode, ...enterprise }, _, context) =>
      listEnterpriseAuthorities(
        { database: context.database, mode },
        enterprise,
        actorAs(context, "CITIZEN"),
      ),
  },
  OwnEnterprise: { creditCode: ({ subject }) => subject.creditCode },
  Principal: {
    ref: ({ subject }, _, context) =>
      referenceTo(subject.citizenId, actorAs(context, "CITIZEN").id, context.secrets),
    name: async ({ subject, mode, standing: { wardName } }, _, { database }) =>
      (await findPersonName({ database, mode }, subject.citizenId)) ?? wardName ?? null,
    capacity: ({ standing }) => standing.capacity,
    items: ({ standing }) => standing.items ?? null,
    authorities: ({ subject, mode }, _, context) =>
      listHeldAuthorities({ database: context.database, mode }, subject, actorAs(context, "CITIZEN")),
  },
  OwnLabour: { recordedAt: ({ seenAt }) => seenAt, paper: ({ reference }) => reference },
  Authority: {
    enterprise: ({ principal }) => (principal.kind === "ENTERPRISE" ? principal.creditCode : null),
    status: (authority, _, { now }) => statusOf(authority, now),
    revokedAt: ({ revokedAt }) => revokedAt ?? null,
    paper: ({ paper }) => paper?.reference ?? null,
    guardian: ({ guardianship }) => guardianship?.relation ?? null,
  },
};

const citizenPorts = (context: Context) => {
  const { database, commit, now, requestId, secrets, parts, log } = context;
  const actor = actorAs(context, "CITIZEN");
  return { database, commit, mode: actor.mode, actor, now, requestId, secrets, parts, log };
};

const officerPorts = (context: Context) => {
  const { database, commit, now, requestId, secrets, parts, log } = context;
  const actor = actorAs(context, "OFFICER");
  return { database, commit, mode: actor.mode, actor, now, requestId, secrets, parts, log };
};

function toGrantAnswer(result: Result<AuthorityView, GrantRefusal>) {
  if (result.ok) return { __typename: "Authority", ...result.value } as const;
  const { error } = result;
  if ("path" in error)
    return { __typename: "InvalidInput", ...error, path: ["input", ...error.path] } as const;
  if (error.code === "NOT_ATTENDED") return { __typename: "NotFound", code: error.because } as const;
  return error.code === "IDEMPOTENCY_MISMATCH"
    ? ({ __typename: "IdempotencyMismatch", ...error } as const)
    : ({ __typename: "NotFound", ...error } as const);
}
