import type { Citizen } from "../../kernel/actor.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import { decideUntilWritten, unchanged } from "../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { isId } from "../../kernel/ids.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { NoSuchAccount } from "./check-payout-account.ts";
import { isStanding, type PayoutAccount, removeFrom, takesPlace } from "./payout-account.ts";
import { freePlace, getPayoutAccount, type PayoutAccountStore, putPayoutAccount } from "./store.ts";

export type RemovePorts = PayoutAccountStore & {
  readonly commit: Commit;
  readonly actor: Citizen;
  readonly now: Instant;
  readonly requestId: string;
};

/**
 * Takes an account of the caller's away: nothing is decided to be paid to it from then on, whatever a file states later.
 * A payout that was decided before goes where it was decided to go. Said again it changes nothing.
 */
export function removePayoutAccount(
  ports: RemovePorts,
  id: string,
): Promise<Result<PayoutAccount, NoSuchAccount>> {
  const { actor, now: at, requestId, mode, database } = ports;
  return decideUntilWritten({
    database,
    about: `the account ${id}`,
    read: async () => (isId("pac", id) ? getPayoutAccount(ports, actor.id, id) : undefined),
    decide: (found) => {
      if (!found) return err({ code: "PAYOUT_ACCOUNT_NOT_FOUND" });
      return isStanding(found) ? ok({ before: found, after: removeFrom(found, at) }) : unchanged(ok(found));
    },
    write: ({ before, after }) =>
      ports.commit({
        ...{ actor, at, requestId, aggregate: after.id, table: recordsTable(mode) },
        action: "payout-accounts.account.removed",
        writes: [
          putPayoutAccount(ports, after, before),
          ...(takesPlace(before) ? [freePlace(ports, actor.id)] : []),
        ],
        event: { type: "payout-account.removed", mode, to: [actor.id], payload: { about: after.id } },
      }),
  });
}
