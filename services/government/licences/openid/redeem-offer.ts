import type { Commit } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten } from "../../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant, Runtime } from "../../../kernel/runtime.ts";
import { newToken, type OfferCodes, offerDigest, tryCode } from "./licence-offer.ts";
import { changeOffer, getOffer, type OfferStore } from "./licence-offer-store.ts";
import { openidAuthor } from "./openid-author.ts";

export type RedeemPorts = OfferStore & {
  readonly commit: Commit;
  readonly now: Instant;
  readonly requestId: string;
  readonly runtime: Pick<Runtime, "random">;
  readonly secrets: Pick<Secrets, "mac">;
};

/**
 * Redeems an offer's code together with the transaction code, once, for a token. Each try goes on the licence's trail, and a wrong one
 * is counted. Errors: `invalid_grant`, whatever of the two is wrong, or over.
 */
export async function redeemOffer(
  ports: RedeemPorts,
  codes: OfferCodes,
): Promise<Result<{ readonly token: string }, { readonly code: "invalid_grant" }>> {
  const { database, mode, now: at, requestId, commit, secrets, runtime } = ports;
  const digest = offerDigest(secrets, codes.code);
  const token = newToken({ digest }, runtime);
  const tried = await decideUntilWritten({
    database,
    about: "an offer of a licence",
    read: () => getOffer(ports, digest),
    decide: (before) => {
      if (!before) return err({ code: "invalid_grant" });
      const outcome = tryCode(secrets, before, codes, token, at);
      return outcome.ok
        ? ok({ before, after: outcome.value.after, answer: outcome.value.isRedeemed })
        : outcome;
    },
    write: ({ before, after, answer: isRedeemed }) =>
      commit({
        ...{ actor: openidAuthor(mode), at, requestId, table: recordsTable(mode), aggregate: after.licence },
        action: isRedeemed ? "licences.offer.redeemed" : "licences.offer.refused",
        writes: [changeOffer(ports, after, before)],
      }),
  });
  if (!tried.ok) return tried;
  return tried.value ? ok({ token }) : err({ code: "invalid_grant" });
}
