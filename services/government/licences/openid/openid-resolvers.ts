import { actorAs } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { offerLicence } from "./offer-licence.ts";

export const openidResolvers: Resolvers = {
  Mutation: {
    offerLicence: async (_, { input }, context) => {
      const { database, commit, now, requestId, secrets, runtime, config } = context;
      const actor = actorAs(context, "CITIZEN");
      const ports = { database, commit, now, requestId, secrets, runtime, config, actor, mode: actor.mode };
      const offered = await offerLicence(ports, input);
      if (offered.ok) return { __typename: "LicenceOffer", ...offered.value };
      const { error } = offered;
      if ("path" in error) return { __typename: "InvalidInput", ...error, path: ["input", ...error.path] };
      switch (error.code) {
        case "TOO_MANY_GUESSES":
          return { __typename: "TooManyGuesses", ...error };
        case "ELECTRONIC_LICENCE_NOT_FOUND":
        case "WALLET_DEVICE_NOT_FOUND":
          return { __typename: "NotFound", code: error.code };
        default:
          return { __typename: "LicenceNotShown", ...error };
      }
    },
  },
};
