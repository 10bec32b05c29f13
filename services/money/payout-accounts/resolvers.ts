import { actorAs, type Context } from "../../api/context.ts";
import { consentRequired } from "../../api/errors.ts";
import { scopesMissing } from "../../api/forbidden.ts";
import type { Resolvers } from "../../api/generated/types.ts";
import type { NodeLoaders } from "../../api/node.ts";
import type { Actor } from "../../kernel/actor.ts";
import type { Result } from "../../kernel/result.ts";
import { type AddRefusal, addPayoutAccount } from "./add-payout-account.ts";
import { checkPayoutAccount, type NoSuchAccount } from "./check-payout-account.ts";
import { ADDING_SCOPES, findOwner, type NoOwner } from "./find-owner.ts";
import { cameBy, cautionOf, isPayable, type PayoutAccount, provenBy } from "./payout-account.ts";
import { findOwnAccount, readPayoutAccounts } from "./read-payout-accounts.ts";
import { removePayoutAccount } from "./remove-payout-account.ts";

export const payoutAccountNodes: NodeLoaders = {
  pac: async (id, context) => {
    const found = await findOwnAccount(id, context.actor, context);
    return found && { __typename: "PayoutAccount", ...found };
  },
};

export const payoutAccountResolvers: Resolvers = {
  Mutation: {
    addPayoutAccount: async (_, { input, attendance }, context) => {
      const actor = actorAs(context, "CITIZEN", "OFFICER", "PARTNER");
      const ports = { ...portsOf(context), actor, consents: context.consents };
      const whom = { attendance: attendance ?? undefined, person: input.person ?? undefined };
      const owner = await findOwner(ports, whom);
      if (!owner.ok) return refuseOwner(owner.error, actor);
      const { accountNumber, idNumber, name } = input;
      const identity = { idNumber, name: name ?? undefined };
      return toAnswer(await addPayoutAccount(ports, owner.value, { accountNumber, identity }), ["input"]);
    },
    checkPayoutAccount: async (_, { id, idNumber, name }, context) => {
      const ports = { ...portsOf(context), actor: actorAs(context, "CITIZEN") };
      return toAnswer(await checkPayoutAccount(ports, id, { idNumber, name: name ?? undefined }), []);
    },
    removePayoutAccount: async (_, { id }, context) => {
      const done = await removePayoutAccount({ ...portsOf(context), actor: actorAs(context, "CITIZEN") }, id);
      return done.ok
        ? { __typename: "PayoutAccount", ...done.value }
        : { __typename: "NotFound", ...done.error };
    },
  },
  Citizen: {
    payoutAccounts: async ({ citizenId, mode }, _, { database }) => [
      ...(await readPayoutAccounts({ database, mode }, citizenId)),
    ],
  },
  PayoutAccount: {
    bank: ({ bank }) => bank ?? null,
    isProven: (account) => isPayable(account),
    provenAt: (account) => provenBy(account)?.at ?? null,
    provenBy: (account) => provenBy(account)?.by ?? null,
    origin: (account) => cameBy(account).origin,
    addedAt: (account) => cameBy(account).at,
    addedBy: ({ added }) => added?.by ?? null,
    removedAt: ({ removedAt }) => removedAt ?? null,
    caution: (account, _, { now }) => cautionOf(account, now) ?? null,
  },
};

function portsOf({ database, commit, actor, now, requestId, secrets, parts }: Context) {
  return { database, commit, mode: actor.mode, now, requestId, secrets, parts };
}

/** Throws CONSENT_REQUIRED, or FORBIDDEN with the scopes that are missing, as reading under a consent does. */
function refuseOwner(error: NoOwner, actor: Actor) {
  switch (error.code) {
    case "NOT_ATTENDED":
      return { __typename: "NotFound", code: error.because } as const;
    case "NOT_AUTHORISED":
      return { __typename: "NotFound", code: error.code } as const;
    case "CONSENT_REQUIRED":
      throw consentRequired();
    case "SCOPES_MISSING":
      throw scopesMissing(ADDING_SCOPES, actor, error.granted);
  }
}

function toAnswer(result: Result<PayoutAccount, AddRefusal | NoSuchAccount>, under: readonly string[]) {
  if (result.ok) return { __typename: "PayoutAccount", ...result.value } as const;
  const { error } = result;
  if ("path" in error)
    return { __typename: "InvalidInput", ...error, path: [...under, ...error.path] } as const;
  switch (error.code) {
    case "TOO_MANY_GUESSES":
      return { __typename: "TooManyGuesses", ...error } as const;
    case "NOT_ATTENDED":
      return { __typename: "NotFound", code: error.because } as const;
    case "PAYOUT_ACCOUNT_NOT_FOUND":
      return { __typename: "NotFound", ...error } as const;
  }
}
