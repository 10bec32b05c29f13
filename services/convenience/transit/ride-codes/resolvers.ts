import { actorAs } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { modeOf } from "../../../api/stated-mode.ts";
import { base64url, fromBase64url } from "../../../kernel/base64url.ts";
import { toCardRefusal } from "../card-refusals.ts";
import { ES256 } from "./es256.ts";
import { issueRideCredential, verifierOf } from "./issue-ride-credential.ts";
import { issueStatusList } from "./issue-status-list.ts";

export const rideCodeResolvers: Resolvers = {
  Query: {
    rideCodeKeys: (_, { mode }, { secrets }) =>
      verifierOf(secrets, modeOf(mode)).keys.map((publicKey) => ({
        algorithm: ES256.id,
        publicKey: base64url(publicKey),
      })),
    cardStatusList: async (_, { region }, { database, actor, secrets, now }) => {
      const list = await issueStatusList({ database, mode: actor.mode, secrets, now }, region);
      return { list: base64url(list.bytes), issuedAt: list.from, expiresAt: list.until };
    },
  },
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
