import type { Resolvers } from "../../../api/generated/types.ts";
import { modeOf } from "../../../api/stated-mode.ts";
import { base64url } from "../../../kernel/base64url.ts";
import { ES256 } from "./es256.ts";
import { issueStatusList, verifierOf } from "./issue-status-list.ts";

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
};
