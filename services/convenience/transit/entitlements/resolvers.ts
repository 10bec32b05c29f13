import { actorAs, type Context } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import { entitlementRulesOn } from "../network/entitlement-rules.ts";
import { endEntitlement } from "./end-entitlement.ts";
import { periodsOf } from "./entitlement.ts";
import { grantEntitlement, type HolderProblem } from "./grant-entitlement.ts";
import { findGrantOperator, isHeldAt, listGrants, readEntitledUntil } from "./read-entitlements.ts";

export const transitEntitlementResolvers: Resolvers = {
  Query: {
    transitEntitlementRules: (_, { region, on }, { now }) => [
      ...entitlementRulesOn(on ?? dateAt(now), region ?? undefined),
    ],
  },
  Mutation: {
    grantTransitEntitlement: async (_, { idempotencyKey, input }, context) => {
      const { proof, ...wish } = input;
      const { kind, number } = proof;
      const granted = await grantEntitlement(portsOf(context), {
        ...{ ...wish, idempotencyKey, proof: { kind, number: number ?? undefined } },
      });
      if (granted.ok) return { __typename: "OperatedEntitlement", ...granted.value };
      const { error } = granted;
      return "path" in error ? refusalOf(error) : { __typename: "IdempotencyMismatch", ...error };
    },
    endTransitEntitlement: async (_, { input }, context) => {
      const ended = await endEntitlement(portsOf(context), input);
      if (ended.ok) return { __typename: "OperatedEntitlement", ...ended.value };
      const { error } = ended;
      return "path" in error ? refusalOf(error) : { __typename: "NotFound", ...error };
    },
  },
  Citizen: {
    transitEntitlements: async ({ citizenId, mode }, _, { database }) => [
      ...(await listGrants({ database, mode }, citizenId)),
    ],
  },
  TransitCard: {
    entitledUntil: async (card, _, { database, actor, now }) =>
      (await readEntitledUntil({ database, mode: actor.mode }, card, now)) ?? null,
  },
  OperatedEntitlement: { periods: (entitlement) => [...periodsOf(entitlement)] },
  TransitEntitlement: {
    kind: ({ entitlement }) => entitlement.kind,
    region: ({ entitlement }) => entitlement.region ?? null,
    from: ({ grant }) => grant.from,
    until: ({ grant }) => grant.until,
    endedOn: ({ grant }) => grant.ended?.on ?? null,
    endedFor: ({ grant }) => grant.ended?.reason ?? null,
    held: (held, _, { now }) => isHeldAt(held, now),
    proof: ({ grant }) => grant.proof.kind,
    proofNumber: ({ grant }) => grant.proof.number ?? null,
    operator: async (held, _, context) => (await findGrantOperator(context, held)) ?? null,
  },
  TransitEntitlementRule: {
    region: ({ region }) => region ?? null,
    name: ({ name }, _, { language }) => name[language],
    free: ({ free }) => [...free],
    ageFrom: ({ ageFrom }) => ageFrom ?? null,
    proof: ({ proof }, _, { language }) => proof[language],
  },
};

const portsOf = (context: Context) => ({
  ...{
    database: context.database,
    commit: context.commit,
    mode: context.actor.mode,
    secrets: context.secrets,
  },
  ...{ actor: actorAs(context, "PARTNER"), now: context.now, requestId: context.requestId },
});

/** A card that nobody has is not found; all else is wrong in the input. */
const refusalOf = <E extends { readonly code: string; readonly path: readonly string[] }>(
  error: E | HolderProblem,
) =>
  error.code === "CARD_NOT_FOUND"
    ? ({ __typename: "NotFound", ...error } as const)
    : ({ __typename: "InvalidInput", ...error, path: ["input", ...error.path] } as const);
