import { graphql } from "../../shared/generated/gql.ts";
import type { PortalWalletChallengeQuery } from "../../shared/generated/graphql.ts";
import { ask } from "../../shared/graphql/ask.ts";
import { type Came, resultIn } from "../../shared/graphql/result-in.ts";
import type { Text } from "../../shared/texts/text.ts";

const CHALLENGE = graphql(`
  query PortalWalletChallenge {
    walletKeyChallenge {
      challenge
      expiresAt
    }
  }
`);

/** The challenge was over, or another device's key has signed it: the reader begins anew. */
export const TOO_LATE: Text = {
  zh: "用时太久，这一次不算数。请再试一次。",
  en: "It took too long, so that it does not count. Try once more.",
};

/** A text that this device signs to prove that it has its key. */
export const askChallenge = async (): Promise<
  Came<NonNullable<PortalWalletChallengeQuery["walletKeyChallenge"]>>
> => resultIn(await ask(CHALLENGE, {}), "walletKeyChallenge");
