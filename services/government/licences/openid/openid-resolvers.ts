import { actorAs } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { offerLicence } from "./offer-licence.ts";
import { readPresentation } from "./read-presentation.ts";
import { requestPresentation } from "./request-presentation.ts";

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
          return { __typename: "NotFound", code: error.code };
        default:
          return { __typename: "LicenceNotShown", ...error };
      }
    },
    requestPresentation: async (_, { input }, context) => {
      const { database, commit, now, requestId, secrets, runtime, config } = context;
      const actor = actorAs(context, "PARTNER");
      const ports = { database, commit, now, requestId, secrets, runtime, config, actor, mode: actor.mode };
      const requested = await requestPresentation(ports, input);
      if (requested.ok) return { __typename: "PresentationRequest", ...requested.value };
      const { error } = requested;
      return "path" in error
        ? { __typename: "InvalidInput", ...error, path: ["input", ...error.path] }
        : { __typename: "PresentationNotRequested", ...error };
    },
    readPresentation: async (_, { id }, context) => {
      const { database, commit, now, requestId, runtime } = context;
      const actor = actorAs(context, "PARTNER");
      const ports = { database, commit, now, requestId, runtime, actor, mode: actor.mode };
      const shown = await readPresentation(ports, id);
      if (shown.ok)
        return { __typename: "ShownLicence", subject: shown.value.licence.holder, ...shown.value };
      return shown.error.code === "PRESENTATION_NOT_FOUND"
        ? { __typename: "NotFound", code: shown.error.code }
        : { __typename: "PresentationNotRead", code: shown.error.code };
    },
  },
};
