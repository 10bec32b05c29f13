import { actorAs, type Context } from "../../../api/context.ts";
import type { MutationUseForeignLicenceArgs, Resolvers } from "../../../api/generated/types.ts";
import { notAllowedNow } from "../../../api/refusals.ts";
import { applicantPorts, CASE_WORDS } from "../../cases/index.ts";
import { newNonce, ofPresentationIn } from "../passing-nonce.ts";
import { fillWithForeignLicence, type UseForeignRefusal } from "./fill-with-foreign-licence.ts";
import type { ForeignWish } from "./foreign-wish.ts";

export const recognitionResolvers: Resolvers = {
  Query: {
    presentationChallenge: (_, { application }, { secrets, runtime, now, config }) => {
      const { siteOrigin: audience } = config;
      if (audience === undefined) return null;
      return {
        audience,
        ...newNonce(secrets, ofPresentationIn(application), { now, random: runtime.random }),
      };
    },
  },
  Mutation: {
    useForeignLicence: async (_, { input, attendance }, context) => {
      const wish = wishIn(input);
      if (!wish) return { __typename: "InvalidInput", code: "FOREIGN_WAY_UNCLEAR", path: ["input", "code"] };
      const ports = await applicantPorts(context, { attendance });
      if (!ports.ok) return { __typename: "NotFound", ...ports.error };
      const used = await fillWithForeignLicence({ ...ports.value, ...portsOf(context) }, wish);
      return used.ok ? { __typename: "FilledMaterial", ...used.value } : unused(used.error);
    },
  },
  FilledMaterial: { foreignLicence: ({ brought }) => brought?.evidence.foreignLicence ?? null },
  RecognisedLicence: { validUntil: ({ validUntil }) => validUntil ?? null },
};

const portsOf = (context: Context) => {
  const { secrets, config, parts } = context;
  return { secrets, config, parts, actor: actorAs(context, "CITIZEN", "OFFICER") };
};

function wishIn({
  code,
  presentation,
  ...named
}: MutationUseForeignLicenceArgs["input"]): ForeignWish | undefined {
  if (code != null) return presentation == null ? { ...named, code } : undefined;
  return presentation == null ? undefined : { ...named, presentation };
}

function unused(error: UseForeignRefusal) {
  if ("why" in error) return { __typename: "ForeignLicenceNotUsed", ...error.why } as const;
  if ("path" in error)
    return { __typename: "InvalidInput", ...error, path: ["input", ...error.path] } as const;
  if ("state" in error)
    return notAllowedNow(CASE_WORDS.ApplicationStatus, error.state, error.availableActions);
  return error.code === "TOO_MANY_GUESSES"
    ? ({ __typename: "TooManyGuesses", ...error } as const)
    : ({ __typename: "NotFound", ...error } as const);
}
