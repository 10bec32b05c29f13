import type { Citizen } from "../../kernel/actor.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import { decideUntilWritten, unchanged } from "../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { findPayableAccount, type NotPayable } from "../payout-accounts/index.ts";
import { findOwnPayout } from "./find-own-payout.ts";
import { isRedirectable, type Payout, type PayoutNotOwed, payTo, redirect } from "./payout.ts";
import { type PayoutStore, putPayout } from "./store.ts";

export type RedirectPorts = PayoutStore & {
  readonly commit: Commit;
  readonly actor: Citizen;
  readonly now: Instant;
  readonly requestId: string;
};

export type RedirectRefusal =
  | { readonly code: "NOT_FOUND" }
  | PayoutNotOwed
  | { readonly code: NotPayable["code"]; readonly path: readonly string[] };

/**
 * The payee names another account of their own for a payout that the bank has refused or sent back, until a treasurer orders it
 * again, who sees whose word that account is. To the account that it stands on already it changes nothing.
 */
export function redirectPayout(
  ports: RedirectPorts,
  id: string,
  account: string,
): Promise<Result<Payout, RedirectRefusal>> {
  const { actor, now: at, requestId, mode, database } = ports;
  return decideUntilWritten({
    database,
    about: `payout ${id}`,
    read: () => findOwnPayout(ports, id),
    decide: async (owed) => {
      if (!owed) return err({ code: "NOT_FOUND" });
      if (owed.status === "OWED" && owed.account === account) return unchanged(ok(owed));
      if (!isRedirectable(owed))
        return err({ code: "PAYOUT_NOT_OWED", status: owed.status, availableActions: [] });
      const payable = await findPayableAccount(ports, actor.id, account);
      if (!payable.ok) return err({ ...payable.error, path: ["payoutAccount"] });
      const { mode: _, ...before } = owed;
      return ok({
        before,
        after: redirect(before, payTo(payable.value.account)),
        guard: payable.value.guard,
      });
    },
    write: ({ before, after, guard }) =>
      ports.commit({
        ...{ actor, at, requestId, aggregate: after.id, table: recordsTable(mode) },
        action: "payouts.payout.redirected",
        writes: [putPayout(ports, after, before), guard],
      }),
  });
}
