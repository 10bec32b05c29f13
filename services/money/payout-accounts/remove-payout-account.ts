import type { Citizen } from "../../kernel/actor.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
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

const ATTEMPTS_MAX = 5;

/**
 * Takes an account of the caller's away: nothing is decided to be paid to it from then on, whatever a file states later.
 * What was decided before goes where it was decided to go. Said again it changes nothing.
 */
export async function removePayoutAccount(
  ports: RemovePorts,
  id: string,
): Promise<Result<PayoutAccount, NoSuchAccount>> {
  const { actor, now: at, requestId, mode, database } = ports;
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const found = isId("pac", id) ? await getPayoutAccount(ports, actor.id, id) : undefined;
    if (!found) return err({ code: "PAYOUT_ACCOUNT_NOT_FOUND" });
    if (!isStanding(found)) return ok(found);
    const next = removeFrom(found, at);
    const done = await ports.commit({
      ...{ actor, at, requestId, aggregate: found.id, table: recordsTable(mode) },
      action: "payout-accounts.account.removed",
      writes: [
        putPayoutAccount(ports, next, found),
        ...(takesPlace(found) ? [freePlace(ports, actor.id)] : []),
      ],
      event: { type: "payout-account.removed", mode, to: [actor.id], payload: { about: found.id } },
    });
    if (done.ok) return ok(next);
    database.forget();
  }
  throw new Error(`the account ${id} changed ${ATTEMPTS_MAX} times while it was removed`);
}
