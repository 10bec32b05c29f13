import { actorAs, type Context } from "../../api/context.ts";
import type { Resolvers } from "../../api/generated/types.ts";
import { maskMobileNumber } from "../../field/mobile-number.ts";
import { CODE_MINUTES } from "./code.ts";
import { findTelephone } from "./find-telephone.ts";
import { proveTelephone } from "./prove-telephone.ts";
import type { TooManyCodes, Unreachable } from "./put-code-out.ts";
import { removeTelephone } from "./remove-telephone.ts";
import { setTelephone } from "./set-telephone.ts";

const MINUTES = String(CODE_MINUTES);

export const telephoneResolvers: Resolvers = {
  Mutation: {
    setTelephone: async (_, { mobile }, context) => {
      const set = await setTelephone(portsOf(context), {
        mobile,
        text: (code) => context.say("TEXT_OF_PROOF", { code, minutes: MINUTES }),
        warning: context.say("TEXT_OF_CHANGE", { number: maskMobileNumber(mobile) }),
      });
      if (set.ok) return { __typename: "SentCode", ...set.value };
      return "path" in set.error ? { __typename: "InvalidInput", ...set.error } : toNotSent(set.error);
    },
    proveTelephone: async (_, { code }, context) => {
      const proven = await proveTelephone(portsOf(context), code);
      return proven.ok
        ? { __typename: "Telephone", ...proven.value }
        : { __typename: "InvalidInput", ...proven.error, path: ["code"] };
    },
    removeTelephone: async (_, __, context) => {
      const removed = await removeTelephone(portsOf(context), context.say("TEXT_OF_REMOVAL"));
      return removed.ok
        ? { __typename: "Telephone", ...removed.value }
        : { __typename: "NotFound", ...removed.error };
    },
  },
  Citizen: {
    telephone: async ({ citizenId, mode }, _, { database }) =>
      (await findTelephone({ database, mode }, citizenId)) ?? null,
  },
};

function portsOf(context: Context) {
  const { database, commit, now, requestId, secrets, runtime, parts } = context;
  const actor = actorAs(context, "CITIZEN");
  return { database, commit, mode: actor.mode, actor, now, requestId, secrets, runtime, parts };
}

const toNotSent = (error: TooManyCodes | Unreachable) =>
  error.code === "TOO_MANY_CODES"
    ? ({ __typename: "TooManyCodes", ...error } as const)
    : ({ __typename: "TextNotSent", ...error } as const);
