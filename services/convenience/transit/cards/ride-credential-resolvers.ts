import { actorAs } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { base64url, fromBase64url } from "../../../kernel/base64url.ts";
import { toCardRefusal } from "../card-refusals.ts";
import { issueRideCredential } from "./issue-ride-credential.ts";

export const rideCredentialResolvers: Resolvers = {
  Mutation: {
    issueRideCredential: async (_, { card, devicePublicKey }, context) => {
      const { database, commit, now, requestId, secrets, actor } = context;
      const ports = { database, commit, now, requestId, secrets, mode: actor.mode };
      const key = fromBase64url(devicePublicKey);
      const issued = await issueRideCredential({ ...ports, actor: actorAs(context, "CITIZEN") }, card, key);
      if (issued.ok) {
        const { bytes, from, until } = issued.value;
        return {
          __typename: "RideCredential",
          ...{ credential: base64url(bytes), validFrom: from, validUntil: until },
        };
      }
      const { error } = issued;
      return "path" in error ? { __typename: "InvalidInput", ...error } : toCardRefusal(error);
    },
  },
};
