import type { ServiceApi } from "../../api/service.ts";
import { copyNodes, copyResolvers } from "./copies/copy-resolvers.ts";
import { LICENCE_WORDS } from "./enum-words.ts";
import { issuerKeyResolvers } from "./issuer-keys/issuer-key-resolvers.ts";
import { openidResolvers } from "./openid/openid-resolvers.ts";
import { recognitionResolvers } from "./recognition/recognition-resolvers.ts";
import { licenceReadingResolvers } from "./repository/reading-resolvers.ts";
import { repositoryNodes, repositoryResolvers } from "./repository/repository-resolvers.ts";
import { licenceResolvers } from "./resolvers.ts";
import { trustResolvers } from "./trust/trust-resolvers.ts";
import { licenceTypeResolvers } from "./types/type-resolvers.ts";
import { verificationResolvers } from "./verification/verification-resolvers.ts";
import { walletNodes, walletResolvers } from "./wallet/wallet-resolvers.ts";

export const licencesApi: ServiceApi = {
  enumWords: LICENCE_WORDS,
  nodes: { ...repositoryNodes, ...walletNodes, ...copyNodes },
  resolvers: [
    licenceResolvers,
    licenceTypeResolvers,
    repositoryResolvers,
    licenceReadingResolvers,
    issuerKeyResolvers,
    trustResolvers,
    verificationResolvers,
    walletResolvers,
    copyResolvers,
    openidResolvers,
    recognitionResolvers,
  ],
};
