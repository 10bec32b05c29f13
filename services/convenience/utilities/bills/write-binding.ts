import type { Citizen } from "../../../kernel/actor.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { putBinding, putUtilityAccount, type UtilityStore } from "../store.ts";
import type { Binding, UtilityAccount } from "../utility-account.ts";

/** What binding and unbinding an account stand on. */
export type BindPorts = UtilityStore & {
  readonly commit: Commit;
  readonly actor: Citizen;
  readonly now: Instant;
  readonly requestId: string;
};

type Link = { readonly binding: Binding; readonly isBound: boolean };

/** Writes who has an account bound, and one of them; false where the account has changed meanwhile. */
export async function writeBinding(
  ports: BindPorts,
  account: UtilityAccount,
  boundBy: UtilityAccount["boundBy"],
  { binding, isBound }: Link,
): Promise<boolean> {
  const { automatic } = account;
  const next = {
    ...{ ...account, boundBy, revision: account.revision + 1 },
    // A citizen who no longer has the account bound no longer pays its bills.
    automatic: automatic && boundBy.includes(automatic.by) ? automatic : undefined,
  };
  const done = await ports.commit({
    actor: ports.actor,
    action: `utilities.account.${isBound ? "bound" : "unbound"}`,
    aggregate: account.id,
    table: recordsTable(ports.mode),
    at: ports.now,
    requestId: ports.requestId,
    writes: [putUtilityAccount(ports, next, account.revision), putBinding(ports, binding, isBound)],
  });
  return done.ok;
}
